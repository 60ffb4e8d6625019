import assert from "node:assert/strict";
import { test } from "node:test";
import { accentNumber, resolveAppearance } from "../../../web/link/picture/appearance.ts";

const dark = { dark: true, moreContrast: false, reducedMotion: false };
const light = { ...dark, dark: false };

test("the host's scheme wins over the user's, and system leaves it to the user", () => {
  assert.equal(resolveAppearance("light", dark).scheme, "light");
  assert.equal(resolveAppearance({ scheme: "dark" }, light).scheme, "dark");
  assert.equal(resolveAppearance("system", dark).scheme, "dark");
  assert.equal(resolveAppearance(undefined, light).scheme, "light");
});

test("each scheme has its own accent", () => {
  const theme = { accent: "#AA0000", accentDark: "#ffaaaa" };
  assert.equal(resolveAppearance(theme, light).accent, "#aa0000");
  assert.equal(accentNumber(resolveAppearance(theme, dark)), 0xffaaaa);
  assert.equal(accentNumber(resolveAppearance({ accent: "#aa0000" }, dark)), -1);
});

test("an accent or a font that is more than that is not taken", () => {
  for (const accent of ["red", "#fff", "#12345g", "#123456;--x:1"])
    assert.equal(resolveAppearance({ accent }, light).accent, "", accent);
  for (const font of ["url(x)", "a;b", 'a"b', "a{b", ""])
    assert.equal(resolveAppearance({ font }, light).font, "", font);
  assert.equal(resolveAppearance({ font: "Söhne, Arial" }, light).font, "Söhne, Arial");
});

test("the page's own font wins over the host's", () => {
  assert.equal(resolveAppearance({ font: "Arial" }, light, '"Own"').font, '"Own"');
});
