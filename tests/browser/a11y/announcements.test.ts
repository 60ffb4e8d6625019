import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { afterTimers, heard, listen, said } from "../support/announcements.ts";
import { readAloud } from "../support/ax.ts";
import { Demo } from "../support/demo.ts";
import { wordsOf } from "../support/languages.ts";
import { until } from "../support/until.ts";
import { button, expectScreen, keyField, openWidget, textbox, toSubdomain, type Widget } from "../support/walk.ts";
import { stopClock, sweepWalk, walkingPage } from "../support/walking_page.ts";

const words = wordsOf("en");
const checking = `status: ${words["verifying.heading"] ?? ""}`;
/** Without what is said first of all where an ATS's details take their time, and nowhere else. */
async function saidSince(frame: Frame): Promise<string[]> {
  const lines = await said(frame);
  return lines.slice(lines[0] === `status: ${words["loading.heading"] ?? ""}` ? 1 : 0);
}

/**
 * Waits for the last of what is expected, and then for what might come too much. That it checks is said only where the
 * answer takes its time, so it is left out here; F3 hears it.
 */
async function hears(frame: Frame, expected: string[]): Promise<void> {
  const told = async () => (await saidSince(frame)).filter((line) => line !== checking);
  await until(`${String(expected.length)} sentences`, async () => (await told()).length >= expected.length).catch(
    () => {}, // What was said instead is compared below.
  );
  await afterTimers(frame);
  assert.deepEqual(await told(), expected);
  let last = { text: "", task: -1 };
  for (const change of await heard(frame)) {
    if (change.text && last.text) assert.fail(`“${change.text}” follows “${last.text}” without a clear`);
    if (change.text && last.task >= 0)
      assert.ok(change.task > last.task, `“${change.text}” is set in a later task than the clear`);
    last = change;
  }
}

describe("what is said on the way", () => {
  let demo: Demo;
  let page: Page;
  before(async () => {
    // The relay's clock goes on where the page's stands.
    demo = await Demo.start({ deadlineMs: 60_000 });
    page = await walkingPage(demo);
    await listen(page);
  });
  afterEach(() => sweepWalk(demo, page));
  after(() => demo.stop());

  const open = async (): Promise<{ widget: Widget; frame: Frame }> => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    const frame = page.frames()[1];
    assert.ok(frame);
    return { widget, frame };
  };

  it("F1 a search tells how many were found, once for each answer", async () => {
    const { widget, frame } = await open();
    const search = widget.frame.getByRole("searchbox");
    await search.fill("workable");
    await hears(frame, ["status: 1 integration found"]);
    await search.fill("workable ");
    await search.fill("no such thing");
    await hears(frame, ["status: 1 integration found", "status: 0 integrations found"]);
  });

  it("F1 the way with every mistake on it is told exactly, and nothing twice", async () => {
    const { widget, frame } = await open();
    const expected: string[] = [];
    const say = async (...more: string[]): Promise<void> => hears(frame, [...(expected.push(...more), expected)]);
    const empty = "alert: Enter your Subdomain.";
    await toSubdomain(widget);
    await button(widget, "Next").click();
    await say(empty);
    await button(widget, "Next").click();
    await say(empty);
    await textbox(widget, "Subdomain").fill("https://acme.workable.com");
    await button(widget, "Next").click();
    await say("alert: Enter only the part before .workable.com.");
    await button(widget, "Use “acme”").click();
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).fill("abc");
    await button(widget, "Next").click();
    await say("alert: This is too short: it needs at least 20 characters and has 3.");
    await keyField(widget).fill(keys.expired.key);
    await button(widget, "Show key").click();
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable did not accept this API key");
    await say();
    await button(widget, "Edit API key").click();
    await say(`alert: ${words["error.invalid_credentials.lead"] ?? ""}`);
    await keyField(widget).fill(keys.allScopes.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected");
    await say();
  });

  it("F3 while it checks the screen is busy, says so once in ten seconds, and keeps its names", async () => {
    await page.clock.install();
    const widget = await openWidget(page, demo.servers.hostUrl);
    const frame = page.frames()[1];
    assert.ok(frame);
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).fill(keys.slow.key);
    // Before it is submitted, so that none of the ten seconds passes by itself.
    await stopClock(page);
    await button(widget, "Next").click();
    await expectScreen(widget, "Checking your connection");
    const names = async () => (await readAloud(page, frame)).map(({ line }) => line);
    const before = await names();
    assert.equal(await frame.locator("[aria-busy=true]").count(), 1, "it says that it is busy");
    await page.clock.runFor(5_000);
    assert.deepEqual(await saidSince(frame), [checking]);
    assert.deepEqual(await names(), before);
    await page.clock.runFor(5_000);
    await expectScreen(widget, "Workable took too long to answer");
    assert.equal(await frame.locator("[aria-busy=true]").count(), 0);
  });
});
