import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { actions, keyScreen, openLayer, reopen, screen, show } from "./open_layer.ts";

const marker = "canary-0123456789-abcdefghij";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser);
});
after(() => browser.close());
beforeEach(() => reopen(page));

const field = () => page.getByLabel("API key", { exact: true });
const log = (): Promise<object[]> => page.evaluate(() => window.ats.module.log);

/** The flow's part: the show button toggles, and its state comes back in the next view. */
async function scriptShowButton(): Promise<void> {
  await page.evaluate(
    ([shown, hidden]) => {
      let on = false;
      window.ats.reply = ({ node }) => {
        if (node === "show:api_key") window.ats.show((on = !on) ? shown : hidden);
      };
    },
    [keyScreen(true), keyScreen(false)] as const,
  );
}

test("a secret is in no attribute, text, message or console line, shown or masked", async () => {
  const lines: string[] = [];
  page.on("console", (message) => lines.push(message.text()));
  await scriptShowButton();
  await show(page, keyScreen(false));
  await field().fill(marker);
  await page.getByRole("button", { name: "Show key" }).click();
  assert.equal(await field().getAttribute("type"), "text");
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  assert.ok(html.includes("API key"), "the page was really read");
  assert.ok(!html.includes(marker));
  assert.ok(!JSON.stringify(await log()).includes(marker));
  assert.ok(!lines.join().includes(marker));
  assert.equal(await field().inputValue(), marker);
});

test("typing a secret tells that it changed, never what it is", async () => {
  await show(page, keyScreen(false));
  await field().pressSequentially("ab");
  const typed = { type: "action", node: "field:api_key", kind: "input" };
  assert.deepEqual(await actions(page), [typed, typed]);
});

test("a secret is handed over before the submit, and only once", async () => {
  await show(page, keyScreen(false));
  await field().fill(marker);
  await page.evaluate(() => document.querySelector("form")?.requestSubmit());
  assert.deepEqual(await log(), [
    { type: "action", node: "field:api_key", kind: "input" },
    { secret: "api_key", length: marker.length },
    { type: "action", node: "primary", kind: "submit" },
  ]);
});

test("a secret that a manager filled without events is handed over on submit", async () => {
  await show(page, keyScreen(false));
  await field().evaluate((input: HTMLInputElement, value) => (input.value = value), marker);
  await page.getByRole("button", { name: "Next" }).click();
  assert.equal(await page.evaluate(() => window.ats.module.secrets.get("api_key")), marker);
});

test("Back, Close and Get help hand over what was typed before they act", async () => {
  for (const name of ["Back", "Close", "Get help"]) {
    await reopen(page);
    await show(page, keyScreen(false));
    await field().fill(marker);
    await page.getByRole("button", { name, exact: true }).click();
    const entries = await log();
    const handed = entries.findIndex((entry) => "secret" in entry);
    const acted = entries.findIndex((entry) => "kind" in entry && entry.kind === "press");
    assert.ok(handed >= 0 && handed < acted, name);
  }
});

test("leaving the field hands the secret over", async () => {
  await show(page, keyScreen(false));
  await field().fill(marker);
  await field().blur();
  assert.equal(await page.evaluate(() => window.ats.module.secrets.get("api_key")), marker);
});

test("a key screen that is shown again has its key again, and a wiped one does not", async () => {
  await show(page, keyScreen(false));
  await field().fill(marker);
  await page.getByRole("button", { name: "Get help" }).click();
  await show(page, screen("help", []));
  await show(page, keyScreen(false));
  assert.equal(await field().inputValue(), marker);
  await page.evaluate(() => window.ats.perform({ type: "wipe" }));
  assert.equal(await field().inputValue(), "");
});

test("the input of a screen that went away is empty", async () => {
  await show(page, keyScreen(false));
  await field().fill(marker);
  await field().evaluate((input) => Object.assign(window, { gone: input }));
  await show(page, screen("verifying", []));
  assert.equal(await page.evaluate(() => (window as unknown as { gone: HTMLInputElement }).gone.value), "");
});

test("D9 showing a key changes the type of the same element and keeps the selection", async () => {
  await scriptShowButton();
  await show(page, keyScreen(false));
  await field().fill(marker);
  await field().evaluate((input: HTMLInputElement) => {
    Object.assign(window, { kept: input });
    input.setSelectionRange(3, 7);
  });
  await page.getByRole("button", { name: "Show key" }).click();
  assert.equal(await page.getByRole("button", { name: "Show key" }).getAttribute("aria-pressed"), "true");
  const state = await field().evaluate(async (input: HTMLInputElement) => {
    // A frame later: the browser may lay out the new type's text first.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const same = input === (window as unknown as { kept: unknown }).kept;
    return [same, input.type, input.selectionStart, input.selectionEnd];
  });
  assert.deepEqual(state, [true, "text", 3, 7]);
});

const maskers: [what: string, mask: () => Promise<unknown>][] = [
  ["on submit", () => page.getByRole("button", { name: "Next" }).click()],
  ["when the window loses the focus", () => page.evaluate(() => window.dispatchEvent(new Event("blur")))],
  ["after 30 seconds", () => page.clock.runFor(30_000)],
];
for (const [what, mask] of maskers) {
  test(`D9 a shown key is masked again ${what}`, async () => {
    if (what.startsWith("after")) {
      await page.clock.install();
      await reopen(page);
    }
    await scriptShowButton();
    await page.evaluate((view) => window.ats.show(view), keyScreen(false));
    await field().fill(marker);
    await page.getByRole("button", { name: "Show key" }).click();
    assert.equal(await field().getAttribute("type"), "text");
    await mask();
    assert.equal(await field().getAttribute("type"), "password");
  });
}
