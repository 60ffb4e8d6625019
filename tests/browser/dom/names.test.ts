import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { keyScreen, openLayer, screen, show, subdomainScreen } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser);
});
after(() => browser.close());

const byRole = (role: Parameters<Page["getByRole"]>[0], name: string) => page.getByRole(role, { name, exact: true });

test("every screen is a modal dialog named by its only h1", async () => {
  await show(page, screen("method", []));
  const dialog = byRole("dialog", "Heading of method");
  assert.equal(await dialog.count(), 1);
  assert.equal(await dialog.getAttribute("aria-modal"), "true");
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
});

test("the frame of a screen has Back, Close, the step in words, Get help and the Text view switch", async () => {
  await show(page, screen("method", []));
  for (const name of ["Back", "Close", "Get help"]) assert.equal(await byRole("button", name).count(), 1, name);
  assert.equal(await byRole("switch", "Text view").getAttribute("aria-checked"), "false");
  assert.equal(await page.getByText("Step 2 of 7", { exact: true }).count(), 1);
});

test("a screen without a way back has no Back button", async () => {
  await show(page, screen("provider", [], { canGoBack: false }));
  assert.equal(await byRole("button", "Back").count(), 0);
});

test("a choice is a button whose name is exactly its label, with its help as description", async () => {
  await show(
    page,
    screen("method", [{ id: "c", kind: "choice", label: "Workable", help: "Asks for a key", tile: "WO" }]),
  );
  const row = byRole("button", "Workable");
  assert.equal(await row.count(), 1);
  const help = await row.getAttribute("aria-describedby");
  assert.equal(await page.locator(`[id="${help}"]`).textContent(), "Asks for a key");
});

test("a search field is a searchbox and a text field a textbox, both by their labels", async () => {
  await show(
    page,
    screen("provider", [{ id: "search", kind: "field", input: "search", label: "Search integrations" }]),
  );
  assert.equal(await byRole("searchbox", "Search integrations").count(), 1);
  await show(page, subdomainScreen());
  assert.equal(await byRole("textbox", "Subdomain").count(), 1);
});

test("a field is described by its error first, then by its suffix and help", async () => {
  await show(page, subdomainScreen({ error: "Enter only the first part." }));
  const input = byRole("textbox", "Subdomain");
  assert.equal(await input.getAttribute("aria-invalid"), "true");
  const ids = (await input.getAttribute("aria-describedby"))?.split(" ") ?? [];
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
  assert.deepEqual(texts, ["Enter only the first part.", ".workable.com", "The first part of the address."]);
});

test("a field without an error is not invalid and refers to no error", async () => {
  await show(page, subdomainScreen({ error: "Wrong." }));
  await show(page, subdomainScreen());
  const input = byRole("textbox", "Subdomain");
  assert.equal(await input.getAttribute("aria-invalid"), null);
  assert.doesNotMatch((await input.getAttribute("aria-describedby")) ?? "", /error/);
});

test("a secret is a password field that browsers neither save, check nor translate", async () => {
  await show(page, keyScreen(false));
  const input = page.getByLabel("API key", { exact: true });
  assert.equal(await input.count(), 1);
  const read = (name: string) => input.getAttribute(name);
  assert.deepEqual(
    [
      await read("type"),
      await read("autocomplete"),
      await read("spellcheck"),
      await read("autocapitalize"),
      await read("translate"),
    ],
    ["password", "off", "false", "none", "no"],
  );
  assert.equal(await page.locator("form").getAttribute("method"), "post");
});

test("the button that shows a key says whether it does and which field it controls", async () => {
  await show(page, keyScreen(false));
  const button = byRole("button", "Show key");
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assert.equal(
    await button.getAttribute("aria-controls"),
    await page.getByLabel("API key", { exact: true }).getAttribute("id"),
  );
});

test("lists, steps, links, headings, status lines and notices have their native roles", async () => {
  await show(
    page,
    screen("mixed", [
      { id: "h", kind: "heading", label: "What you need" },
      { id: "l", kind: "list", label: "Read", items: [{ label: "See your jobs", detail: "r_jobs" }] },
      { id: "g0", kind: "step", label: "Tick these scopes." },
      { id: "c", kind: "snippet", label: "r_jobs", help: "Jobs", button: "Copy", name: "Copy r_jobs", owner: "g0" },
      { id: "g1", kind: "step", label: "Copy the key." },
      { id: "a", kind: "link", label: "Open Workable settings", href: "https://acme.workable.com/" },
      { id: "s", kind: "status", label: "Reading your jobs", help: "Checking", phase: "checking" },
      { id: "n", kind: "notice", label: "Nothing is checked.", tone: "warning" },
    ]),
  );
  assert.equal(await page.getByRole("heading", { level: 2, name: "What you need" }).count(), 1);
  assert.equal(await byRole("list", "Read").getByRole("listitem").textContent(), "See your jobs r_jobs");
  const steps = page.locator("ol > li");
  assert.equal(await steps.count(), 2);
  assert.equal(await steps.first().getByRole("button", { name: "Copy r_jobs", exact: true }).count(), 1);
  assert.equal(await steps.last().textContent(), "Copy the key.");
  const link = byRole("link", "Open Workable settings");
  assert.deepEqual(
    [await link.getAttribute("target"), await link.getAttribute("rel")],
    ["_blank", "noopener noreferrer"],
  );
  assert.equal(
    await page.getByRole("listitem").filter({ hasText: "Reading your jobs" }).textContent(),
    "Reading your jobs Checking",
  );
  assert.equal(await page.getByText("Nothing is checked.").count(), 1);
});

test("a link to anything but https and mailto is no link", async () => {
  await show(page, screen("links", [{ id: "a", kind: "link", label: "Odd", href: "javascript:alert(1)" }]));
  assert.equal(await page.getByRole("link").count(), 0);
  assert.equal(await page.locator("[href^='javascript']").count(), 0);
});

test("the canvas is not in the accessible tree and takes no pointer", async () => {
  const canvas = page.locator("canvas");
  assert.equal(await canvas.getAttribute("aria-hidden"), "true");
  assert.equal(await canvas.evaluate((node) => getComputedStyle(node).pointerEvents), "none");
});

test("every control stands on its rectangle, and its centre is itself", async () => {
  await show(page, subdomainScreen());
  for (const control of [byRole("textbox", "Subdomain"), byRole("button", "Next"), byRole("button", "Close")]) {
    const hit = await control.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return (
        node.contains(document.elementFromPoint(left + width / 2, top + height / 2)) && width >= 44 && height >= 44
      );
    });
    assert.equal(hit, true);
  }
});
