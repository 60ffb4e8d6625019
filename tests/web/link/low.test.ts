import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isLow } from "../../../web/link/low.ts";

interface Row {
  height: number;
  bars: number;
  low: boolean;
  why: string;
}

test("a window is too low for fixed bars by the painter's rule", () => {
  // tests/paint/low_window_test.cpp reads the same rows.
  const file = join(import.meta.dirname, "../../fixtures/low_windows.json");
  const rows = JSON.parse(readFileSync(file, "utf8")) as Row[];
  assert.ok(rows.length > 5);
  for (const { height, bars, low, why } of rows) assert.equal(isLow(height, bars), low, why);
});
