import type { IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer, type AddressInfo, type Socket } from "node:net";
import type { UpstreamAnswer } from "./case.ts";
import type { Certificate, Certificates } from "./certificates.ts";
import { giveAnswer } from "./give_answer.ts";

/** A request as the stand-in of the ATSs got it. */
export interface Hit {
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body: string;
}

export interface Upstream {
  port: number;
  /** What requests with this key are answered. */
  answers: Map<string, UpstreamAnswer>;
  /** The same for requests of a token; by default one that holds the key, so that the probe shows its case. */
  tokens: Map<string, UpstreamAnswer>;
  hits(key: string): Hit[];
  /** All keys that came; a request without one counts as "". */
  keys(): string[];
  /** What new connections get from now on; the old ones are closed. */
  show(certificate: Certificate): void;
  /** How many connections there have been. */
  connections(): number;
  close(): Promise<void>;
}

/** Keys of cases; the last letters keep one from being the start of another. */
export const keyPattern = /case[0-9]{4}[a-z]{32}/;

const usualToken: UpstreamAnswer = {
  headers: { "Content-Type": "application/json" },
  body: '{"access_token":"token-{key}","token_type":"Bearer"}',
};
const usual: UpstreamAnswer = {
  headers: { "Content-Type": "application/json; charset=utf-8" },
  body: '{"jobs":[{"title":"Canary of the body"}]}',
};

/** One TLS server for every ATS. A request's key says which case it belongs to, so cases may run at once. */
export async function startUpstream({ pairs }: Certificates): Promise<Upstream> {
  const answers = new Map<string, UpstreamAnswer>();
  const tokens = new Map<string, UpstreamAnswer>();
  const hits = new Map<string, Hit[]>();
  const sockets = new Set<Socket>();
  let shown: Certificate = "good";

  const tls = createTlsServer(pairs.good, (message, response) => {
    read(message)
      .then((hit) => {
        const key = keyOf(hit);
        hits.set(key, [...(hits.get(key) ?? []), hit]);
        const isForToken = hit.target === "/oauth2/token";
        giveAnswer(response, isForToken ? (tokens.get(key) ?? usualToken) : (answers.get(key) ?? usual), key);
      })
      .catch(() => response.destroy());
  });
  let count = 0;
  const server = createServer((socket) => {
    count++;
    sockets.add(socket.on("close", () => sockets.delete(socket)).on("error", () => undefined));
    if (shown === "closed") socket.destroy();
    else if (shown === "plain") socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"jobs":[]}');
    else tls.emit("connection", socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    answers,
    tokens,
    hits: (key) => hits.get(key) ?? [],
    keys: () => [...hits.keys()],
    connections: () => count,
    show(certificate) {
      for (const socket of sockets) socket.destroy();
      shown = certificate;
      if (certificate !== "plain" && certificate !== "closed") tls.setSecureContext(pairs[certificate]);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(message: IncomingMessage): Promise<Hit> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { method = "", url: target = "", rawHeaders } = message;
  const headers = rawHeaders.flatMap((name, i): [string, string][] =>
    i % 2 === 0 ? [[name.toLowerCase(), rawHeaders[i + 1] ?? ""]] : [],
  );
  return { method, target, headers, body: Buffer.concat(chunks).toString() };
}

function keyOf({ headers, target, body }: Hit): string {
  const values = headers.map(([, value]) => value);
  const basic = values.map((value) => Buffer.from(value.replace(/^Basic /, ""), "base64").toString("latin1"));
  return keyPattern.exec([...values, ...basic, target, body].join("\n"))?.[0] ?? "";
}
