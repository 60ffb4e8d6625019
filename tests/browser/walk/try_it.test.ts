import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { axeFindings } from "../support/axe.ts";
import { Demo } from "../support/demo.ts";
import { until } from "../support/until.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  submitCredentials,
  textbox,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { sweepWalk, walkingPage } from "../support/walking_page.ts";

const inDialog = (page: Page): Widget => ({ page, frame: page.frameLocator("dialog iframe") });
const inPage = (page: Page): Widget => ({ page, frame: page.frameLocator("#wizard iframe") });
const openWizard = (page: Page): Promise<void> => page.getByRole("button", { name: "Open the wizard" }).click();
const lines = async (page: Page): Promise<string> =>
  (await page.getByRole("group", { name: "Code of your page" }).textContent()) ?? "";

/** One page for all: a visitor who tries one thing after the other, and loads the page again in between. */
describe("a visitor tries the demo", () => {
  let demo: Demo, page: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo, { permissions: ["clipboard-read", "clipboard-write"], locale: "en-GB" });
    await page.goto(demo.servers.hostUrl);
  });
  afterEach(() => sweepWalk(demo, page));
  after(() => demo.stop());

  const copied = async (name: string): Promise<string> => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByText(`Copied: ${name.replace("Copy ", "")}`).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };

  it("copies the account and each key of the sandbox, of any ATS, and the page shows no whole key", async () => {
    assert.equal(await page.locator("iframe").count(), 0, "nothing is loaded for somebody who only looks");
    assert.equal(await copied("Copy Subdomain"), "acme");
    assert.equal(await page.locator("iframe:not(dialog iframe)").count(), 1, "it is being loaded by now");
    const list = page.getByRole("list", { name: "Keys" });
    assert.equal(await list.getByRole("listitem").count(), 6);
    assert.equal(await copied("Copy API key: Wrong"), keys.revoked.key);
    await list.getByText("Only r_jobs, of acme.").waitFor();
    await page.getByRole("combobox", { name: "ATS" }).selectOption("Jobvite");
    assert.equal(await copied("Copy Secret key: Good"), keys.jobvite.secret);
    await page.getByRole("combobox", { name: "ATS" }).selectOption("Workable");
    assert.equal(await copied("Copy API key: Good"), keys.allScopes.key);
  });

  it("closes the wizard by mistake and finds what was chosen, by the page's one handler", async () => {
    await openWizard(page);
    const widget = inDialog(page);
    await expectScreen(widget, "Connect your ATS");
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Close").click();
    await button(widget, "Close now").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    const focused = page.locator("button:focus", { hasText: "Open the wizard" });
    await focused.waitFor();

    await openWizard(page);
    await widget.frame.getByText("Your earlier choices are still here, but no API key.").first().waitFor();
    await button(widget, "Next").click();
    assert.equal(await textbox(widget, "Subdomain").inputValue(), "acme");
    await button(widget, "Next").click();
    await keyField(widget).fill(keys.allScopes.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected");
    await button(widget, "Done").click();
  });

  it("sees what the backend got, what was sealed and what the page saw, and the connection after a reload", async () => {
    assert.equal((await backendResult(page))["accountName"], "Acme");
    const part = async (name: string): Promise<Record<string, unknown>> => {
      const group = page.getByRole("group", { name });
      await group.waitFor();
      return JSON.parse((await group.textContent()) ?? "") as Record<string, unknown>;
    };
    const held = await part("What the token held");
    assert.deepEqual(held["credential"], { kind: "api_key", values: { api_key: "••••T4ma" } });
    assert.match(String(held["state"]), /^••••.{4}$/);
    const seen = await part("What this page saw");
    assert.equal((seen["header"] as { typ: string }).typ, "ats-link+jwe");

    await page.reload();
    await part("What the token held");
    assert.equal(await page.locator("#result").count(), 0, "on this page nothing was connected yet");
    await page.getByRole("button", { name: "Settings" }).click();
    const card = page.getByRole("article", { name: "Acme" });
    await card.getByText("••••T4ma").waitFor();
    await card.getByRole("button", { name: "Reconnect", exact: true }).click();
    const widget = inDialog(page);
    await expectScreen(widget, "Reconnect Workable");
    await keyField(widget).fill(keys.allScopes.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected again");
    await button(widget, "Done").click();
    await backendResult(page);
    assert.equal(await page.getByRole("article").count(), 1, "it is the same account");
  });

  it("chooses theme, language and place, which the open wizard and the lines follow", async () => {
    assert.equal((await lines(page)).split("\n").length, 6);
    await page.getByRole("radio", { name: "In the page" }).check({ force: true });
    await page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
    await page.getByRole("checkbox", { name: "Begin with this ATS" }).check();
    await openWizard(page);
    const widget = inPage(page);
    await expectScreen(widget, "Wie möchten Sie Workable verbinden?");
    assert.equal(await page.locator("dialog").count(), 0);

    await page.getByRole("radio", { name: "Dark" }).check({ force: true });
    const accent = page.getByRole("textbox", { name: "Accent colour", exact: true });
    await accent.fill("green");
    await accent.blur();
    await page.getByText("Write a colour as # and six digits from 0 to f, such as #0f766e.").waitFor();
    assert.equal(await accent.getAttribute("aria-invalid"), "true");
    await accent.fill("#0f766e");
    assert.equal(await page.getByText("Write a colour").count(), 0);
    const radius = page.getByRole("textbox", { name: "Corner radius in px" });
    await radius.fill("25");
    await radius.blur();
    await page.getByText("Write a whole number from 0 to 24.").waitFor();
    await radius.fill("4");
    await page.getByRole("radio", { name: "Compact" }).check({ force: true });
    const scheme = () => widget.frame.locator("html").evaluate((html) => getComputedStyle(html).colorScheme);
    await until("the open wizard is dark", async () => (await scheme()) === "dark");

    await page.getByRole("combobox", { name: "Language" }).selectOption("English");
    await expectScreen(widget, "How do you want to connect Workable?");
    const code = await lines(page);
    for (const line of [
      'theme: { scheme: "dark", accent: "#0f766e", radius: 4, density: "compact" },',
      'locale: "en",',
      'provider: "workable",',
      'container: document.getElementById("wizard"),',
    ])
      assert.ok(code.includes(`\n  ${line}\n`), line);
    assert.equal(await copied("Copy the lines"), code);
    await button(widget, "Close").click();
    await page.locator("#wizard iframe").waitFor({ state: "detached" });
  });

  it("sends an invitation, which is still waited for after a reload, until the admin is done", async () => {
    await page.getByRole("button", { name: "Make an invitation link" }).click();
    const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
    assert.equal(await page.getByRole("link", { name: "Open it as the admin" }).getAttribute("href"), link);
    await page.reload();
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("list", { name: "Waiting" }).getByText("Waiting for your admin to open the link").waitFor();

    const admin = await walkingPage(demo);
    await admin.goto(link);
    await admin.getByRole("button", { name: "Connect ATS" }).click();
    const widget = inDialog(admin);
    for (const name of ["Use my API key or access token (recommended)", "I am an admin", "Next"])
      await button(widget, name).click();
    await expectScreen(widget, "Enter your Workable subdomain");
    await submitCredentials(widget, "initech", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
    await page.getByText("Your admin has connected your ATS.").waitFor();
    assert.equal(await page.getByRole("article").count(), 2);
  });

  it("reads it at every width, light and dark, with nothing to scroll sideways and nothing that axe finds", async () => {
    for (const width of [1280, 820, 360])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axeFindings(page.mainFrame(), "text"), [], `${String(width)} ${colorScheme}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      }
    assert.deepEqual(demo.takeComplaints(), [], "no console error, warning or policy violation");
  });

  it("is told in a sentence what could not be had", async () => {
    await page.route("**/api/try-it", (route) => route.fulfill({ status: 503 }));
    await page.route("**/api/invitations", (route) => route.fulfill({ status: 503 }));
    await page.reload();
    await page.getByText("The keys could not be loaded. Reload this page.").waitFor();
    await page.getByRole("button", { name: "Make an invitation link" }).click();
    await page.getByText("We could not make a link. Try again in a moment.").waitFor();
    demo.takeComplaints();
  });
});
