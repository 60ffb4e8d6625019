import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { ViewModel, ViewNode } from "../../../web/link/view_model.ts";
import { launchChromium } from "../support/chromium.ts";
import { actions, openLayer, reopen, screen, show } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser);
});
after(() => browser.close());
beforeEach(() => reopen(page));

const choice = (id: string, label: string) => ({ id, kind: "choice", label }) as const;
const search = { id: "search", kind: "field", input: "search", label: "Search", value: "" } as const;
const list = (nodes: ViewNode[], more: Partial<ViewModel> = {}): ViewModel => screen("provider", nodes, more);
const method = screen("method", [choice("m", "With a key")], { turn: 1 });

const headings = (): Promise<string[]> =>
  page.getByRole("heading").evaluateAll((all) => all.map(({ textContent }) => textContent));

test("the way back to the list has its elements again, in the words and the order of now", async () => {
  await show(page, list([search, choice("a", "Ashby"), choice("b", "Lever"), choice("c", "Workable")]));
  const row = page.getByRole("button", { name: "Workable", exact: true });
  await row.evaluate((element) => Object.assign(window, { row: element }));
  await row.focus();
  await show(page, method);
  assert.deepEqual(await headings(), ["Heading of method"]);
  assert.equal(await page.getByRole("button", { name: "Workable" }).count(), 0);
  await page.evaluate(() => {
    const focused: (string | null)[] = [];
    Object.assign(window, { focused });
    document.addEventListener("focusin", () => focused.push(document.activeElement?.textContent ?? null));
  });
  const again = [search, choice("c", "Workable (recommandé)"), choice("a", "Ashby"), choice("d", "Teamtailor")];
  await show(page, list(again, { heading: "Choisissez", turn: 2 }));
  assert.deepEqual(await headings(), ["Choisissez"]);
  assert.deepEqual(await page.evaluate(() => (window as unknown as { focused: string[] }).focused), ["Choisissez"]);
  const rows = page.locator(".choice-label");
  assert.deepEqual(await rows.allTextContents(), ["Workable (recommandé)", "Ashby", "Teamtailor"]);
  const same = (): boolean => document.querySelectorAll(".choice")[0] === (window as unknown as { row: Element }).row;
  assert.equal(await page.evaluate(same), true);
});

test("a composition that the list was left with does not make its search deaf", async () => {
  await show(page, list([search, choice("a", "Ashby")]));
  await page.getByRole("searchbox").focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await show(page, method);
  await show(page, list([search, choice("a", "Ashby")], { turn: 2 }));
  const input = page.getByRole("searchbox");
  assert.equal(await input.inputValue(), "");
  await input.pressSequentially("as");
  const told = (await actions(page)).flatMap((action) => (action as { value?: string }).value ?? []);
  assert.deepEqual(told, ["a", "as"]);
});

test("a list that had no search comes back as a form once it has one", async () => {
  await show(page, list([choice("a", "Ashby")]));
  await show(page, method);
  await show(page, list([search, choice("a", "Ashby")], { turn: 2 }));
  assert.equal(await page.locator("form").count(), 1);
  await show(page, method);
  await show(page, list([choice("a", "Ashby")], { turn: 4 }));
  assert.equal(await page.locator("form").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Ashby" }).count(), 1);
});

test("a list that was left in the canvas view comes back to the Text view without its rectangles", async () => {
  const shown = list([search, choice("a", "Ashby"), choice("b", "Lever")]);
  const placed = (): Promise<number> =>
    page.evaluate(() => document.querySelectorAll(".body [style*=width], .body .unplaced").length);
  await show(page, shown);
  const before = await placed();
  assert.ok(before > 0, "nothing is placed in the canvas view");
  await show(page, method);
  await page.getByRole("switch").click();
  await show(page, { ...shown, turn: 2 });
  assert.equal(await placed(), 0);
  await page.getByRole("switch").click();
  await show(page, { ...shown, turn: 3 });
  assert.equal(await placed(), before);
});

test("a logo that did not come is asked for again on the way back", async () => {
  // Refused by the page's policy, which has no source of images.
  const logo = "http://localhost/logo.svg";
  const shown = list([{ ...choice("a", "Ashby"), logo }]);
  const images = page.locator(".tile img");
  await show(page, shown);
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>(".tile img")?.hidden === true);
  await images.evaluate((element) => Object.assign(window, { image: element }));
  await show(page, method);
  await show(page, { ...shown, turn: 2 });
  const other = (): boolean => document.querySelector(".tile img") !== (window as unknown as { image: Element }).image;
  assert.equal(await page.evaluate(other), true);
  assert.equal(await images.count(), 1);
});
