// Prints what the page transfers until its first screen can be used, and with what the second needs (brotli 11), and the
// opener (gzip 9); fails over a budget. build/first-screen.json, written by tools/build.ts, lists the files as paths below
// dist/link.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const limits = { before: 9500, all: 159_000, opener: 5120 };

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
function manifest(): Record<"before" | "after", string[]> {
  const read = JSON.parse(readFileSync(join(root, "build/first-screen.json"), "utf8")) as Record<string, unknown>;
  const list = (part: string, ...suffixes: string[]): string[] => {
    const names = read[part];
    if (!Array.isArray(names) || !names.every((name) => typeof name === "string"))
      throw new Error(`build/first-screen.json must have a list of paths below dist/link: ${part}`);
    for (const suffix of suffixes)
      if (!names.some((name) => name.endsWith(suffix)))
        throw new Error(`build/first-screen.json names no ${suffix} file in ${part}`);
    return [...new Set(names)];
  };
  return { before: list("before", ".html", ".js"), after: list("after", ".wasm") };
}

const outcome = { passed: 0, failed: 0 };

function hold(what: string, bytes: number, limit: number): void {
  const fits = bytes <= limit;
  outcome[fits ? "passed" : "failed"] += 1;
  console.log(`${what}: ${bytes} of ${limit} bytes${fits ? "" : ", over the budget"}`);
}

function sum(names: readonly string[]): number {
  let total = 0;
  for (const name of names) {
    const content = readFileSync(join(root, "dist/link", name));
    const bytes = brotli(content);
    total += bytes;
    console.log(`${String(bytes).padStart(8)} br ${String(content.length).padStart(8)} raw  ${name}`);
  }
  return total;
}

const files = manifest();
const before = sum(files.before);
const after = sum(files.after);
hold("first screen, brotli 11", before, limits.before);
hold("with the second, brotli 11", before + after, limits.all);
hold(
  "opener, gzip 9",
  gzipSync(readFileSync(join(root, "dist/opener/ats-link.js")), { level: 9 }).length,
  limits.opener,
);
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exitCode = outcome.failed > 0 ? 1 : 0;
