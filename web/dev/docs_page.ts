import { join } from "node:path";
import { policy } from "../docs/policy.ts";
import { contentType, readStatic } from "./static_files.ts";

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
