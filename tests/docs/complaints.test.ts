import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const rows = readFileSync(join(root, "docs/complaints.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("each of the 27 complaints has a row, with what is asked and what holds here", () => {
  assert.deepEqual(
    rows.map(([, number]) => Number(number)),
    Array.from({ length: 27 }, (_, index) => index + 1),
  );
  for (const [, number, asked = "", here = ""] of rows) {
    assert.match(asked, /^\[[^\]]+\]\(https:\/\/github\.com\/\S+\)$/, number);
    assert.ok(here.length > 10, number);
  }
});

test("the test of every complaint is where the row says, and a row without one says why", () => {
  for (const [, number = "", , here = "", file = "", words = ""] of rows) {
    if (file === "") {
      assert.match(here, /^none: /, number);
      continue;
    }
    const text = readFileSync(join(root, "tests", file.replaceAll("`", "")), "utf8");
    assert.ok(words.length > 10 && text.includes(words), `${number}: ${file} has “${words}”`);
  }
  assert.equal(rows.filter(([, , , , file]) => file === "").length, 1);
});
