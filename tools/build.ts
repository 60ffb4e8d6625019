/**
 * Builds `dist/`: `node tools/build.ts [--partial]`. `--partial`, for development, leaves out with a message what cannot be
 * built yet; without it a missing piece is an error.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { providerFilesIn, readProviderFiles } from "../web/cli/provider_files.ts";
import { buildRelay } from "../web/relay/build_relay.ts";
import { buildCli, buildPackage } from "./build/package.ts";
import { buildDemo } from "./build/demo.ts";
import { buildDocs } from "./build/docs/build_docs.ts";
import { buildGallery } from "./build/gallery.ts";
import { buildLink } from "./build/link.ts";
import { buildOpener } from "./build/opener.ts";
import { writeSupply } from "./build/supply/write_supply.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const module = join(root, "build/wasm-release");
const partial = process.argv.includes("--partial");

async function packageVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string }).version;
}

async function link(): Promise<void> {
  const parts = await buildLink({ module, outdir: join(dist, "link"), version: await packageVersion() });
  await mkdir(join(root, "build"), { recursive: true });
  await writeFile(join(root, "build/first-screen.json"), `${JSON.stringify(parts, null, 2)}\n`);
}

async function gallery(): Promise<void> {
  await buildGallery({ module, outdir: join(root, "build/gallery"), version: await packageVersion() });
}

/** Each piece, and the files without which it cannot be built. */
const pieces: [name: string, needs: string[], make: () => Promise<void>][] = [
  ["dist/link", [join(module, "ats-link.mjs"), join(module, "ats-link.wasm"), join(root, "locales/en.json")], link],
  [
    "build/gallery",
    [join(module, "ats-link.mjs"), join(module, "ats-link.wasm"), join(root, "locales/en.json")],
    gallery,
  ],
  ["dist/opener", [join(root, "web/opener/index.ts")], () => buildOpener(join(dist, "opener"))],
  ["dist/cli", [join(root, "web/cli/ats-link.ts")], () => buildCli(join(dist, "cli"))],
  ["dist/docs", [join(root, "web/docs/docs.ts")], () => buildDocs(join(dist, "docs"))],
  ["dist/demo", [join(root, "web/demo/main.ts")], () => buildDemo(join(dist, "demo"))],
  [
    "dist/relay",
    [join(root, "web/relay/worker.ts"), join(root, "web/relay/node.ts")],
    () => buildRelay(join(dist, "relay")),
  ],
  ["dist/server, dist/testing", [join(root, "web/server/index.ts")], () => buildPackage(dist)],
];

// First: whatever is built of a wrong file would be wrong.
const { sentences } = readProviderFiles(providerFilesIn(join(root, "providers")));
if (sentences.length > 0) {
  console.error(sentences.join("\n"));
  process.exit(1);
}

for (const [name, needs, make] of pieces) {
  const missing = needs.filter((file) => !existsSync(file));
  if (missing.length === 0) {
    await make();
  } else {
    console.error(`${name} needs ${missing.join(", ")}`);
    if (!partial) process.exitCode = 1;
  }
}

// Last: it looks at what was built.
if (process.exitCode === undefined && !partial) await writeSupply(dist, await packageVersion());
