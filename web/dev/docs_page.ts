import { join } from "node:path";
import { contentType, readStatic } from "./static_files.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

export interface DocsFile {
  headers: Record<string, string>;
  body: Buffer;
}

/** A file of the built documentation below `/docs/`; null if there is none. */
export async function docsPage(dist: string, path: string): Promise<DocsFile | null> {
  const file = await readStatic(join(dist, "docs"), path);
  if (file === null) return null;
  return { headers: { "Content-Type": contentType(file.path), "Content-Security-Policy": policy }, body: file.body };
}
