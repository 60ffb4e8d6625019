import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const rows = readFileSync(join(root, "docs/cases.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| [A-Z]\d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));
const counts = { H: 19, P: 28, B: 7, S: 14 };

test("every case has one row", () => {
  const ids = Object.entries(counts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`),
  );
  assert.deepEqual(
    rows.map(([, id]) => id),
    ids,
  );
});

test("the test of every case is where the row says", () => {
  for (const [, id, , file = "", words = ""] of rows) {
    const text = readFileSync(join(root, "tests", file.replaceAll("`", "")), "utf8");
    assert.ok(words.length > 1 && text.includes(words), `${id ?? ""}: ${file} has “${words}”`);
  }
});
