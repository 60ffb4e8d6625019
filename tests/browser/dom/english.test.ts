import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import type { ViewModel } from "../../../web/link/view_model.ts";
import { launchChromium } from "../support/chromium.ts";
import { openLayer, reopen, screen, show } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser);
});
after(() => browser.close());
beforeEach(() => reopen(page));

const says = (language: string, direction = "ltr"): Promise<void> =>
  page.evaluate(
    ([lang = "", dir = ""]) => void Object.assign(document.documentElement, { lang, dir }),
    [language, direction],
  );
const marks = (found: Locator): Promise<(string | null)[]> =>
  found.evaluate((element) => [element.getAttribute("lang"), element.getAttribute("dir")]);
const withText = (text: string): Locator => page.locator("main *:not(:has(*)):not(.live)", { hasText: text }).first();

/** A screen of which some texts are an ATS's own and English, in German and so in Latin letters. */
function mixed(english: string[]): ViewModel {
  const options = [
    { label: "Global", value: "global" },
    { label: "Europäische Union", value: "eu" },
  ];
  const items = [{ label: "See your jobs", detail: "r_jobs", mark: "done" as const }];
  return screen(
    "details",
    [
      { id: "field:region", kind: "field", input: "select", label: "Region", help: "Where it is kept.", options },
      { id: "field:key", kind: "field", input: "text", label: "Key", help: "Nur einmal.", error: "This is a name." },
      { id: "warn", kind: "notice", tone: "warning", label: "This is short." },
      { id: "scopes", kind: "list", label: "Berechtigungen", items },
      { id: "probe", kind: "status", label: "Reading your jobs", phase: "checking" },
      { id: "revoke", kind: "text", label: "To end it, delete the key." },
    ],
    { english, announce: { text: "This is a name.", assertive: true } },
  );
}
const provided = [
  ...["Global", "Region", "Where it is kept.", "This is a name.", "This is short.", "See your jobs"],
  ...["Reading your jobs", "To end it, delete the key."],
];

test("each text that a provider has in English alone says so, wherever it stands, and no other does", async () => {
  await says("de");
  await show(page, mixed(provided));
  for (const text of provided) assert.deepEqual(await marks(withText(text)), ["en", "ltr"], text);
  for (const text of ["Europäische Union", "Key", "Nur einmal.", "Berechtigungen", "r_jobs", "Heading of details"])
    assert.deepEqual(await marks(withText(text)), [null, null], text);
});

test("what is said of a wrong field is said in the language of the sentence", async () => {
  await says("de");
  await show(page, mixed(provided));
  const alert = page.locator(".live[role=alert]", { hasText: "This is a name." });
  await alert.waitFor({ state: "attached" });
  assert.deepEqual(await marks(alert), ["en", "ltr"]);
  await show(page, screen("details", [], { announce: { text: "Ein Satz.", assertive: true }, turn: 1 }));
  await page.locator(".live[role=alert]", { hasText: "Ein Satz." }).waitFor({ state: "attached" });
  assert.deepEqual(await marks(page.locator(".live[role=alert]")), [null, null]);
});

test("the marks go when the language has come, and options change their words and keep the choice", async () => {
  await says("de");
  await show(page, mixed(provided));
  const select = page.locator("select");
  await select.selectOption("global");
  const view = mixed([]);
  for (const node of view.nodes)
    if (node.kind === "field" && node.options) node.options[0] = { label: "Weltweit", value: "global" };
  await show(page, {
    ...view,
    nodes: view.nodes.map((node) => (node.id === "field:region" ? { ...node, value: "global" } : node)),
  });
  assert.equal(await page.locator("main [lang]:not(.live)").count(), 0);
  assert.deepEqual(await select.locator("option").allTextContents(), ["", "Weltweit", "Europäische Union"]);
  assert.equal(await select.inputValue(), "global");
});

test("in a page of other letters an English passage is marked, and the same view again marks nothing anew", async () => {
  await says("ja");
  await page.evaluate(() => window.ats.markPassages());
  await show(page, mixed([]));
  assert.deepEqual(await marks(withText("Where it is kept.")), ["en", "ltr"]);
  const changed = await page.evaluate(
    (again) =>
      new Promise<string[]>((done) => {
        const seen: string[] = [];
        new MutationObserver((records) => {
          for (const { target, attributeName } of records)
            seen.push(`${attributeName ?? ""}: ${target.textContent ?? ""}`);
        }).observe(document.body, { attributeFilter: ["lang", "dir"], subtree: true });
        window.ats.show(again);
        requestAnimationFrame(() => setTimeout(() => done(seen), 0));
      }),
    { ...mixed([]), turn: 1 },
  );
  assert.deepEqual(changed, []);
});

test("an English sentence in a page from right to left is laid out from left to right", async () => {
  await says("ar", "rtl");
  await show(page, mixed(provided));
  await page.getByRole("switch").evaluate((node: HTMLElement) => node.click());
  const ends = await withText("To end it, delete the key.").evaluate((element) => {
    const [text] = element.childNodes;
    const at = (offset: number): DOMRect => {
      const range = document.createRange();
      range.setStart(text as Node, offset);
      range.setEnd(text as Node, offset + 1);
      return range.getBoundingClientRect();
    };
    return { first: at(0).left, stop: at(element.textContent.length - 1).left };
  });
  assert.ok(ends.first < ends.stop, `the full stop ends it: ${JSON.stringify(ends)}`);
});
