import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { actions, keyScreen, openLayer, reopen, screen, show, subdomainScreen } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser);
});
after(() => browser.close());
beforeEach(async () => {
  await page.emulateMedia({ forcedColors: "none", media: "screen" });
  await reopen(page);
});

const textSwitch = () => page.getByRole("switch", { name: "Text view" });
const isTextView = async (): Promise<boolean> => {
  const checked = (await textSwitch().getAttribute("aria-checked")) === "true";
  const hidden = await page.locator("canvas").evaluate((canvas) => getComputedStyle(canvas).display === "none");
  assert.equal(hidden, checked, "the switch tells what is shown");
  return checked;
};

/** A media query's change event comes in a later frame than the emulation's answer. */
const becomesTextView = (on: boolean): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector("[role=switch]")?.ariaChecked === wanted, String(on));

test("the switch keeps every element, the value and the caret", async () => {
  await show(page, subdomainScreen({ value: "acme", error: "Wrong." }));
  await page.getByRole("textbox").evaluate((input: HTMLInputElement) => {
    input.focus();
    input.setSelectionRange(1, 2);
    Object.assign(window, { before: [...document.querySelectorAll("#ats-link *")] });
  });
  for (const expected of [true, false]) {
    await textSwitch().evaluate((node: HTMLElement) => node.click());
    assert.equal(await isTextView(), expected);
    const state = await page.getByRole("textbox").evaluate((input: HTMLInputElement) => {
      const now = [...document.querySelectorAll("#ats-link *")];
      const { before } = window as unknown as { before: Element[] };
      const same = now.length === before.length && now.every((node, index) => node === before[index]);
      return [same, document.activeElement === input, input.value, input.selectionStart, input.selectionEnd];
    });
    assert.deepEqual(state, [true, true, "acme", 1, 2]);
  }
});

test("text is transparent over the canvas and seen in Text view", async () => {
  await show(page, screen("method", []));
  const color = () => page.getByRole("heading", { level: 1 }).evaluate((node) => getComputedStyle(node).color);
  assert.equal(await color(), "rgba(0, 0, 0, 0)");
  await textSwitch().click();
  assert.equal(await color(), "rgb(20, 23, 31)");
});

test("the switch itself is told to nobody", async () => {
  await show(page, screen("method", []));
  await textSwitch().click();
  assert.deepEqual(await actions(page), []);
});

test("forced colours bring Text view, live and back", async () => {
  await show(page, screen("method", []));
  await page.emulateMedia({ forcedColors: "active" });
  await becomesTextView(true);
  assert.equal(await isTextView(), true);
  await page.emulateMedia({ forcedColors: "none" });
  await becomesTextView(false);
  assert.equal(await isTextView(), false);
});

test("printing brings Text view for as long as it takes, without a key", async () => {
  await show(page, keyScreen(false));
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await isTextView(), true);
  await page.emulateMedia({ media: "print" });
  const visibility = await page
    .getByLabel("API key", { exact: true })
    .evaluate((node) => getComputedStyle(node).visibility);
  assert.equal(visibility, "hidden");
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await isTextView(), false);
});

test("a lost context brings Text view until it is restored, and a second loss within a minute for good", async () => {
  await show(page, screen("method", []));
  const tell = (type: string) =>
    page
      .locator("canvas")
      .evaluate((canvas, name) => canvas.dispatchEvent(new Event(name, { cancelable: true })), type);
  assert.equal(await tell("webglcontextlost"), false, "the loss is cancelled, so that the browser may restore it");
  assert.equal(await isTextView(), true);
  await tell("webglcontextrestored");
  assert.equal(await isTextView(), false);
  await tell("webglcontextlost");
  await tell("webglcontextrestored");
  assert.equal(await isTextView(), true);
});

test("an idle wizard draws no frame, and Text view none at all", async () => {
  await show(page, screen("method", []));
  const frames = () => page.evaluate(() => window.ats.module.frames());
  const pass = (count: number) =>
    page.evaluate(async (left) => {
      for (; left > 0; left--) await new Promise(requestAnimationFrame);
    }, count);
  // The observers of size report once more after the first layout.
  await pass(30);
  const drawn = await frames();
  assert.ok(drawn > 0, "the canvas view did draw");
  await pass(60);
  assert.equal(await frames(), drawn);
  await textSwitch().click();
  await becomesTextView(true);
  const before = await frames();
  await show(page, screen("admin", []));
  assert.equal(await frames(), before);
});

test("nothing is cut off sideways at 320 CSS px in Text view, and a low window scrolls as a whole", async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  await show(page, subdomainScreen({ error: "Enter only the part before .workable.com." }));
  await textSwitch().click();
  const state = await page.locator(".scroll").evaluate((scroller) => ({
    sideways: scroller.scrollWidth > scroller.clientWidth,
    whole: scroller.contains(document.querySelector(".head")) && scroller.contains(document.querySelector(".foot")),
  }));
  await page.setViewportSize({ width: 440, height: 720 });
  assert.deepEqual(state, { sideways: false, whole: true });
});
