import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { centreOf, takeActions, watchActions } from "../support/actions.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { settle } from "../support/reflow.ts";
import { followFocus, shrinkPart, takeFocusLog, unseenParts } from "../support/soft_keyboard.ts";

const phone = { width: 360, height: 740 };
/** What a soft keyboard leaves of it. */
const left = 370;

/** Fields with an error, low on their screens where there is a guide. */
const wrong: [state: string, node: string][] = [
  ["subdomain_empty", "field:subdomain"],
  ["subdomain_address", "field:subdomain"],
  ["api_key_short", "field:api_key"],
  ["two_secrets", "field:secret_key"],
];

describe("a soft keyboard covers nothing that is needed", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ viewport: phone, hasTouch: true, isMobile: true });
    await watchActions(page);
  });
  after(() => gallery.stop());

  /** The two ways in which a browser makes room for a keyboard. */
  const ways = {
    "over the page": (frame: Frame) => shrinkPart(frame, { height: left, offsetTop: 0 }),
    "by a lower window": () => page.setViewportSize({ ...phone, height: left }),
  };

  async function show(state: string, textView: boolean): Promise<Frame> {
    await page.setViewportSize(phone);
    const { frame } = await gallery.show(page, state);
    await setTextView(frame, textView);
    if (state === "two_secrets") await frame.locator("[data-node=primary]").click();
    await settle(frame);
    return frame;
  }
  const tap = async (frame: Frame, node: string): Promise<void> => {
    const { x, y } = await centreOf(frame, node);
    await page.touchscreen.tap(x, y);
    await settle(frame);
  };
  const scrolled = (frame: Frame) => frame.locator(".scroll").evaluate((scroller) => scroller.scrollTop);

  for (const [how, open] of Object.entries(ways))
    for (const textView of [false, true])
      for (const [state, node] of how === "over the page" ? wrong : sample(wrong, 2, `${how} ${String(textView)}`))
        it(`E6 ${state}: a keyboard that comes ${how} hides neither field nor error nor Next in the ${textView ? "Text" : "canvas"} view`, async () => {
          const frame = await show(state, textView);
          await tap(frame, node);
          await open(frame);
          await settle(frame);
          assert.deepEqual(await unseenParts(frame, node, left), []);
          // Once: whoever scrolls on to the button is not pulled back, though the field still has the focus.
          await centreOf(frame, "primary");
          await settle(frame);
          const { x, y } = await centreOf(frame, "primary");
          assert.ok(y < left, "Next can be scrolled to");
          await takeActions(frame);
          await page.touchscreen.tap(x, y);
          const acts = (await takeActions(frame, 1)).filter(({ node: by }) => by === "primary");
          assert.deepEqual(acts, [{ node: "primary", kind: "submit" }]);
        });

  for (const textView of [false, true])
    it(`E6 from field to field the keyboard stays and nothing jumps in the ${textView ? "Text" : "canvas"} view`, async () => {
      const frame = await show("two_secrets", textView);
      const first = (await frame.locator(".input").first().getAttribute("data-node")) ?? "";
      await tap(frame, first);
      await ways["over the page"](frame);
      await settle(frame);
      await followFocus(frame);
      for (const node of ["field:secret_key", first, "field:secret_key"]) {
        // A finger can only reach what is seen: where the field is seen with its error, nothing may move.
        await frame.locator(`[data-node="${node}"]`).evaluate((field) => {
          const error = field.closest(".field")?.querySelector(".field-error");
          for (const part of [error, field]) part?.scrollIntoView({ block: "nearest" });
        });
        await settle(frame);
        const before = await scrolled(frame);
        await tap(frame, node);
        assert.deepEqual(await unseenParts(frame, node, left), []);
        assert.equal(await scrolled(frame), before, `${node} stays where it was tapped`);
      }
      assert.deepEqual(await takeFocusLog(frame), ["field:secret_key", first, "field:secret_key"]);
      // The keyboard's own Next: the input is seen down to its edge, so the browser moves nothing; its error is not.
      await frame.locator(`[data-node="${first}"]`).focus();
      await frame.locator(".scroll").evaluate((scroller) => {
        const input = document.querySelector("[data-node='field:secret_key']") ?? scroller;
        scroller.scrollTop -= scroller.getBoundingClientRect().bottom - input.getBoundingClientRect().bottom;
      });
      await frame.locator("[data-node='field:secret_key']").focus();
      await settle(frame);
      assert.deepEqual(await unseenParts(frame, "field:secret_key", left), []);
    });

  it("E6 the card follows what a browser moves, takes its height back, and leaves an enlarged page alone", async () => {
    const frame = await show("subdomain_empty", false);
    const box = () =>
      frame.locator(".card").evaluate((card) => {
        const { top, height } = card.getBoundingClientRect();
        return [top, height];
      });
    await shrinkPart(frame, { height: left, offsetTop: 120 });
    assert.deepEqual(await box(), [120, left]);
    await settle(frame);
    assert.deepEqual(await unseenParts(frame, "field:subdomain", left, 120), []);
    await shrinkPart(frame, { height: phone.height, offsetTop: 0 });
    assert.deepEqual(await box(), [0, phone.height]);
    await shrinkPart(frame, { height: phone.height / 2, offsetTop: 200, scale: 2 });
    assert.deepEqual(await box(), [0, phone.height]);
  });
});
