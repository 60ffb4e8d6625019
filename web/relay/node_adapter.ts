import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

const longestBody = 64 * 1024;

/**
 * A Web-standard Request for what Node's http server got, or null where none can be made (CONNECT, TRACE, an absolute
 * target). Its signal aborts when the client goes away.
 */
export function toRequest(message: IncomingMessage, response: ServerResponse): Request | null {
  const { method = "GET", url = "" } = message;
  if (!url.startsWith("/") || method === "CONNECT" || method === "TRACE" || method === "TRACK") return null;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const item of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, item);
  }
  const abort = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) abort.abort();
  });
  const hasBody = method !== "GET" && method !== "HEAD" && Number(headers.get("content-length") ?? 0) <= longestBody;
  const body = hasBody && headers.has("content-length") ? (Readable.toWeb(message) as ReadableStream) : null;
  const init = { method, headers, body, signal: abort.signal, duplex: "half" };
  return new Request(`http://localhost${url}`, init);
}

/** Writes a Response; a client that is gone is not an error. */
export async function writeResponse(response: Response, target: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (target.destroyed) return;
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  if (response.status !== 204) headers["content-length"] = String(body.byteLength);
  target.writeHead(response.status, headers);
  target.end(target.req.method === "HEAD" ? undefined : body);
}
