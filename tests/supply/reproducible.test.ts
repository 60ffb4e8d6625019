import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { deep } from "../support/sample.ts";

const root = join(import.meta.dirname, "../..");
const copy = join(mkdtempSync(join(tmpdir(), "ats-link-again-")), "a-longer-path-than-the-first");
after(() => rmSync(dirname(copy), { recursive: true, force: true }));

function hashesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const rows = entries.map((entry): [string, string] => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")];
  });
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What comes out of the C++ build: the module and the script around it. */
const compiled = ["build/wasm-release/ats-link.mjs", "build/wasm-release/ats-link.wasm"];

// Compiling the module once more takes as long as the rest of this part ten times over.
test(`a second build in another path gives the same bytes${deep ? ", the module included" : ""}`, async () => {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const name of files.toString().split("\0").filter(Boolean))
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
  // Not linked: a bundle names its parts by their real paths.
  cpSync(join(root, "node_modules"), join(copy, "node_modules"), { recursive: true, verbatimSymlinks: true });
  for (const shared of [".cache/deps", ".cache/node"])
    if (existsSync(join(root, shared)))
      cpSync(join(root, shared), join(copy, shared), { recursive: true, verbatimSymlinks: true });
  if (!deep) {
    mkdirSync(join(copy, dirname(compiled[0] ?? "")), { recursive: true });
    for (const name of compiled) cpSync(join(root, name), join(copy, name));
  }
  const [command, ...options] = deep ? ["tools/build-product"] : [process.execPath, "tools/build.ts"];
  await promisify(execFile)(command, options, { cwd: copy, maxBuffer: 1 << 26 });
  const [first, second] = [hashesBelow(join(root, "dist")), hashesBelow(join(copy, "dist"))];
  assert.ok(Object.keys(first).length > 20);
  assert.deepEqual(second, first);
  console.log(`reproducible: ${String(Object.keys(first).length)} files of two builds are equal`);
});

test("the module holds no path of the folder it was built in", () => {
  for (const name of compiled) {
    const text = readFileSync(join(root, name), "latin1");
    for (const path of [root, "/.cache/deps/", "/src/web/"]) assert.ok(!text.includes(path), `${name}: ${path}`);
  }
});
