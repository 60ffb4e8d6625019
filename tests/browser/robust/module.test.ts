import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { FrameLocator, Page, Route } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { wordsOf } from "../support/languages.ts";
import { button, expectScreen, pressConnect } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

describe("a module that does not come, or late", () => {
  let demo: Demo, page: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo, { canvas: true });
  });
  afterEach(async () => {
    await page.goto("about:blank");
    await page.unrouteAll();
    demo.takeComplaints(); // What is on its way when a page is left fails aloud.
  });
  after(() => demo.stop());

  const connect = async (): Promise<FrameLocator> => (await pressConnect(page, demo.servers.hostUrl)).frame;

  /** The module, and what is shown before it in other languages than English. */
  const hold = (on = page): Promise<() => void> => holdBack(on, /\.wasm$|\/first\./);

  const broken: Record<string, (route: Route) => Promise<void>> = {
    "that is not found": (route) => route.fulfill({ status: 404, body: "no such file" }),
    "that is cut": async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length >> 1) });
    },
    "of other bytes": (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm, but not really" }),
    "that something was added to": async (route) => {
      const response = await route.fetch();
      const section = Buffer.from([0, 2, 1, 0x78]); // An own one, called x: as good a module as before.
      await route.fulfill({ response, body: Buffer.concat([await response.body(), section]) });
    },
  };
  for (const [what, answer] of Object.entries(broken))
    it(`G2 a module ${what} gives one clear screen, and Try again brings the wizard once it is there`, async () => {
      await page.route("**/*.wasm", answer);
      const frame = await connect();
      await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
      assert.equal(await frame.getByRole("heading", { level: 1 }).count(), 1);
      await frame.getByText("Code: LOAD_FAILED").waitFor();
      assert.equal(await frame.locator("input, canvas").count(), 0, "it takes no key and paints nothing");
      await page.unroute("**/*.wasm");
      await frame.getByRole("button", { name: "Try again" }).click();
      await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
      assert.ok(demo.takeComplaints().length > 0, "the console says what went wrong");
    });

  it("G2 the script that comes with the module may not come either, with the same screen", async () => {
    await page.route(/\/engine\.[0-9a-f]{16}\.js/, (route) => route.fulfill({ status: 404, body: "no such file" }));
    const frame = await connect();
    await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
    await frame.getByText("Code: LOAD_FAILED").waitFor();
    assert.ok(demo.takeComplaints().length > 0, "the console says what went wrong");
  });

  it("G2 where the first screens of a language are slow the module brings them, and they come too late to matter", async () => {
    const german = await walkingPage(demo, { locale: "de-DE" });
    const release = await holdBack(german, /\/first\.de\./);
    const widget = await pressConnect(german, demo.servers.hostUrl);
    await expectScreen(widget, wordsOf("de")["provider.heading"] ?? "");
    await button(widget, "Lever").click();
    const heading = (wordsOf("de")["method.heading"] ?? "").replace("{ats}", "Lever");
    await expectScreen(widget, heading);
    const late = german.waitForResponse(/\/first\.de\./);
    release();
    await (await late).finished();
    await widget.frame.locator("html").evaluate(() => new Promise(requestAnimationFrame));
    await expectScreen(widget, heading);
    await german.context().close();
  });

  it("G2 a policy that forbids WebAssembly gives the same screen", async () => {
    await page.route(demo.servers.linkUrl, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers() };
      const policy = headers["content-security-policy"] ?? "";
      assert.match(policy, / 'wasm-unsafe-eval'/);
      headers["content-security-policy"] = policy.replace(" 'wasm-unsafe-eval'", "");
      await route.fulfill({ response, headers });
    });
    const frame = await connect();
    await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
    await frame.getByRole("button", { name: "Close" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    demo.takeComplaints();
  });

  it("G2 while there is no screen the page says that it loads, and Escape leaves", async () => {
    const german = await demo.page({ locale: "de-DE" });
    const release = await hold(german);
    const asked = german.waitForRequest(/\.wasm$/);
    const { frame } = await pressConnect(german, demo.servers.hostUrl);
    await frame.locator("main[aria-busy=true]").waitFor();
    const words = frame.getByText("Loading…");
    assert.match(await words.innerText(), /^Loading/);
    // It fades in after a second, and stays.
    await words.evaluate((node) => Promise.all(node.getAnimations().map(({ finished }) => finished)));
    assert.equal(await words.evaluate((node) => getComputedStyle(node).opacity), "1");
    await german.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
    // Heard once the page's own script is there, which may be later than what is said meanwhile.
    await asked;
    await german.keyboard.press("Escape");
    await german.locator("dialog").waitFor({ state: "detached" });
    release();
    await german.close();
  });

  it("G2 a module that comes late brings the picture, with the focus still on the heading", async () => {
    const release = await hold();
    const frame = await connect();
    await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
    assert.equal(await frame.locator("canvas").isVisible(), false);
    release();
    await frame.locator("canvas").waitFor();
    assert.equal(await frame.getByText("Loading").isVisible(), false);
    assert.equal(
      await frame.locator("h1").evaluate((h1) => document.hasFocus() && h1 === document.activeElement),
      true,
    );
    assert.equal(await frame.locator("canvas").isVisible(), true);
    assert.deepEqual(demo.takeComplaints(), []);
  });
});
