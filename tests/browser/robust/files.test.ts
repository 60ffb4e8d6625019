import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page, Route } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { wordsOf } from "../support/languages.ts";
import { button, expectScreen, pressConnect } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

const words = /\/assets\/en\.[0-9a-f]{16}\.json$/;
const list = /\/assets\/catalogue\.en\.[0-9a-f]{16}\.json$/;
const germanScreens = /\/assets\/first\.de\.[0-9a-f]{16}\.json$/;

const broken: Record<string, (route: Route) => Promise<void>> = {
  "is not found": (route) => route.fulfill({ status: 404, body: "no such file" }),
  "is cut": async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length >> 1) });
  },
  "holds something else": (route) => route.fulfill({ contentType: "application/json", body: "{}" }),
  "breaks off": (route) => route.abort(),
};

describe("a file of words that does not come as it was built", () => {
  let demo: Demo, page: Page, german: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo);
    german = await walkingPage(demo, { locale: "de-DE" });
  });
  afterEach(async () => {
    for (const each of [page, german]) {
      await each.goto("about:blank");
      await each.unrouteAll();
    }
    demo.takeComplaints(); // What is on its way when a page is left fails aloud.
  });
  after(() => demo.stop());

  for (const [how, answer] of Object.entries(broken)) {
    for (const [what, address] of [
      ["the words", words],
      ["the list of ATS", list],
    ] as const)
      it(`G2 where ${what} ${how}, one clear screen says so, and Try again brings the wizard`, async () => {
        await page.route(address, answer);
        const { frame } = await pressConnect(page, demo.servers.hostUrl);
        await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
        assert.equal(await frame.getByRole("heading", { level: 1 }).count(), 1);
        await frame.getByText("Code: LOAD_FAILED").waitFor();
        assert.equal(await frame.locator("input, canvas").count(), 0);
        assert.ok(demo.takeComplaints().length > 0, "the console says what went wrong");
        await page.unroute(address);
        await frame.getByRole("button", { name: "Try again" }).click();
        await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
      });

    it(`G2 where the first screens of a language ${how}, the module brings them`, async () => {
      let asked = 0;
      await german.route(germanScreens, (route) => {
        asked++;
        return answer(route);
      });
      const widget = await pressConnect(german, demo.servers.hostUrl);
      await expectScreen(widget, wordsOf("de")["provider.heading"] ?? "");
      assert.ok(asked > 0);
      await button(widget, "Lever").click();
      await expectScreen(widget, (wordsOf("de")["method.heading"] ?? "").replace("{ats}", "Lever"));
    });
  }

  it("G2 while the words or the list are on their way the first screen is there, and what is pressed is done", async () => {
    for (const address of [words, list]) {
      const release = await holdBack(page, address);
      const widget = await pressConnect(page, demo.servers.hostUrl);
      await expectScreen(widget, "Connect your ATS");
      await button(widget, "Lever").click();
      await expectScreen(widget, "Connect your ATS");
      release();
      await expectScreen(widget, "How do you want to connect Lever?");
      assert.deepEqual(demo.takeComplaints(), []);
      await page.goto("about:blank");
      await page.unrouteAll();
      demo.takeComplaints();
    }
  });
});
