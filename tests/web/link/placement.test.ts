import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isLow } from "../../../web/link/dom/placement.ts";

test("a window is too low for fixed bars by the painter's rule", () => {
  // tests/paint/low_window_test.cpp reads the same rows.
  const text = readFileSync(join(import.meta.dirname, "../../fixtures/low_windows.txt"), "utf8");
  const rows = text.trim().split("\n").slice(1);
  assert.ok(rows.length > 5);
  for (const row of rows) {
    const [height, bars, low] = row.split(" ").map(Number);
    assert.equal(isLow(height ?? 0, bars ?? 0), low === 1, row);
  }
});
