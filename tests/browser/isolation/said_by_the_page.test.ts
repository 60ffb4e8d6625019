import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Frame, Page } from "playwright-core";
import type { AtsLink, LinkError } from "../../../web/types/index.ts";
import { launchChromium } from "../support/chromium.ts";
import { until } from "../support/until.ts";
import { bareLinkSite, hostSite, quietConfig, type Site } from "./hosts.ts";

let browser: Browser;
let host: Site;
let link: Site;
let page: Page;

before(async () => {
  host = await hostSite();
  link = await bareLinkSite({ config: await quietConfig([host.origin]) });
  browser = await launchChromium();
  page = await browser.newPage();
});
after(async () => {
  await browser.close();
  await host.close();
  await link.close();
});

const frame = (): Promise<Frame> =>
  until("the link page", () => page.frames().find((each) => each.url().startsWith(link.origin)));
const heading = (of: Frame, name: string): Promise<void> =>
  of.getByRole("heading", { level: 1, name }).waitFor({ timeout: 60_000 });
const framed = `/?link=`;

test("H15 a colour that is none is CONFIG_INVALID down to its member: on the page, and for the host", async () => {
  await page.goto(`${host.origin}/real`);
  await page.waitForFunction(() => "ats" in window);
  await page.evaluate((linkUrl) => {
    const told: unknown[] = [];
    const { ats } = window as unknown as { ats: AtsLink };
    const handler = ats.create({
      linkUrl,
      theme: { accent: "blue" },
      onSuccess: () => told.push("success"),
      onExit: (error, { reason }) => told.push([error?.code, error?.message, reason]),
      onEvent: (event) => event.name === "ERROR" && told.push(event.error.message),
    });
    Object.assign(window, { told, handler });
    void handler.open().catch((error: unknown) => told.push((error as LinkError).code));
  }, `${link.origin}/`);
  const shown = await frame();
  await heading(shown, "This connection is not set up correctly");
  await shown.getByText("For the developer: theme.accent").waitFor();
  await shown.getByRole("button", { name: "Close" }).first().click();
  await page.locator("ats-link-root").waitFor({ state: "detached" });
  const told = await page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  assert.deepEqual(told, [
    "Wrong configuration: theme.accent",
    ["CONFIG_INVALID", "Wrong configuration: theme.accent", "error"],
  ]);
});

test("an update with a value that is none is told by its member, and costs nobody the wizard", async () => {
  await page.goto(`${host.origin}${framed}${encodeURIComponent(`${link.origin}/`)}`);
  const shown = await frame();
  await heading(shown, "Connect your ATS");
  await page.evaluate(() => {
    const { port } = window as unknown as { port: MessagePort };
    for (const patch of [{ theme: { accent: "blue" } }, { mode: "both" }, { locale: "de" }])
      port.postMessage({ type: "update", patch });
  });
  await shown.locator('html[lang="de"]').waitFor({ state: "attached" });
  assert.equal(await shown.getByRole("searchbox").count(), 1);
  const errors = await page.evaluate(() =>
    (window as unknown as { heard: { event?: { name: string; error?: LinkError } }[] }).heard
      .filter(({ event }) => event?.name === "ERROR")
      .map(({ event }) => `${event?.error?.code}: ${event?.error?.message}`),
  );
  assert.deepEqual(errors, [
    "CONFIG_INVALID: Wrong configuration: theme.accent",
    "CONFIG_INVALID: Wrong configuration: mode",
  ]);
});

test("a first screen that comes after the page gave up does not replace what the page says", async () => {
  // In a language whose first screens do not come, so that the module's is the first.
  const late = await browser.newPage({ locale: "de-DE" });
  await late.route(/\/first\./, () => {});
  await late.clock.install();
  // What the module shows waits in a map until the call into it is over; here it waits for the test.
  await late.addInitScript(() => {
    const kept: (() => void)[] = [];
    const put = Map.prototype as { set(key: unknown, value: unknown): unknown };
    const { set } = put;
    put.set = function (key, value) {
      if (key === "show") return void kept.push(value as () => void);
      return set.call(this, key, value);
    };
    Object.assign(window, { kept });
  });
  await late.goto(`${host.origin}${framed}${encodeURIComponent(`${link.origin}/`)}`);
  const shown = await until("the link page", () => late.frames().find((each) => each.url().startsWith(link.origin)));
  await shown.waitForFunction(() => (window as unknown as { kept: unknown[] }).kept.length > 0, null, {
    timeout: 60_000,
  });
  await late.clock.fastForward(11_000);
  await heading(shown, "Something went wrong");
  await shown.evaluate(() => {
    for (const show of (window as unknown as { kept: (() => void)[] }).kept) show();
  });
  assert.equal(await shown.getByRole("heading", { level: 1, name: "Something went wrong" }).count(), 1);
  assert.equal(await shown.getByRole("searchbox").count(), 0);
  await late.close();
});
