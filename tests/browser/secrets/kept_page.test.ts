import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import { until } from "../support/until.ts";
import { Demo } from "../support/demo.ts";
import { button, expectScreen, keyField, openWidget, submitCredentials, toSubdomain } from "../support/walk.ts";

/** Playwright knows no frames of a page that was brought back; the browser does. Evaluates in the link page's. */
async function evaluateInFrame({ browser, servers }: Demo, expression: string): Promise<unknown> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send("Target.getTargets");
    const target = targetInfos.find(({ type, url }) => type === "iframe" && url.startsWith(servers.linkUrl));
    if (!target) return undefined;
    const { sessionId } = await session.send("Target.attachToTarget", { targetId: target.targetId, flatten: false });
    const answer = new Promise<string>((resolve) => {
      session.on("Target.receivedMessageFromTarget", ({ message }) => resolve(message));
    });
    const message = JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression } });
    await session.send("Target.sendMessageToTarget", { sessionId, message });
    return (JSON.parse(await answer) as { result: { result: { value: unknown } } }).result.result.value;
  } finally {
    await session.detach();
  }
}

const waitForHeading = (demo: Demo, heading: string): Promise<unknown> =>
  until(
    `the heading “${heading}”`,
    async () => (await evaluateInFrame(demo, "document.querySelector('h1')?.textContent")) === heading,
  );

describe("when the browser keeps the page it leaves, and brings it back", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start({}, { backForwardCache: true })));
  after(() => demo.stop());

  it("the key is gone, the step and the subdomain are as they were, and the way goes on", async () => {
    const page = await demo.page();
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", "abc");
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).fill(keys.allScopes.key);
    await button(widget, "Show key").focus();
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { keptPage: persisted }));
    });

    await evaluateInFrame(demo, "window.isOld = true");
    await page.goto(`${demo.servers.linkUrl}gallery/`);
    // The page is not loaded again, so there is no load to wait for.
    await page.goBack({ waitUntil: "commit" });

    await page.waitForFunction(() => (window as { keptPage?: boolean }).keptPage === true);
    // The page that was kept has that heading too, until it is loaded anew.
    await until("the frame is loaded anew", () => evaluateInFrame(demo, "!window.isOld"));
    await waitForHeading(demo, "Enter your Workable API key");
    assert.equal(await evaluateInFrame(demo, "document.querySelector('input[name=api_key]').value"), "");
    await evaluateInFrame(demo, "document.querySelector('input[name=api_key]').focus()");
    await page.keyboard.insertText(keys.allScopes.key);
    await page.keyboard.press("Enter");
    await waitForHeading(demo, "Workable is connected");
  });
});
