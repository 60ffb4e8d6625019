import assert from "node:assert/strict";
import { test } from "node:test";
import { gaveWay, resolveAppearance } from "../../../web/link/picture/appearance.ts";

const dark = { dark: true, moreContrast: false, reducedMotion: false };
const light = { ...dark, dark: false };

test("the host's scheme wins over the user's, and system leaves it to the user", () => {
  assert.equal(resolveAppearance("light", dark).scheme, "light");
  assert.equal(resolveAppearance({ scheme: "dark" }, light).scheme, "dark");
  assert.equal(resolveAppearance("system", dark).scheme, "dark");
  assert.equal(resolveAppearance(undefined, light).scheme, "light");
});

test("nothing given, nothing changed: the style sheet and the painter have their own colours", () => {
  const { palette, radius, compact } = resolveAppearance({ scheme: "dark" }, light);
  assert.deepEqual([Object.values(palette).join(""), radius, compact], ["", 10, false]);
  assert.equal(resolveAppearance(undefined, dark).painted.trim(), "");
});

test("each scheme has its own colours", () => {
  const theme = { accent: "#AA0000", accentDark: "#ffaaaa", surfaceDark: "#102030", textDark: "#eeeeee" };
  assert.equal(resolveAppearance(theme, light).palette["accent"], "#aa0000");
  assert.equal(resolveAppearance(theme, light).palette["page"], undefined);
  const { palette } = resolveAppearance(theme, dark);
  assert.deepEqual([palette["accent"], palette["page"], palette["text"]], ["#ffaaaa", "#102030", "#eeeeee"]);
});

test("an accent that is given for one scheme alone is made to fit the other, without a note", () => {
  const made = resolveAppearance({ accent: "#0b5a46" }, dark);
  assert.match(String(made.palette["accent"]), /^#/);
  assert.notEqual(made.palette["accent"], "#0b5a46");
  assert.deepEqual(gaveWay(made), []);
  assert.equal(gaveWay(resolveAppearance({ accentDark: "#5eead4" }, light)).length, 0);
});

test("a dark surface makes a dark look whatever the scheme is called", () => {
  assert.equal(resolveAppearance({ scheme: "light", surface: "#101418" }, light).scheme, "dark");
  assert.equal(resolveAppearance({ scheme: "dark", surfaceDark: "#fafafa" }, light).scheme, "light");
});

test("what gave way is told with what was given and what is used, and nobody's wish for contrast is told", () => {
  const pale = { accent: "#FFD400", text: "#bbbbbb", surface: "#ffffff" };
  const made = resolveAppearance(pale, light);
  const { palette } = made;
  assert.deepEqual(gaveWay(made), [
    `theme.text: #bbbbbb lacks contrast; ${palette["text"]} is used`,
    `theme.accent: #ffd400 lacks contrast; ${palette["link"]} is used for text and lines`,
  ]);
  assert.equal(palette["accent"], "#ffd400");
  assert.deepEqual(gaveWay(resolveAppearance({ ...pale, text: "#ffffff" }, { ...light, moreContrast: true })), []);
  assert.match(
    gaveWay(resolveAppearance({ accentDark: "#112233" }, dark))[0] ?? "",
    /^theme\.accentDark: #112233 lacks/,
  );
});

test("the page's own font wins over the host's", () => {
  assert.equal(resolveAppearance({ font: "Arial" }, light, '"Own"').font, '"Own"');
});
