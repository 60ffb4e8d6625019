import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { policy } from "../docs/policy.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The content type by the file's name. */
export const contentType = (path: string): string => types[extname(path)] ?? "application/octet-stream";

/** A file below `folder` by its URL path (`/` is index.html); null if there is none or the path leaves the folder. */
export async function readStatic(folder: string, urlPath: string): Promise<{ path: string; body: Buffer } | null> {
  let path: string;
  try {
    path = decodeURIComponent(urlPath.slice(1));
  } catch {
    return null;
  }
  if (path === "" || path.endsWith("/")) path += "index.html";
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder) + sep) || path.includes("\0")) return null;
  try {
    return { path, body: await readFile(file) };
  } catch {
    return null;
  }
}

/** Sends a body with its headers. Node adds Date, which the link page reads with its config. */
export function sendBody(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer | string,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "Content-Length": bytes.byteLength });
  response.end(response.req.method === "HEAD" ? undefined : bytes);
}

/** True if the request may read a file; answers 405 itself otherwise. */
export function mayRead(response: ServerResponse): boolean {
  if (response.req.method === "GET" || response.req.method === "HEAD") return true;
  sendBody(response, 405, { Allow: "GET, HEAD", "Content-Type": "text/plain; charset=utf-8" }, "Only GET and HEAD.\n");
  return false;
}

export interface DocsFile {
  headers: Record<string, string>;
  body: Buffer;
}

/** A file of the built documentation below `/docs/`; null if there is none. */
export async function docsPage(dist: string, path: string): Promise<DocsFile | null> {
  const file = await readStatic(join(dist, "docs"), path);
  if (file === null) return null;
  const headers = {
    "Content-Type": contentType(file.path),
    "Content-Security-Policy": policy("frame-ancestors 'none'"),
  };
  return { headers, body: file.body };
}
