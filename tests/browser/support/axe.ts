import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Why axe cannot judge a text's contrast: a canvas is below it, or it is not seen. Test C3 measures those by pixels. */
const byPixels =
  /Element's background color could not be determined|Element has insufficient color contrast.*transparent/;

/**
 * What axe finds in a frame, as "rule: element", violations first and then what it could not decide. The contrast of
 * text over the canvas, which is transparent there, is left to the pixels.
 */
export async function axeFindings(frame: Frame, view: "canvas" | "text"): Promise<string[]> {
  if (!(await frame.evaluate("typeof axe === 'object'"))) await frame.evaluate(source);
  const rules = view === "canvas" ? { "color-contrast": { enabled: false } } : {};
  const options = { runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations", "incomplete"] };
  const found = await frame.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  assert.ok(found.passes.length > 10, "axe looked at something");
  const list = ({ violations, incomplete }: AxeResults) => [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ...incomplete.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ any }) => id !== "color-contrast" || !any.every(({ message }) => byPixels.test(message)))
        .map(({ html }) => `${id}, undecided: ${html}`),
    ),
  ];
  return list(found);
}
