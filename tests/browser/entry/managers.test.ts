import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { judgeFields } from "../support/manager_rules.ts";

describe("what password managers look for", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
  });
  after(() => gallery.stop());

  const seen = new Set<string>();
  const settle = (frame: Frame): Promise<unknown> =>
    frame.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    });

  for (const { name } of states)
    it(`D7 ${name}: every field keeps the published rules in both views, at 320 and at 1280 px`, async () => {
      const { frame } = await gallery.show(page, name);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 720 });
        for (const textView of [false, true]) {
          await setTextView(frame, textView);
          await settle(frame);
          const { fields, faults } = await judgeFields(frame);
          if (fields.length === 0) return;
          for (const field of fields) seen.add(field);
          assert.deepEqual(faults, [], `${String(width)} px, ${textView ? "Text" : "canvas"} view`);
        }
      }
    });

  it("D7 fields of every kind were judged", () => {
    for (const field of ["search", "subdomain", "api_key", "region", "secret_key"])
      assert.ok(seen.has(field), `${field} is not among ${[...seen].join(", ")}`);
  });

  /** What breaks a field, and the rules that then are broken. */
  const tricks: Record<string, string[]> = {
    "opacity: 0": ["is opaque"],
    "visibility: hidden": ["is visible", "is hit at its centre"],
    "pointer-events: none": ["is hit at its centre"],
    "clip-path: inset(50%)": ["is not clipped", "is hit at its centre"],
    "width: 1px; min-width: 0; padding: 0": ["is 60 by 10 px or more"],
    "left: -900px": ["lies in the document", "is hit at its centre"],
  };
  it("D7 a field hidden by any of the usual canvas tricks would be found", async () => {
    const { frame } = await gallery.show(page, "api_key");
    for (const [trick, rules] of Object.entries(tricks)) {
      const field = frame.locator("[name=api_key]");
      const before = await field.evaluate((input, css) => {
        const { cssText } = input.style;
        input.style.cssText += `;${css}`;
        return cssText;
      }, trick);
      const { faults } = await judgeFields(frame);
      for (const rule of rules) assert.ok(faults.includes(`api_key: ${rule}`), `${trick}: ${faults.join("; ")}`);
      await field.evaluate((input, css) => (input.style.cssText = css), before);
    }
  });
});
