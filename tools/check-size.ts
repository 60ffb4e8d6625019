// Prints the bytes of the first screen (brotli 11) and of the opener (gzip 9), and fails over the budget.
// build/first-screen.json, written by tools/build.ts, lists what the page transfers until its first screen is
// interactive, as paths below dist/link.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const limits = { firstScreen: 132_000, opener: 5120 };

const root = process.argv[2] ?? join(import.meta.dirname, "..");

function brotli(content: Buffer): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params }).length;
}

/** The manifest's file names. A list without the page or the module would measure something else: an error. */
function firstScreenFiles(): string[] {
  const names: unknown = JSON.parse(readFileSync(join(root, "build/first-screen.json"), "utf8"));
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
    throw new Error("build/first-screen.json must be a list of paths below dist/link");
  }
  for (const suffix of [".html", ".js", ".wasm"]) {
    if (!names.some((name) => name.endsWith(suffix)))
      throw new Error(`build/first-screen.json names no ${suffix} file`);
  }
  return [...new Set(names)];
}

const outcome = { passed: 0, failed: 0 };

function hold(what: string, bytes: number, limit: number): void {
  const fits = bytes <= limit;
  outcome[fits ? "passed" : "failed"] += 1;
  console.log(`${what}: ${bytes} of ${limit} bytes${fits ? "" : ", over the budget"}`);
}

let total = 0;
for (const name of firstScreenFiles()) {
  const content = readFileSync(join(root, "dist/link", name));
  const bytes = brotli(content);
  total += bytes;
  console.log(`${String(bytes).padStart(8)} br ${String(content.length).padStart(8)} raw  ${name}`);
}
hold("first screen, brotli 11", total, limits.firstScreen);
hold(
  "opener, gzip 9",
  gzipSync(readFileSync(join(root, "dist/opener/ats-link.js")), { level: 9 }).length,
  limits.opener,
);
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exitCode = outcome.failed > 0 ? 1 : 0;
