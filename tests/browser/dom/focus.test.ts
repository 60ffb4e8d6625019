import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { openLayer, reopen, screen, show, subdomainScreen } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser);
});
after(() => browser.close());
beforeEach(() => reopen(page));

const focused = (): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);

test("another screen moves the focus to its heading", async () => {
  await show(page, screen("method", [{ id: "c", kind: "choice", label: "Workable" }], { turn: 1 }));
  await page.getByRole("button", { name: "Workable" }).focus();
  await show(page, screen("admin", [], { turn: 2 }));
  assert.equal(await focused(), "Heading of admin");
});

test("a refused submit moves the focus to the field that the flow names", async () => {
  await show(page, subdomainScreen({}, { turn: 1 }));
  await page.getByRole("button", { name: "Next" }).focus();
  await show(page, subdomainScreen({ error: "Wrong." }, { turn: 2, focus: "field:subdomain" }));
  assert.equal(await focused(), "ats-field:subdomain");
});

test("an update without a new turn leaves the focus where it is", async () => {
  await show(page, subdomainScreen({}, { turn: 2, focus: "field:subdomain" }));
  await page.getByRole("button", { name: "Get help" }).focus();
  await show(page, subdomainScreen({ help: "Updated." }, { turn: 2, focus: "field:subdomain" }));
  assert.equal(await focused(), "Get help");
});

test("a control that goes away hands its focus to what takes its place", async () => {
  const more = { id: "more", kind: "button", label: "View more" } as const;
  await show(page, screen("provider", [{ id: "a", kind: "choice", label: "Ashby" }, more]));
  await page.getByRole("button", { name: "View more" }).focus();
  await show(
    page,
    screen("provider", [
      { id: "a", kind: "choice", label: "Ashby" },
      { id: "b", kind: "choice", label: "Lever" },
    ]),
  );
  assert.equal(await focused(), "Lever");
});

for (const textView of [false, true])
  test(`what takes the focus over is seen whole, on a low card in the ${textView ? "Text" : "canvas"} view`, async () => {
    await page.setViewportSize({ width: 440, height: 460 });
    const choice = (letter: string) =>
      ({ id: letter, kind: "choice", label: `Choice ${letter}`, help: "Higher than a button." }) as const;
    const first = ["a", "b", "c", "d", "e"].map(choice);
    await show(page, screen("provider", [...first, { id: "more", kind: "button", label: "View more" }]));
    if (textView) await page.getByRole("switch").click();
    const more = page.getByRole("button", { name: "View more" });
    await more.focus();
    // It lies at the edge, so that what is higher and comes in its place is not seen whole by itself.
    await more.evaluate((target) => target.scrollIntoView({ block: "end" }));
    await page.keyboard.press("Enter");
    await show(page, screen("provider", [...first, ...["f", "g", "h"].map(choice)]));
    assert.match((await focused()) ?? "", /^Choice f/);
    const [row, window] = await page.evaluate(() =>
      [document.activeElement, document.querySelector(".scroll")].map((part) => {
        const { top, bottom } = part?.getBoundingClientRect() ?? new DOMRect();
        return { top, bottom };
      }),
    );
    assert.ok(row && window);
    assert.ok(row.top >= window.top && row.bottom <= window.bottom, JSON.stringify([row, window]));
    await page.setViewportSize({ width: 440, height: 720 });
  });

test("the Back button, once gone, does not take the focus with it", async () => {
  await show(page, screen("provider", [], { canGoBack: true }));
  await page.getByRole("button", { name: "Back" }).focus();
  await show(page, screen("provider", [], { canGoBack: false }));
  assert.equal(await focused(), "Heading of provider");
});

test("Tab visits the controls in the order in which they are seen", async () => {
  await show(page, subdomainScreen());
  const visited: (string | undefined)[] = [];
  for (let press = 0; press < 5; press++) {
    if (press === 0) await page.getByRole("button", { name: "Back" }).focus();
    else await page.keyboard.press("Tab");
    visited.push(await focused());
  }
  assert.deepEqual(visited, ["Back", "Close", "ats-field:subdomain", "Next", "Get help"]);
});

test("announcements come after a clear, in the region that fits", async () => {
  await show(page, screen("a", []));
  await page.evaluate(() => {
    const log: string[] = [];
    Object.assign(window, { log });
    for (const region of document.querySelectorAll("[role=status], [role=alert]"))
      new MutationObserver(() => log.push(`${region.role}: ${region.textContent}`)).observe(region, {
        childList: true,
      });
  });
  await show(page, screen("a", [], { turn: 1, announce: { text: "2 found", assertive: false } }));
  await page.waitForFunction(() => (window as unknown as { log: string[] }).log.length === 1);
  await show(page, screen("a", [], { turn: 2, announce: { text: "1 problem", assertive: true } }));
  await page.waitForFunction(() => (window as unknown as { log: string[] }).log.length === 3);
  assert.deepEqual(await page.evaluate(() => (window as unknown as { log: string[] }).log), [
    "status: 2 found",
    "status: ",
    "alert: 1 problem",
  ]);
});

test("a wrong field far down is scrolled into view together with its sentence", async () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ id: `t${index}`, kind: "text", label: "Text" }) as const);
  const view = (error: string, turn: number) => {
    const [field] = subdomainScreen({ error }).nodes;
    return subdomainScreen({}, { turn, nodes: [...many, field!], ...(error && { focus: "field:subdomain" }) });
  };
  for (const textView of [false, true]) {
    await reopen(page);
    await show(page, view("", 1));
    if (textView) await page.getByRole("switch").click();
    await page.locator(".scroll").evaluate((scroller) => (scroller.scrollTop = 0));
    await show(page, view("Enter only the first part.", 2));
    const seen = await page.locator(".scroll").evaluate((scroller) => {
      const box = scroller.getBoundingClientRect();
      const inside = (target: Element | null): boolean => {
        const { top, bottom, height } = target?.getBoundingClientRect() ?? new DOMRect();
        return height > 0 && top >= box.top && bottom <= box.bottom;
      };
      return scroller.scrollTop > 0 && inside(document.querySelector(".field-error")) && inside(document.activeElement);
    });
    assert.equal(seen, true, textView ? "Text view" : "canvas view");
  }
});
