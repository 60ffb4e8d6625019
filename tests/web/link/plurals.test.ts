import assert from "node:assert/strict";
import { test } from "node:test";
import { pluralCategories } from "../../../web/link/module/plurals.ts";

test("every count from 0 to 100 has a category", () => {
  assert.equal(Object.keys(pluralCategories("en")).length, 101);
});

test("English has one and other", () => {
  const english = pluralCategories("en");
  assert.deepEqual([english["0"], english["1"], english["2"], english["100"]], ["other", "one", "other", "other"]);
});

test("a language with more categories gets them", () => {
  const polish = pluralCategories("pl");
  assert.deepEqual([polish["1"], polish["2"], polish["5"], polish["22"]], ["one", "few", "many", "few"]);
});
