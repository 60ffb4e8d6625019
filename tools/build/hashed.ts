import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file that was written under a name with its hash, and the value of its `integrity` attribute. */
export interface Hashed {
  /** Path below the output folder. */
  path: string;
  integrity: string;
}

/** Writes `name.ext` as `name.<16 hex digits>.ext`. The same content gets the same name in every build. */
export async function writeHashed(folder: string, name: string, content: string | Uint8Array): Promise<Hashed> {
  const digest = createHash("sha384").update(content).digest();
  const dot = name.lastIndexOf(".");
  const path = `${name.slice(0, dot)}.${digest.toString("hex").slice(0, 16)}${name.slice(dot)}`;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
  return { path, integrity: `sha384-${digest.toString("base64")}` };
}
