import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { centreOf, holdActions, takeActions, watchActions } from "../support/actions.ts";
import { Gallery, setTextView } from "../support/gallery.ts";

type Way = (page: Page, frame: Frame, node: string) => Promise<unknown>;
const key =
  (name: string): Way =>
  async (page, frame, node) => {
    await frame.locator(`[data-node="${node}"]`).focus();
    // A browser shows what was tapped as pressed for a moment, and that moment's end would end the press of a key too.
    await frame.waitForFunction(() => !document.querySelector("button:active, a:active"));
    await page.keyboard.press(name);
  };

const ways: Record<string, Way> = {
  mouse: async (page, frame, node) => {
    const { x, y } = await centreOf(frame, node);
    await page.mouse.click(x, y);
  },
  tap: async (page, frame, node) => {
    const { x, y } = await centreOf(frame, node);
    await page.touchscreen.tap(x, y);
  },
  Enter: key("Enter"),
  Space: key("Space"),
  "click() alone": (_, frame, node) =>
    frame.locator(`[data-node="${node}"]`).evaluate((target: HTMLElement) => target.click()),
  // As Chromium does for assistive technology: at the middle of the control, everything in one task.
  "a simulated press": (_, frame, node) =>
    frame.locator(`[data-node="${node}"]`).evaluate((target) => {
      target.scrollIntoView({ block: "nearest" });
      const { left, top, width, height } = target.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true, detail: 1 };
      const hit = document.elementFromPoint(at.clientX, at.clientY);
      const pointer = { ...at, pointerId: 1, pointerType: "mouse", isPrimary: true };
      hit?.dispatchEvent(new PointerEvent("pointerdown", pointer));
      hit?.dispatchEvent(new MouseEvent("mousedown", at));
      hit?.dispatchEvent(new PointerEvent("pointerup", pointer));
      hit?.dispatchEvent(new MouseEvent("mouseup", at));
      hit?.dispatchEvent(new PointerEvent("click", pointer));
    }),
};

/** One control of every kind: its state, its node, what it does, and the keys that a browser does not press it with. */
const controls: [kind: string, state: string, node: string, does: string, not?: string][] = [
  ["a choice", "method", "method:api_key", "press"],
  ["a button of the content", "provider", "show_all", "press"],
  ["a toggle in a field", "api_key", "show:api_key", "press"],
  ["an offered value", "subdomain_address", "suggest:subdomain", "press"],
  ["a text to copy", "api_key", "scope:r_jobs", "press"],
  ["a link", "invite", "mail_link", "press", "Space"],
  ["the button of a form", "subdomain_warned", "primary", "submit"],
  ["the primary button without a form", "permissions", "primary", "press"],
  ["a secondary button", "close_question", "secondary:0", "press"],
  ["Back", "admin", "back", "press"],
  ["Close", "subdomain", "close", "press"],
  ["Get help", "subdomain", "help", "press"],
];

describe("every kind of activation acts once", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ hasTouch: true });
    await watchActions(page);
    // Not followed: what counts is that the link was pressed.
    await page.addInitScript(() =>
      window.addEventListener("click", (event) => {
        if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
      }),
    );
  });
  after(() => gallery.stop());

  // The screen is held, so that every way meets the same control; the last test lets it go on.
  let shown: { state: string; frame: Frame } | undefined;
  for (const [kind, state, node, does, not] of controls)
    for (const textView of [false, true])
      it(`E2 ${kind} acts once in the ${textView ? "Text" : "canvas"} view, by mouse, finger, keys and assistive clicks`, async () => {
        if (shown?.state !== state) shown = { state, frame: (await gallery.show(page, state)).frame };
        const { frame } = shown;
        await setTextView(frame, textView);
        await holdActions(frame, true);
        await takeActions(frame);
        for (const [name, activate] of Object.entries(ways)) {
          if (name === not) continue;
          await activate(page, frame, node);
          assert.deepEqual(await takeActions(frame, 1), [{ node, kind: does }], name);
        }
      });

  it("E2 a press does not act on what comes under it, on a screen that goes on", async () => {
    for (const [name, activate] of Object.entries(ways)) {
      const { frame } = await gallery.show(page, "method");
      await takeActions(frame);
      await activate(page, frame, "method:api_key");
      await frame.locator("[data-node='admin:yes']").waitFor();
      assert.deepEqual(await takeActions(frame, 1), [{ node: "method:api_key", kind: "press" }], name);
    }
  });

  it("E2 the switch between the views turns once, and tells nobody", async () => {
    const { frame } = await gallery.show(page, "method");
    const button = frame.locator("[data-node=text_view]");
    await button.evaluate((target) => {
      const log: (string | null)[] = [];
      Object.assign(window, { turns: log });
      new MutationObserver(() => log.push(target.ariaChecked)).observe(target, { attributeFilter: ["aria-checked"] });
    });
    await takeActions(frame);
    for (const [name, activate] of Object.entries(ways)) {
      const was = await button.getAttribute("aria-checked");
      await activate(page, frame, "text_view");
      assert.deepEqual(await takeActions(frame, 1), [], name);
      const turns = await frame.evaluate(() => (window as unknown as { turns: string[] }).turns.splice(0));
      assert.deepEqual(turns, [String(was !== "true")], name);
    }
  });
});
