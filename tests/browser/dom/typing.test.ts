import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { actions, openLayer, reopen, screen, show, subdomainScreen } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser);
});
after(() => browser.close());
beforeEach(() => reopen(page));

const inputs = async (): Promise<(string | undefined)[]> =>
  (await actions(page)).flatMap((action) => {
    const { kind, value } = action as { kind: string; value?: string };
    return kind === "input" ? [value] : [];
  });

test("each change of a text field is told with its value", async () => {
  await show(page, subdomainScreen());
  await page.getByRole("textbox").pressSequentially("ac");
  assert.deepEqual(await inputs(), ["a", "ac"]);
});

test("a value filled by script, with input and change but without focus, is told once", async () => {
  await show(page, subdomainScreen());
  await page.getByRole("textbox").evaluate((input: HTMLInputElement) => {
    input.value = "acme";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  assert.deepEqual(await inputs(), ["acme"]);
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), "INPUT");
});

test("an update keeps the field's element, focus and caret", async () => {
  await show(page, subdomainScreen({ value: "" }));
  const input = page.getByRole("textbox");
  await input.fill("acme");
  await input.evaluate((node: HTMLInputElement) => {
    Object.assign(window, { kept: node });
    node.setSelectionRange(1, 3);
  });
  await show(page, subdomainScreen({ value: "acme", error: "Wrong.", help: "Other help." }));
  const state = await input.evaluate((node: HTMLInputElement) => [
    node === (window as unknown as { kept: unknown }).kept,
    node === document.activeElement,
    node.selectionStart,
    node.selectionEnd,
  ]);
  assert.deepEqual(state, [true, true, 1, 3]);
});

test("a value that the flow changes is written into the field", async () => {
  await show(page, subdomainScreen({ value: "acme.workable.com" }));
  await show(page, subdomainScreen({ value: "acme" }));
  assert.equal(await page.getByRole("textbox").inputValue(), "acme");
});

test("a composition goes on across updates, and nothing is told before it ends", async () => {
  await show(page, subdomainScreen({ value: "" }));
  await page.getByRole("textbox").focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await show(page, subdomainScreen({ value: "", help: "Updated while composing." }));
  await cdp.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  assert.equal(await page.getByRole("textbox").inputValue(), "にほ");
  assert.deepEqual(await inputs(), []);
  await cdp.send("Input.insertText", { text: "日本" });
  assert.equal(await page.getByRole("textbox").inputValue(), "日本");
  assert.deepEqual(await inputs(), ["日本"]);
});

test("paste, copy, drop and the context menu are not cancelled", async () => {
  await show(page, subdomainScreen());
  const cancelled = await page
    .getByRole("textbox")
    .evaluate((input) =>
      ["paste", "copy", "cut", "drop", "contextmenu"].filter(
        (type) => !input.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
      ),
    );
  assert.deepEqual(cancelled, []);
});

test("the text of an input is opaque, at least 16 px, and at least 44 px of it can be hit", async () => {
  await show(page, subdomainScreen({ value: "acme" }));
  const [color, size, height] = await page.getByRole("textbox").evaluate((input) => {
    const style = getComputedStyle(input);
    return [style.color, Number.parseFloat(style.fontSize), input.getBoundingClientRect().height] as const;
  });
  assert.equal(color, "rgb(20, 23, 31)");
  assert.ok(size >= 16 && height >= 44, `${size} px, ${height} px`);
});

test("a select tells the value of the option that was chosen", async () => {
  const options = [
    { label: "United States", value: "us" },
    { label: "European Union", value: "eu" },
  ];
  await show(
    page,
    screen("details", [{ id: "field:region", kind: "field", input: "select", label: "Region", options }]),
  );
  await page.getByRole("combobox", { name: "Region" }).selectOption("eu");
  assert.deepEqual(await inputs(), ["eu"]);
});
