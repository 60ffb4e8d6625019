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

test("a select has its arrow in the Text view, as it has in the canvas's picture", async () => {
  const options = [{ label: "Europe", value: "eu" }];
  await show(
    page,
    screen("details", [{ id: "field:region", kind: "field", input: "select", label: "Region", options }]),
  );
  const arrow = page.locator(".box > .icon");
  // In the canvas view, which a busy machine comes to some frames later.
  await arrow.waitFor({ state: "hidden" });
  await textSwitch().evaluate((node: HTMLElement) => node.click());
  const [field, sign] = [await page.locator(".box").boundingBox(), await arrow.boundingBox()];
  assert.ok(field && sign, "both are shown");
  assert.ok(sign.x > field.x + field.width / 2 && sign.x + sign.width <= field.x + field.width, "at the field's end");
  assert.ok(Math.abs(sign.y + sign.height / 2 - field.y - field.height / 2) < 2, "in its middle");
});

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

/** What dark-mode extensions do, each in its way: the page's own policy does not bind them. */
const recolourings: Readonly<Record<string, (on: boolean) => void>> = {
  "a sheet and marks of its own": (on) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("body, .card, .input { background-color: #181a1b !important; color: #e8e6e3 !important }");
    document.adoptedStyleSheets = on ? [sheet] : [];
    document.documentElement.toggleAttribute("data-darkreader-scheme", on);
  },
  "a rule for every element": (on) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { background: #222 !important; color: #ddd !important }");
    document.adoptedStyleSheets = on ? [sheet] : [];
    if (on) document.head.append(document.createElement("style"));
    else document.head.querySelector("style")?.remove();
  },
  "other values of the page's own colours": (on) => {
    const { style } = document.documentElement;
    for (const [name, value] of [
      ["--page", "#181a1b"],
      ["--text", "#e8e6e3"],
    ] as const)
      if (on) style.setProperty(name, value);
      else style.removeProperty(name);
  },
};
for (const [how, recolour] of Object.entries(recolourings))
  test(`a page that an extension darkens by ${how} is in Text view, where all of it is dark, until that ends`, async () => {
    await show(page, subdomainScreen({ value: "acme" }));
    await page.evaluate(recolour, true);
    await becomesTextView(true);
    const readable = await page.locator("input").evaluate((input) => {
      const lightness = (color: string): number => Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number));
      const ground = getComputedStyle(document.querySelector(".card") ?? input).backgroundColor;
      return lightness(getComputedStyle(input).color) - lightness(ground);
    });
    assert.ok(readable > 150, String(readable));
    await page.evaluate(recolour, false);
    await becomesTextView(false);
  });

test("a page that is darkened before the wizard comes begins in Text view", async () => {
  await page.evaluate(recolourings["a rule for every element"] ?? assert.fail(), true);
  await show(page, screen("method", []));
  await becomesTextView(true);
});

test("the page's own dark scheme keeps the canvas", async () => {
  await show(page, screen("method", []));
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((wanted) => document.documentElement.dataset["theme"] === wanted, colorScheme);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal(await isTextView(), false);
  }
});

test("a page that is marked as translated is in Text view until the mark goes", async () => {
  await show(page, screen("method", []));
  for (const mark of ["translated-ltr", "translated-rtl"]) {
    await page.evaluate((name) => document.documentElement.classList.add(name), mark);
    await becomesTextView(true);
    await page.evaluate((name) => document.documentElement.classList.remove(name), mark);
    await becomesTextView(false);
  }
});

test("a page whose words are replaced is in Text view from then on, and an update leaves the new words", async () => {
  await show(page, screen("method", [{ id: "c", kind: "choice", label: "Workable" }]));
  const translate = (selector: string, words: string): Promise<void> =>
    page.locator(selector).evaluate((target, text) => {
      // As browsers do: the text goes into an element of its own.
      const words = document.createElement("span");
      words.textContent = text;
      target.replaceChildren(words);
    }, words);
  await translate("h1", "Überschrift");
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await becomesTextView(true);
  await show(page, screen("method", [{ id: "c", kind: "choice", label: "Workable", help: "New." }]));
  assert.equal(await page.locator("h1").textContent(), "Überschrift");
  await show(page, screen("admin", []));
  assert.equal(await page.locator("h1").textContent(), "Heading of admin");
  assert.equal(await isTextView(), true);
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
