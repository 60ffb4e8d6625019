import assert from "node:assert/strict";
import { test } from "node:test";
import { direction, pickLanguage, pluralCategories } from "../../../web/link/languages.ts";

const there = ["ar", "de", "en", "pt-br"];

test("a region finds its language, and the first wish that is there wins", () => {
  assert.equal(pickLanguage(["de-AT"], there), "de");
  assert.equal(pickLanguage(["DE"], there), "de");
  assert.equal(pickLanguage(["nl-BE", "pt-BR", "de"], there), "pt-br");
  assert.equal(pickLanguage(["pt"], there), "en");
});

test("what no build can have is English", () => {
  for (const wish of ["", "-", "tlh", "__proto__", "constructor", "de".repeat(5000), "e-n"])
    assert.equal(pickLanguage([wish], there), "en", wish.slice(0, 20));
  assert.equal(pickLanguage([], there), "en");
});

test("Arabic is written from right to left", () => {
  assert.equal(direction("ar"), "rtl");
  assert.equal(direction("de"), "ltr");
  assert.equal(direction("ars-x"), "ltr");
});

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
