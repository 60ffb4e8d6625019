import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { axeFindings } from "../support/axe.ts";
import { controlNames, type InPage } from "../support/controls.ts";
import { Gallery, setTextView } from "../support/gallery.ts";

/** Our own bar; WCAG 2.5.8 asks for 24 with room around. Both in CSS px. */
const bar = 44;

interface Held {
  /** While true, presses are written down and nothing comes of them, so that the next control can be tried. */
  hold: boolean;
  on: string[];
}

const holdClicks = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const held: Held = { hold: false, on: [] };
    Object.assign(window, { held });
    const { all, name } = (window as unknown as { controls: InPage }).controls;
    const listen = (event: Event): void => {
      const hit = event.target as Element;
      // A label presses its tick by a second click, which is the one that counts.
      if (!held.hold || (hit.closest("label") && !hit.matches("input"))) return;
      held.on.push(
        ...all()
          .filter((control) => control.contains(hit))
          .map(name),
      );
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("click", listen, { capture: true });
  });
const setHeld = (frame: Frame, hold: boolean): Promise<string[]> =>
  frame.evaluate((on) => {
    const { held } = window as unknown as { held: Held };
    held.hold = on;
    return held.on.splice(0);
  }, hold);

/** In the window of the whole page: a state's frame fills it. */
const middleOf = (frame: Frame, index: number): Promise<{ x: number; y: number }> =>
  frame.evaluate((at) => {
    const control = (window as unknown as { controls: InPage }).controls.all()[at];
    control?.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, index);

/** The states that have every kind of control between them; the others' middles in the Text view are B6's. */
const twoViews = [
  "provider_all",
  "method",
  "invite",
  "subdomain_address",
  "api_key_ticked",
  "details",
  "close_question",
];

describe("targets for a finger", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    const size = { width: 360, height: 740 };
    page = await gallery.page({ viewport: size, hasTouch: true, isMobile: true });
    await page.emulateMedia({ reducedMotion: "reduce" });
  });
  after(() => gallery.stop());

  for (const { name } of states)
    describe(name, () => {
      let frame: Frame;

      it(`E4 ${name}: every target is 44 px high and wide, and axe finds none too small`, async () => {
        ({ frame } = await gallery.show(page, name));
        await controlNames(frame);
        const found: string[] = [];
        for (const textView of [false, true]) {
          await setTextView(frame, textView);
          const small = await frame.evaluate((least) => {
            const { all, name: nameOf } = (window as unknown as { controls: InPage }).controls;
            return all().flatMap((control) => {
              // A tick is pressed by its whole label.
              const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
              return Math.min(width, height) + 0.01 < least
                ? [`${nameOf(control)} ${String(width)}×${String(height)}`]
                : [];
            });
          }, bar);
          const view = textView ? "text" : "canvas";
          const sizes = (await axeFindings(frame, view)).filter((finding) => finding.startsWith("target-size"));
          found.push(...[...small, ...sizes].map((fault) => `${view} view: ${fault}`));
        }
        assert.deepEqual(found, []);
      });

      it(`E1 ${name}: a tap in the middle of a control presses it, once`, async () => {
        await holdClicks(frame);
        for (const textView of twoViews.includes(name) ? [true, false] : [false]) {
          await setHeld(frame, false);
          await setTextView(frame, textView);
          await setHeld(frame, true);
          for (const [index, node] of (await controlNames(frame)).entries()) {
            const at = await middleOf(frame, index);
            await page.touchscreen.tap(at.x, at.y);
            assert.deepEqual(await setHeld(frame, true), [node], textView ? "Text view" : "canvas view");
          }
        }
      });
    });
});
