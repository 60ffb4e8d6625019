import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { startServers, type Servers } from "../../../web/dev/start_servers.ts";
import { sample } from "../../support/sample.ts";
import { watchViolations } from "../policy/watch.ts";
import { axeFindings, bringAxe } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";

const folder = join(import.meta.dirname, "../../../dist/docs");
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));

let servers: Servers;
let browser: Browser;
before(async () => {
  servers = await startServers();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await servers.close();
});

const open = async (name: string, options = {}): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  await bringAxe(page);
  await page.goto(`${servers.hostUrl}docs/${name}`);
  return page;
};

/** The page's script has given a tab stop to all that is wider than its place. */
const hasTabStops = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>(".wide")].every(
      (part) => part.scrollWidth <= part.clientWidth || part.tabIndex === 0,
    ),
  );

test("no page of the documentation is wider than 320 pixels", async () => {
  const page = await open("");
  await page.setViewportSize({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const name of pages) {
    await page.goto(`${servers.hostUrl}docs/${name}`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name);
  }
  assert.deepEqual(wide, []);
  await page.close();
});

test("axe finds nothing on the documentation's pages at 320 pixels", async () => {
  const page = await open("");
  await page.setViewportSize({ width: 320, height: 640 });
  const wrong: string[] = [];
  for (const name of ["index.html", ...sample(pages, 3, "documentation")]) {
    await page.goto(`${servers.hostUrl}docs/${name}`);
    await hasTabStops(page);
    // axe does not judge the colours of a single letter; they are those of the words around it.
    for (const found of await axeFindings(page.mainFrame(), "text"))
      if (!/^color-contrast, undecided: <(td|th|code)( style="text-align:\w+")?>.<\/\1>$/u.test(found))
        wrong.push(`${name}: ${found}`);
  }
  assert.deepEqual(wrong, []);
  await page.close();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the documentation's longest page and its results pass axe at 1280 pixels, ${colorScheme}`, async () => {
    const page = await open("backend.html", { colorScheme });
    await page.getByRole("searchbox", { name: "Search" }).fill("state");
    await page.getByRole("list", { name: "Results" }).getByRole("link").first().waitFor();
    await hasTabStops(page);
    assert.deepEqual(await axeFindings(page.mainFrame(), "text"), []);
    await page.close();
  });

test("the keyboard alone searches, goes to a section and comes back, under a strict policy", async () => {
  const page = await open("");
  const violations = await watchViolations(page);
  await page.reload();
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${servers.hostUrl}docs/`)) foreign.push(request.url());
  });
  await page.keyboard.press("/");
  await page.keyboard.type("replace seal ke");
  await page
    .getByRole("status")
    .filter({ hasText: /result/ })
    .waitFor();
  const first = page.getByRole("list", { name: "Results" }).getByRole("link").first();
  assert.match(await first.innerText(), /Replace the seal key/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/key-rotation\.html$/);
  await page.getByRole("heading", { name: "Replace the seal key" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("qqqqqqqq");
  await page.getByRole("status").filter({ hasText: "Nothing found" }).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
  assert.equal(await page.getByRole("status").innerText(), "");
  assert.deepEqual([violations, foreign], [[], []]);
  await page.close();
});

test("without its script the documentation has no search field, and all that is to be read", async () => {
  const page = await open("deploy.html", { javaScriptEnabled: false });
  assert.equal(await page.getByRole("searchbox").isVisible(), false);
  await page.getByRole("navigation", { name: "All pages" }).getByRole("link", { name: "Your backend" }).click();
  await page.waitForURL(/backend\.html$/);
  await page.close();
});
