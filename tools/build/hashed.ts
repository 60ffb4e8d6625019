import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashedName, integrityOf } from "../../web/cli/add/hashed.ts";

/** A file that was written under a name with its hash, and the value of its `integrity` attribute. */
export interface Hashed {
  /** Path below the output folder. */
  path: string;
  integrity: string;
}

/** Writes a file under its name with its hash. */
export async function writeHashed(folder: string, name: string, content: string | Uint8Array): Promise<Hashed> {
  const path = hashedName(name, content);
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
  return { path, integrity: integrityOf(content) };
}
