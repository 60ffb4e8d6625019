import type { IncomingMessage, ServerResponse } from "node:http";
import { handle, type RelayContext } from "./handle.ts";
import { toStream } from "./one_request.ts";
import { answer, statusOf, type RelayCode } from "./reply.ts";

const longestBody = 64 * 1024;
const requestBase = "http://localhost";

/**
 * A Web-standard Request for what Node's http server got, or null where none can be made (CONNECT, TRACE, an absolute
 * target). Its signal aborts when the client goes away.
 */
export function toRequest(message: IncomingMessage, response: ServerResponse): Request | null {
  const { method = "GET", url = "" } = message;
  if (!url.startsWith("/") || method === "CONNECT" || method === "TRACE" || method === "TRACK") return null;
  const headers = new Headers();
  // Not message.headers: that keeps only the first of two Authorization headers, and two are one too many.
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    headers.append(message.rawHeaders[i] ?? "", message.rawHeaders[i + 1] ?? "");
  }
  const abort = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) abort.abort();
  });
  const hasBody = method !== "GET" && method !== "HEAD" && Number(headers.get("content-length") ?? 0) <= longestBody;
  const body = hasBody && headers.has("content-length") ? toStream(message) : null;
  const init = { method, headers, body, signal: abort.signal, duplex: "half" };
  return new Request(requestBase + url, init);
}

/** The relay for Node's http server. The client is the socket's other end: behind a proxy, give its address. */
export async function serveRelay(
  message: IncomingMessage,
  response: ServerResponse,
  context: Omit<RelayContext, "clientIp">,
  clientIp: string | null = message.socket.remoteAddress ?? "unknown",
): Promise<void> {
  const request = toRequest(message, response);
  // A target that `new Request` mended (`..`, a fragment) is not what the client sent.
  const asSent = request?.url === requestBase + (message.url ?? "");
  const refused: RelayCode = message.url?.startsWith("/") && request === null ? "method" : "bad_request";
  const reply = request && asSent ? await handle(request, { ...context, clientIp }) : refuse(refused);
  await writeResponse(reply, response);
}

const refuse = (code: RelayCode) => answer(statusOf[code], { relay: code }, null);

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
