import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { actions, keyScreen, next, openLayer, reopen, screen, show, subdomainScreen } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser, { hasTouch: true });
});
after(() => browser.close());
beforeEach(() => reopen(page));

// Forced: a disabled control is to be tried as well.
const ways: Record<string, (control: Locator) => Promise<unknown>> = {
  "a mouse click": (control) => control.click({ force: true }),
  "a tap": (control) => control.tap({ force: true }),
  Enter: (control) => control.press("Enter"),
  Space: (control) => control.press(" "),
  "an assistive click without pointer events": (control) => control.evaluate((node: HTMLElement) => node.click()),
};

for (const [way, activate] of Object.entries(ways)) {
  test(`a choice acts exactly once on ${way}`, async () => {
    await show(page, screen("method", [{ id: "choice:workable", kind: "choice", label: "Workable" }]));
    await activate(page.getByRole("button", { name: "Workable" }));
    assert.deepEqual(await actions(page), [{ type: "action", node: "choice:workable", kind: "press" }]);
  });

  test(`the submit button of a form acts exactly once on ${way}`, async () => {
    await show(page, subdomainScreen());
    await activate(page.getByRole("button", { name: "Next" }));
    assert.deepEqual(await actions(page), [{ type: "action", node: "primary", kind: "submit" }]);
  });
}

test("a primary button outside a form presses", async () => {
  await show(
    page,
    screen("permissions", [], { primary: next, secondary: [{ id: "secondary:0", label: "Edit API key" }] }),
  );
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Edit API key" }).click();
  assert.deepEqual(await actions(page), [
    { type: "action", node: "primary", kind: "press" },
    { type: "action", node: "secondary:0", kind: "press" },
  ]);
});

test("Enter in a field submits once", async () => {
  await show(page, subdomainScreen());
  await page.getByRole("textbox").press("Enter");
  assert.deepEqual(await actions(page), [{ type: "action", node: "primary", kind: "submit" }]);
});

test("a disabled primary button does nothing, however it is activated", async () => {
  await show(page, subdomainScreen({}, { primary: { ...next, disabled: true } }));
  for (const activate of Object.values(ways)) await activate(page.getByRole("button", { name: "Next" }));
  await page.getByRole("textbox").press("Enter");
  assert.deepEqual(await actions(page), []);
});

test("the second half of a double click does not press what the first one brought there", async () => {
  await page.evaluate(
    (after) => {
      window.ats.reply = ({ node }) => node === "primary" && window.ats.show(after);
    },
    screen("after", [], { primary: next }),
  );
  await show(page, screen("before", [], { primary: next }));
  await page.getByRole("button", { name: "Next" }).dblclick();
  assert.equal((await actions(page)).length, 1);
});

test("a press that is dragged off its control does nothing", async () => {
  await show(page, screen("method", [{ id: "c", kind: "choice", label: "Workable" }]));
  const box = await page.getByRole("button", { name: "Workable" }).boundingBox();
  await page.mouse.move(box!.x + 20, box!.y + 20);
  await page.mouse.down();
  await page.mouse.move(5, 600);
  await page.mouse.up();
  assert.deepEqual(await actions(page), []);
});

test("a check toggles once and shows what the flow says", async () => {
  await show(page, screen("guide", [{ id: "scope:r_jobs", kind: "check", label: "Tick r_jobs", state: "off" }]));
  await page.getByRole("checkbox").click();
  assert.deepEqual(await actions(page), [{ type: "action", node: "scope:r_jobs", kind: "toggle" }]);
  await show(page, screen("guide", [{ id: "scope:r_jobs", kind: "check", label: "Tick r_jobs", state: "off" }]));
  assert.equal(await page.getByRole("checkbox").isChecked(), false);
});

test("Escape, Back, Close and Get help are told by their names", async () => {
  await show(page, keyScreen(false));
  await page.getByLabel("API key", { exact: true }).press("Escape");
  for (const name of ["Back", "Close", "Get help"]) await page.getByRole("button", { name, exact: true }).click();
  assert.deepEqual(
    (await actions(page)).map((action) => (action as { node: string }).node),
    ["escape", "back", "close", "help"],
  );
});

test("Tab, Backspace, letters and function keys are left to the browser", async () => {
  await show(page, subdomainScreen());
  await page.evaluate(() => {
    const cancelled: string[] = [];
    Object.assign(window, { cancelled });
    window.addEventListener("keydown", (event) => event.defaultPrevented && cancelled.push(event.key));
  });
  await page.getByRole("textbox").focus();
  for (const key of ["a", "Backspace", "ArrowLeft", "Tab", "Shift+Tab", "Control+f"]) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => (window as unknown as { cancelled: string[] }).cancelled), []);
});
