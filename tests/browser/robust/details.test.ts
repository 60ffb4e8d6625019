import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page, Route } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { Demo } from "../support/demo.ts";
import { backendResult, button, expectScreen, openWidget, submitCredentials, type Widget } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";
import { until } from "../support/until.ts";

const details = /\/assets\/workable\.[a-z]+\.[0-9a-f]{16}\.json$/;
const FAILED = "We could not get what is needed to connect Workable";

describe("the details of a provider, which come when it is chosen", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  afterEach(async () => {
    await demo.closePages();
    demo.takeComplaints(); // A file that does not come is told on the console.
  });
  after(() => demo.stop());

  /** From the list to the question for the admin, which needs the name alone. */
  async function toAdmin(page: Page): Promise<Widget> {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await button(widget, "View more ATS integrations").click();
    await button(widget, "Workable").click();
    await expectScreen(widget, "How do you want to connect Workable?");
    await button(widget, "Use my API key or access token (recommended)").click();
    await expectScreen(widget, "Are you an admin of Workable?");
    return widget;
  }

  for (const canvas of [true, false]) {
    const view = canvas ? "canvas" : "Text view";

    it(`slow ones are waited for on the screen that needs them, and nothing before it waits: ${view}`, async () => {
      const page = await walkingPage(demo, { canvas });
      const held: Route[] = [];
      await page.route(details, (route) => void held.push(route));
      const widget = await toAdmin(page);
      await until("asked for at the choice", () => held.length > 0);
      assert.equal(held.length, 1, "asked for at the choice");
      await button(widget, "I am an admin").click();
      await expectScreen(widget, "One moment");
      await widget.frame.locator("[aria-busy=true]").waitFor({ state: "attached" });
      await held[0]?.continue();
      await expectScreen(widget, "Review data permissions");
      await button(widget, "Next").click();
      await submitCredentials(widget, "acme", keys.allScopes.key);
      await expectScreen(widget, "Workable is connected");
      assert.equal((await backendResult(page))["subdomain"], "acme");
      assert.equal(held.length, 1);
    });

    for (const [what, answer] of [
      ["are not there", { status: 404, body: "no" }],
      ["are other ones than were built", { status: 200, body: '{"id":"workable"}' }],
      ["are cut off", { status: 200, body: '{"id":"work' }],
    ] as const)
      it(`where they ${what}, that is said, and Try again asks anew: ${view}`, async () => {
        const page = await walkingPage(demo, { canvas });
        let asked = 0;
        page.on("request", (request) => {
          if (details.test(request.url())) asked++;
        });
        await page.route(details, (route) => route.fulfill({ contentType: "application/json", ...answer }));
        const widget = await toAdmin(page);
        await button(widget, "I am an admin").click();
        const screen = await expectScreen(widget, FAILED);
        await screen.getByText("Check your connection, then try again.", { exact: true }).waitFor();
        const before = asked;
        await page.unroute(details);
        await button(widget, "Try again").click();
        await expectScreen(widget, "Review data permissions");
        assert.ok(asked > before, `asked ${String(before)} times, then ${String(asked)}`);
      });
  }

  it("without a line one can go back, choose another one and come back", async () => {
    const page = await walkingPage(demo);
    await page.route(details, (route) => route.abort());
    const widget = await toAdmin(page);
    await button(widget, "I am an admin").click();
    await expectScreen(widget, FAILED);
    for (let i = 0; i < 3; i++) await button(widget, "Back").click();
    await expectScreen(widget, "Connect your ATS");
    await button(widget, "Lever").click();
    await button(widget, "Use my API key or access token (recommended)").click();
    await button(widget, "I am an admin").click();
    await expectScreen(widget, "Review data permissions");
  });

  it("each file comes once, however often its provider is chosen", async () => {
    const page = await walkingPage(demo);
    const asked: string[] = [];
    page.on("request", (request) => {
      const name = /\/assets\/([a-z]+)\.en\.[0-9a-f]{16}\.json$/.exec(request.url())?.[1];
      if (name) asked.push(name);
    });
    const widget = await openWidget(page, demo.servers.hostUrl);
    assert.deepEqual(asked, ["catalogue"], "none before one is chosen");
    for (const name of ["Lever", "Ashby", "Lever"]) {
      await button(widget, name).click();
      await expectScreen(widget, `How do you want to connect ${name}?`);
      await button(widget, "Back").click();
      await expectScreen(widget, "Connect your ATS");
    }
    assert.deepEqual(asked, ["catalogue", "lever", "ashby"]);
  });
});
