import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type Axe from "axe-core";
import type { Result, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nobody reads the selectors, nor the elements that pass. */
const lean = { selectors: false, resultTypes: ["violations", "incomplete"] } satisfies RunOptions;

/** Why axe cannot judge a text's contrast: a canvas is below it, or it is not seen. Test C3 measures those by pixels. */
const byPixels =
  /Element's background color could not be determined|Element has insufficient color contrast.*transparent/;

/**
 * Lays axe up in every document of a page to come: to send its 650 KB costs several times what it takes to read them there.
 * It is only read where it is asked for.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(`window.readAxe = () => {${source}};`);
}

/** axe in a document, once. */
async function prepare(frame: Frame): Promise<void> {
  const there = await frame.evaluate(() => {
    const { axe, readAxe } = window as unknown as { axe?: typeof Axe; readAxe?: () => void };
    if (!axe) readAxe?.();
    return axe !== undefined || readAxe !== undefined;
  });
  if (!there) await frame.evaluate(`${source};undefined`);
}

/** What axe says of one element. */
interface Finding {
  id: string;
  html: string;
  messages: string[];
  decided: boolean;
}

/** Runs axe. Its answer is brought down to what is wrong before it leaves the page, since it is large. */
async function run(frame: Frame, options: RunOptions): Promise<{ passes: number; findings: Finding[] }> {
  await prepare(frame);
  return frame.evaluate(async (wanted) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    // A drawing is one image with a name; what is in it is hidden, and the painter's tests measure its words.
    const context = { include: document, exclude: [".picture svg"] };
    const { passes, violations, incomplete } = await axe.run(context, wanted);
    const list = (results: Result[], decided: boolean) =>
      results.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => ({ id, html, messages: any.map(({ message }) => message), decided })),
      );
    return { passes: passes.length, findings: [...list(violations, true), ...list(incomplete, false)] };
  }, options);
}

const told = ({ id, html, decided }: Finding): string => `${id}${decided ? "" : ", undecided"}: ${html}`;

/**
 * What axe finds in a frame, as "rule: element", violations first and then what it could not decide. The contrast of
 * text over the canvas, which is transparent there, is left to the pixels.
 */
export async function axeFindings(frame: Frame, view: "canvas" | "text"): Promise<string[]> {
  const rules = view === "canvas" ? { "color-contrast": { enabled: false } } : {};
  const { passes, findings } = await run(frame, { runOnly: { type: "tag", values: tags }, rules, ...lean });
  assert.ok(passes > 10, "axe looked at something");
  return findings
    .filter(
      ({ id, messages, decided }) => decided || id !== "color-contrast" || !messages.every((m) => byPixels.test(m)),
    )
    .map(told);
}

/** What one rule of axe finds. It has to apply: every screen has a control. */
export async function axeRule(frame: Frame, rule: string): Promise<string[]> {
  const { passes, findings } = await run(frame, { runOnly: { type: "rule", values: [rule] }, ...lean });
  assert.ok(passes + findings.length > 0, `axe has something to hold ${rule} against`);
  return findings.map(told);
}
