import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contrast, makePalette, type Palette, readColour } from "../../../web/link/picture/palette.ts";
import { paletteLines } from "./palette_grid.ts";

/** A third of all the colours of a 6 x 6 x 6 cube, in no order. */
function* colours(step: number): Generator<string> {
  for (let at = step; at < 216; at += step) {
    const part = (n: number): string =>
      ((Math.floor(((at * 7) % 216) / 6 ** n) % 6) * 51).toString(16).padStart(2, "0");
    yield `#${part(0)}${part(1)}${part(2)}`;
  }
}

function weak(palette: Palette, more: boolean): string[] {
  const { page = "", raised = "", pressed = "", border = "", ...others } = palette;
  const { text = "", muted = "", accent = "", link = "", danger = "", success = "", warning = "" } = others;
  const wrong: string[] = [];
  const hold = (what: string, ink: string, ground: string, least: number): void => {
    const ratio = contrast(readColour(ink), readColour(ground));
    if (!(ratio >= least)) wrong.push(`${what} ${ink} on ${ground}: ${ratio}`);
  };
  const ratio = more ? 7 : 4.5;
  for (const ground of [page, raised, pressed])
    for (const [name, ink] of Object.entries({ text, muted, link, danger, success, warning }))
      hold(name, ink, ground, ratio);
  for (const ground of [page, raised]) hold("border", border, ground, 3);
  for (const ground of [accent, palette["accent-hover"] ?? ""])
    hold("label", palette["on-accent"] ?? "", ground, ratio);
  return wrong;
}

test("whatever surface, text and accent are given, every pair has its ratio, with more contrast too", () => {
  let seen = 0;
  for (const surface of colours(5))
    for (const text of colours(17))
      for (const accent of colours(11))
        for (const more of [false, true]) {
          const { palette } = makePalette({ surface, text, accent }, false, more);
          const found = weak(palette, more);
          if (found.length > 0) assert.fail(`${surface} ${text} ${accent}${more ? " more" : ""}: ${found.join("; ")}`);
          seen += 1;
        }
  assert.ok(seen > 10_000, String(seen));
});

test("colours that are fine are taken as they are", () => {
  const given = { surface: "#fffaf0", text: "#2b2118", accent: "#7a2e0e" };
  const { palette } = makePalette(given, false, false);
  const { page, text, accent, link } = palette;
  assert.deepEqual([page, text, accent, link], [given.surface, given.text, given.accent, given.accent]);
});

test("a surface on which neither black nor white can be read gives way itself", () => {
  assert.notEqual(makePalette({ surface: "#767676" }, false, false).page, "#767676");
});

test("the painter's fixture is what the page makes of its grid of themes", () => {
  const file = new URL("../../fixtures/paint/palettes.txt", import.meta.url);
  assert.equal(readFileSync(file, "utf8"), paletteLines(), "write it anew: tests/web/link/palette_grid.ts");
});
