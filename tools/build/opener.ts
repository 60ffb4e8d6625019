import { build } from "esbuild";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openerEntries } from "./opener_entries.ts";
import { openerTypes } from "./opener_types.ts";

/** Writes the opener, its adapters and their types into a folder; throws with esbuild's messages if one does not build. */
export async function buildOpener(outdir: string, minify = true): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const bundles = Object.entries(openerEntries).map(([name, options]) =>
    build({ ...options, minify, outfile: join(outdir, name), logLevel: "warning" }),
  );
  const types = Object.entries(await openerTypes()).map(([name, text]) => writeFile(join(outdir, name), text));
  await Promise.all([...bundles, ...types]);
}
