import { createConnection } from "node:net";

export interface RawAnswer {
  /** 0: the connection was closed without a status line. */
  status: number;
  headers: Map<string, string>;
  body: string;
  /** All that came back, for searching. */
  text: string;
}

/** Sends bytes from a loopback address of the client's own and reads until the server closes. */
export function sendRaw(port: number, from: string, text: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = createConnection({ port, host: "127.0.0.1", localAddress: from }, () => socket.write(text));
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", () => socket.end());
    socket.on("error", () => undefined).on("close", () => resolve(parse(Buffer.concat(chunks).toString())));
  });
}

function parse(text: string): RawAnswer {
  const end = text.indexOf("\r\n\r\n");
  const [first = "", ...lines] = text.slice(0, Math.max(end, 0)).split("\r\n");
  const status = Number(/^HTTP\/1\.[01] ([0-9]{3})/.exec(first)?.[1] ?? 0);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).toLowerCase();
    const value = line.slice(at + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name) ?? ""}, ${value}` : value);
  }
  const rest = text.slice(end + 4);
  return { status, headers, body: headers.get("transfer-encoding") === "chunked" ? unchunk(rest) : rest, text };
}

function unchunk(text: string): string {
  let body = "";
  for (let at = 0; ;) {
    const lineEnd = text.indexOf("\r\n", at);
    const size = parseInt(text.slice(at, lineEnd), 16);
    if (lineEnd < 0 || !(size > 0)) return body;
    body += text.slice(lineEnd + 2, lineEnd + 2 + size);
    at = lineEnd + 2 + size + 2;
  }
}
