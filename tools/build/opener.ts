import { build } from "esbuild";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { minify as shorten } from "terser";
import { openerEntries, ownMembers } from "./opener_entries.ts";
import { openerTypes } from "./opener_types.ts";

/** The text of a file of `dist/opener`. Two minifiers: each finds what the other leaves, 150 of the opener's 5,120 bytes. */
async function bundle(name: string, minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    ...openerEntries[name],
    ...(minify && { mangleProps: new RegExp(`^(${ownMembers.join("|")})$`) }),
    // A classic script and a module then differ by nothing but their ends.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
    minify: false,
    minifySyntax: minify,
    outfile: name,
    write: false,
    logLevel: "warning",
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${name} was not built`);
  if (!minify) return file.text;
  const shortened = await shorten(file.text, {
    compress: { ecma: 2022, passes: 2, pure_getters: true, unsafe_arrows: true, unsafe_comps: true, lhs_constants: false },
    // A host's page may be served as anything but UTF-8.
    format: { ecma: 2022, ascii_only: true },
    module: name.endsWith(".mjs"),
  });
  return shortened.code ?? "";
}

/** A hook runs in the browser: a framework that renders on a server reads it here. Minifiers take it for nothing. */
const directive = (name: string): string => (name === "react.mjs" ? '"use client";' : "");

/** Each file of `dist/opener` but the types, by name. */
export async function openerFiles(minify = true): Promise<Record<string, string>> {
  const names = Object.keys(openerEntries);
  const texts = await Promise.all(names.map(async (name) => directive(name) + (await bundle(name, minify))));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
}

/** Writes the opener, its adapters and their types into a folder; throws with esbuild's messages if one does not build. */
export async function buildOpener(outdir: string, minify = true): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const files = { ...(await openerFiles(minify)), ...(await openerTypes()) };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(outdir, name), text)));
}
