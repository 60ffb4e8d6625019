import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page, Route } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { wordsOf } from "../support/languages.ts";
import { until } from "../support/until.ts";
import { expectScreen, pressConnect, submitCredentials, toSubdomain } from "../support/walk.ts";
import { stopClock, sweepWalk, walkingPage } from "../support/walking_page.ts";

describe("with one byte of one file flipped on its way", () => {
  let demo: Demo, page: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo, { canvas: true });
  });
  afterEach(async () => {
    await letThrough();
    await sweepWalk(demo, page);
  });
  after(() => demo.stop());

  /** The driver also lets through what is under way, so an answer of ours may be the second one. */
  const letThrough = (): Promise<void> => page.unrouteAll({ behavior: "ignoreErrors" });

  /** Flips a bit in the middle of every file of that name; says how many were. */
  async function flip(pattern: RegExp, on = page): Promise<() => number> {
    let flipped = 0;
    await on.route(pattern, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      const middle = body.length >> 1;
      body[middle] = (body[middle] ?? 0) ^ 1;
      flipped++;
      await route.fulfill({ response, body });
    });
    return () => flipped;
  }

  it("the script is refused, and the page says so by itself and offers to try again", async () => {
    const pattern = /\/link\.[0-9a-f]{16}\.js$/;
    const flipped = await flip(pattern);
    await page.goto(demo.servers.linkUrl);
    await page.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
    await page.getByText("Code: LOAD_FAILED").waitFor();
    assert.ok(flipped() > 0);
    await page.getByRole("link", { name: "Try again" }).waitFor();
    await letThrough();
    // Where the same address is loaded twice in a row, Chromium answers with the refused file from its memory.
    await page.goto(demo.servers.hostUrl);
    await page.goto(demo.servers.linkUrl);
    await page.getByRole("heading", { level: 1, name: "Nothing to connect here yet" }).waitFor();
  });

  it("the script is refused, and the host hears of it", async () => {
    // A clock that is set stays with its context, so the page is one for this alone.
    const host = await demo.page();
    await host.clock.install();
    const flipped = await flip(/\/link\.[0-9a-f]{16}\.js$/, host);
    const { frame } = await pressConnect(host, demo.servers.hostUrl);
    // The frame says so after 5 seconds of a time that no clock of a page is of.
    await stopClock(host);
    await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
    assert.ok(flipped() > 0);
    await host.clock.fastForward(8000);
    const dialog = host.locator("dialog");
    await host.getByText("FRAME_BLOCKED").first().waitFor();
    await dialog.getByText("did not load").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "detached" });
  });

  for (const [what, pattern, first] of [
    ["the page's own script", /\/page\.[0-9a-f]{16}\.js/, /\/page\.[0-9a-f]{16}\.js$/],
    ["the later screens' style", /\/wizard\.[0-9a-f]{16}\.css/, /\/wizard\.[0-9a-f]{16}\.css$/],
  ] as const) {
    it(`${what} is fetched anew where it came damaged`, async () => {
      const flipped = await flip(first);
      const widget = await pressConnect(page, demo.servers.hostUrl);
      await expectScreen(widget, "Connect your ATS");
      await toSubdomain(widget);
      assert.ok(flipped() > 0);
    });

    it(`${what} is refused twice, and the page says that it did not load and offers to try again`, async () => {
      const flipped = await flip(pattern);
      const { frame } = await pressConnect(page, demo.servers.hostUrl);
      const heading = frame.getByRole("heading", { level: 1, name: "This page did not load" });
      await heading.waitFor();
      // The style sheet says so, too, while the second answer is on its way.
      await until("it was asked for twice", () => flipped() === 2);
      assert.equal(await frame.locator("canvas, input").count(), 0);
      await letThrough();
      await frame.getByRole("link", { name: "Try again" }).click();
      await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
    });

    it(`where ${what} does not come, Escape closes`, async () => {
      await page.route(pattern, (route) => route.abort());
      const { frame } = await pressConnect(page, demo.servers.hostUrl);
      const heading = frame.getByRole("heading", { level: 1, name: "This page did not load" });
      await heading.waitFor();
      await until("the host may be told", () => heading.evaluate((h1) => h1 === document.activeElement));
      // The port is there as soon as the host has said hello, which it does when the page has loaded.
      await until("it is closed", async () => {
        if (await page.locator("dialog").count()) await page.keyboard.press("Escape");
        return (await page.locator("dialog").count()) === 0;
      });
    });

    it(`${what} never comes to a page of its own, which says so by itself`, async () => {
      let holds = true;
      await page.route(pattern, (route) => (holds ? undefined : route.continue()));
      await page.goto(`${demo.servers.linkUrl}?stalled#kept`);
      await page.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
      holds = false;
      await page.getByRole("link", { name: "Try again" }).click();
      // What the address said is there again, though it says nothing that could be opened.
      await page.getByRole("heading", { level: 1, name: "This link is damaged" }).waitFor();
    });

    it(`${what} is refused twice in a page of its own, which says so by itself and offers to try again`, async () => {
      await flip(pattern);
      await page.goto(`${demo.servers.linkUrl}#kept`);
      const heading = page.getByRole("heading", { level: 1, name: "This page did not load" });
      await heading.waitFor();
      await until("it has the focus", () => heading.evaluate((h1) => h1 === document.activeElement));
      await page.getByText("Code: LOAD_FAILED").waitFor();
      await letThrough();
      await page.getByRole("link", { name: "Try again" }).click();
      await page.getByRole("heading", { level: 1, name: "This link is damaged" }).waitFor();
    });
  }

  for (const [what, pattern] of [
    ["the style sheet", /\/link\.[0-9a-f]{16}\.css$/],
    ["the module", /\.wasm$/],
    ["what runs the module", /\/engine\.[0-9a-f]{16}\.js$/],
    ["the catalogue", /\/catalogue\.en\.[0-9a-f]{16}\.json$/],
    ["the words", /\/en\.[0-9a-f]{16}\.json$/],
  ] as const)
    it(`${what} is refused, and the page says that it did not load and offers to try again`, async () => {
      const flipped = await flip(pattern);
      const { frame } = await pressConnect(page, demo.servers.hostUrl);
      await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
      await frame.getByText("Code: LOAD_FAILED").waitFor();
      assert.ok(flipped() > 0);
      assert.equal(await frame.locator("canvas, input").count(), 0);
      await letThrough();
      await frame.getByRole("button", { name: "Try again", exact: true }).click();
      await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
    });

  it("the style sheet and the script do not come, and a way to try again is there all the same", async () => {
    const pattern = /\/link\.[0-9a-f]{16}\.(css|js)$/;
    await page.route(pattern, (route) => route.abort());
    await page.goto(demo.servers.linkUrl);
    const again = page.getByRole("link", { name: "Try again" });
    await again.waitFor();
    await letThrough();
    await again.click();
    await page.getByRole("heading", { level: 1, name: "Nothing to connect here yet" }).waitFor();
  });

  it("the style sheet is slow, and until it is there nobody hears that nothing came", async () => {
    const held: Route[] = [];
    await page.route(/\/link\.[0-9a-f]{16}\.css$/, (route) => void held.push(route));
    const { frame } = await pressConnect(page, demo.servers.hostUrl);
    await frame.getByText("Loading…").waitFor();
    await until("it is asked for", () => held.length === 1);
    assert.equal(await frame.getByRole("heading").count(), 0);
    await held[0]?.continue();
    await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
  });

  it("the sealing code is refused, and no token leaves the page", async () => {
    const flipped = await flip(/\/seal\.[0-9a-f]{16}\.js/);
    const widget = await pressConnect(page, demo.servers.hostUrl);
    await expectScreen(widget, "Connect your ATS");
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, wordsOf("en")["error.load_failed.heading"] ?? "");
    assert.ok(flipped() > 0, "it is fetched before it is needed");
    assert.equal(await page.locator("#result").count(), 0);
  });
});
