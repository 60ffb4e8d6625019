import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { type Listener, listen } from "../../../web/dev/listen.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { Demo } from "../support/demo.ts";
import { until } from "../support/until.ts";
import { expectScreen, openWidget, submitCredentials, toSubdomain } from "../support/walk.ts";

const good = JSON.stringify({ status: 200, body: "ok" });

describe("a server that redirects where the relay should be", () => {
  let demo: Demo;
  let relay: Listener;
  let page: Page;
  /** What came, and whether a key came with it. */
  let got: { path: string; key: boolean }[] = [];
  let isSeen = false;
  let to = "";

  before(async () => {
    relay = await listen(0);
    relay.serve((message, response) => {
      const cors = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "authorization" };
      const [path = "", key] = [message.url, message.headers.authorization !== undefined];
      if (message.method === "OPTIONS") return Promise.resolve(void response.writeHead(204, cors).end());
      got.push({ path, key });
      const moves = path.startsWith("/relay/") && !path.includes("again") && (key || isSeen);
      if (moves) response.writeHead(307, { ...cors, Location: to || `${path}&again` }).end();
      else if (key) response.writeHead(200, { ...cors, "Content-Type": "application/json" }).end(good);
      else response.writeHead(404, cors).end();
      return Promise.resolve();
    });
    const address = `http://127.0.0.1:${String(relay.port)}/relay`;
    demo = await Demo.start({ linkConfig: { relay: address } });
  });
  after(async () => {
    await demo.stop();
    await relay.close();
  });
  beforeEach(() => {
    got = [];
    to = "";
    isSeen = false;
  });

  async function submit(beforeKey = (): Promise<unknown> => Promise.resolve()): Promise<void> {
    // Not a page of the demo's own, which lets a key go to the link origin's relay alone.
    const context = await demo.browser.newContext();
    page = await context.newPage();
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await beforeKey();
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, "This connection is not set up correctly");
    assert.equal(await page.locator("#result").count(), 0, "nothing is handed over");
    await context.close();
  }

  it("an answer of another path of the same origin is never taken for the relay's", async () => {
    to = "/elsewhere/v1/workable/jobs?subdomain=acme";
    await submit();
    assert.ok(
      got.some(({ path, key }) => path === to && key),
      "a positive control: the browser did follow",
    );
  });

  it("nor is one of the same path with another query", async () => {
    await submit();
    assert.ok(got.some(({ path, key }) => path.endsWith("&again") && key));
  });

  it("where the redirect is there without a key as well, no key is sent at all", async () => {
    isSeen = true;
    to = "/elsewhere";
    // It looks from the second screen on; what it is to see may be slower than a test is with the key.
    await submit(() => until("the page looked", () => got.length > 0));
    assert.deepEqual(
      got.filter(({ key }) => key),
      [],
    );
  });
});
