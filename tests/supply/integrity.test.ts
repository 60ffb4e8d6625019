import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const dist = join(import.meta.dirname, "../../dist");
const { files } = JSON.parse(readFileSync(join(dist, "integrity.json"), "utf8")) as { files: Record<string, string> };

test("the published table has the SHA-384 of every deployed file, as it is", () => {
  const have = ["link", "opener", "relay"].flatMap((part) =>
    readdirSync(join(dist, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1)),
  );
  assert.deepEqual(
    have.filter((name) => name !== "link/link.config.json" && !(name in files)),
    [],
  );
  for (const [name, integrity] of Object.entries(files)) {
    const digest = createHash("sha384")
      .update(readFileSync(join(dist, name)))
      .digest("base64");
    assert.equal(integrity, `sha384-${digest}`, name);
  }
  for (const part of ["opener/ats-link.js", "opener/ats-link.mjs"]) assert.ok(part in files, part);
});

test("no deployed script of a page asks for code from text", () => {
  const scripts = Object.keys(files).filter((name) => /^(link|opener)\/.*\.m?js$/.test(name));
  for (const part of ["opener/ats-link.js", "opener/ats-link.mjs", "opener/element.mjs"])
    assert.ok(scripts.includes(part), part);
  for (const name of scripts)
    assert.doesNotMatch(
      readFileSync(join(dist, name), "utf8"),
      /\beval\(|\bFunction\(|\.innerHTML|document\.write/,
      name,
    );
});

test("every file below assets/ is named by its own hash, so it may be cached for good", () => {
  const names = readdirSync(join(dist, "link/assets"));
  assert.ok(names.length > 8);
  for (const name of names) {
    const digest = createHash("sha384")
      .update(readFileSync(join(dist, "link/assets", name)))
      .digest("hex");
    assert.match(name, new RegExp(`\\.${digest.slice(0, 16)}\\.[a-z]+$`));
  }
});
