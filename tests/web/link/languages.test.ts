import assert from "node:assert/strict";
import { test } from "node:test";
import { direction, pickLanguage } from "../../../web/link/languages.ts";

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
