import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const script = join(import.meta.dirname, "../../tools/check-size.ts");
// Random bytes do not compress: their length is nearly the measured size.
const files = { before: ["index.html", "link.js"], after: ["ats-link.wasm"] };

function measure(sizes: { wasm: number; opener: number; script?: number; manifest?: unknown }): {
  status: number | null;
  output: string;
} {
  const root = mkdtempSync(join(tmpdir(), "check-size-"));
  try {
    for (const folder of ["build", "dist/link", "dist/opener"]) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, "build/first-screen.json"), JSON.stringify(sizes.manifest ?? files));
    for (const name of Object.values(files).flat()) writeFileSync(join(root, "dist/link", name), name);
    writeFileSync(join(root, "dist/link/ats-link.wasm"), randomBytes(sizes.wasm));
    if (sizes.script) writeFileSync(join(root, "dist/link/link.js"), randomBytes(sizes.script));
    writeFileSync(join(root, "dist/opener/ats-link.js"), randomBytes(sizes.opener));
    const run = spawnSync(process.execPath, [script, root], { encoding: "utf8" });
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("sizes within both budgets pass and are printed", () => {
  const { status, output } = measure({ wasm: 130_000, opener: 3000 });
  assert.equal(status, 0, output);
  assert.match(output, /with the second, brotli 11: 130\d{3} of 159000 bytes\n/);
  assert.match(output, /\n3 passed, 0 failed\n$/);
});

test("a first screen over its budget fails", () => {
  const { status, output } = measure({ wasm: 1000, opener: 3000, script: 9_501 });
  assert.equal(status, 1);
  assert.match(output, /first screen, brotli 11: \d+ of 9500 bytes, over the budget\n/);
});

test("all that the second screen needs, over its budget, fails", () => {
  const { status, output } = measure({ wasm: 159_001, opener: 3000 });
  assert.equal(status, 1);
  assert.match(output, /with the second, brotli 11: \d+ of 159000 bytes, over the budget\n/);
  assert.match(output, /\n2 passed, 1 failed\n$/);
});

test("an opener over its budget fails", () => {
  const { status, output } = measure({ wasm: 1000, opener: 5121 });
  assert.equal(status, 1);
  assert.match(output, /opener, gzip 9: \d+ of 5120 bytes, over the budget\n/);
});

test("a manifest that leaves the module out is an error, not a small page", () => {
  const { status, output } = measure({ wasm: 1000, opener: 1000, manifest: { ...files, after: [] } });
  assert.equal(status, 1);
  assert.match(output, /names no \.wasm file in after/);
});
