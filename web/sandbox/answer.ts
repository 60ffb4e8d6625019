import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** A request as the simulated API sees it. */
export interface Ask {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** Where the sandbox itself answers, such as `http://127.0.0.1:8081`. */
  sandboxUrl: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  delayMs?: number;
  /** What the transport does instead of sending the whole body. */
  transport?: "reset" | "cut" | "drip" | "hang";
}

export function json(status: number, document: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache", ...edge(), ...headers },
    body: JSON.stringify(document),
  };
}

/** A 200 with the headers of the recorded real answers. */
export function success(document: unknown, headers: Record<string, string> = {}): Answer {
  return json(200, document, {
    "Cache-Control": "max-age=0, private, must-revalidate",
    ETag: `W/"${randomUUID().replaceAll("-", "")}"`,
    ...headers,
  });
}

export function html(status: number, title: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", ...edge(), ...headers },
    body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  };
}

export function redirect(status: number, location: string): Answer {
  return { ...html(status, "Moved"), headers: { ...html(status, "Moved").headers, Location: location } };
}

function edge(): Record<string, string> {
  return { Server: "cloudflare", "X-Request-Id": randomUUID(), Vary: "User-Agent" };
}

/** What follows `Bearer ` in the Authorization header; empty if there is nothing. */
export function bearer(ask: Ask): string {
  const { authorization = "" } = ask.headers;
  return authorization.startsWith("Bearer ") ? authorization.slice("Bearer ".length).trim() : "";
}

/** User and password of `Authorization: Basic`; two empty texts if there is none. */
export function basicPair(ask: Ask): [user: string, password: string] {
  const { authorization = "" } = ask.headers;
  if (!authorization.startsWith("Basic ")) return ["", ""];
  const text = Buffer.from(authorization.slice("Basic ".length), "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon === -1 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
}
