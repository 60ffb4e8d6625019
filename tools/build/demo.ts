import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importOpenerFrom } from "./opener_entries.ts";

const source = (name: string): string => fileURLToPath(new URL(`../../web/demo/${name}`, import.meta.url));

/** Writes the host demo into a folder. It imports the opener from `/opener/ats-link.mjs`, as an integrator's page would. */
export async function buildDemo(outdir: string): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const bundle = build({
    entryPoints: [
      { in: source("main.ts"), out: "demo" },
      { in: source("style/main.css"), out: "demo" },
    ],
    outdir,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
    plugins: [importOpenerFrom("/opener/ats-link.mjs")],
  });
  const copies = ["index.html", "demo.svg"].map((name) => copyFile(source(name), join(outdir, name)));
  await Promise.all([bundle, ...copies]);
}
