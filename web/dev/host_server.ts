import { join } from "node:path";
import type { DemoBackend } from "../demo-backend/backend.ts";
import { toRequest, writeResponse } from "../relay/node_adapter.ts";
import { contentType, docsPage, mayRead, readStatic, sendBody } from "./static_files.ts";
import type { Handler } from "./listen.ts";
import { keyToTry, type TryIt } from "./try_it.ts";

export interface HostServerOptions {
  /** Holds `demo`, `opener` and `docs`. */
  dist: string;
  linkOrigin: string;
  backend: DemoBackend;
  tryIt: TryIt;
}

/** The demo's host page, its backend at `/api/`, the opener at `/opener/` and the documentation at `/docs/`. */
export function hostServer({ dist, linkOrigin, backend, tryIt }: HostServerOptions): Handler {
  const shared = { "Cache-Control": "no-cache", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff" };
  const pageHeaders = { ...shared, "Content-Security-Policy": hostPolicy(linkOrigin) };
  const sendTryIt = (response: Parameters<Handler>[1], query?: string): void => {
    const asked = new URLSearchParams(query);
    const key = (): unknown => tryIt.providers && keyToTry(asked.get("provider"), asked.get("use"));
    const found = query === undefined ? tryIt : key();
    const headers = { ...shared, "Cache-Control": "no-store", "Content-Type": contentType(".json") };
    sendBody(response, found === null ? 404 : 200, headers, JSON.stringify(found));
  };
  return async (message, response) => {
    const [path = "/", query] = (message.url ?? "/").split("?");
    if (path === "/api/try-it") {
      if (mayRead(response)) sendTryIt(response, query);
      return;
    }
    if (path.startsWith("/api/")) {
      const request = toRequest(message, response);
      if (request === null) sendBody(response, 405, shared, "");
      else await writeResponse(await backend.handle(request), response);
      return;
    }
    if (!mayRead(response)) return;
    if (path === "/docs") {
      sendBody(response, 301, { ...shared, Location: "/docs/" }, "");
      return;
    }
    if (path.startsWith("/docs/")) {
      const page = await docsPage(dist, path.slice("/docs".length));
      if (page !== null) sendBody(response, 200, { ...shared, ...page.headers }, page.body);
      else sendBody(response, 404, { ...shared, "Content-Type": "text/plain; charset=utf-8" }, "No such page.\n");
      return;
    }
    const [folder, name] = path.startsWith("/opener/") ? ["opener", path.slice("/opener".length)] : ["demo", path];
    const file = await readStatic(join(dist, folder), name);
    if (file !== null) {
      sendBody(response, 200, { ...pageHeaders, "Content-Type": contentType(file.path) }, file.body);
    } else if (path === "/favicon.ico") {
      // A browser asks for it unasked; a 404 would be an error in its console.
      response.writeHead(204, shared).end();
    } else {
      sendBody(response, 404, { ...shared, "Content-Type": "text/plain; charset=utf-8" }, "No such page.\n");
    }
  };
}

function hostPolicy(linkOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${linkOrigin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
