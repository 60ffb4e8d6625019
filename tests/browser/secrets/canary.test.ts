import assert from "node:assert/strict";
import { after, afterEach, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { ServerOptions } from "../../../web/dev/start_servers.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { randomKey } from "../support/canary.ts";
import { Demo } from "../support/demo.ts";
import { scanMemory } from "../support/memory.ts";
import { until } from "../support/until.ts";
import { printedWhile } from "../support/server_log.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  openWidget,
  textbox,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { FullSweep } from "./full_sweep.ts";

describe("after a session the key is nowhere but where it was to go", () => {
  /** By their options; each scenario has a context of its own. */
  const demos = new Map<string, Demo>();
  afterEach(async () => {
    for (const demo of demos.values()) await demo.closePages();
  });
  after(async () => {
    for (const demo of demos.values()) await demo.stop();
  });

  async function demoWith(options: ServerOptions): Promise<Demo> {
    const name = JSON.stringify(options);
    const demo = demos.get(name) ?? (await Demo.start(options));
    demos.set(name, demo);
    return demo;
  }
  const watched = (demo: Demo, key: string) => FullSweep.start(demo, key);

  /** Runs a scenario with every sink watched, its servers' output too, and then looks everywhere. */
  async function sweep(
    options: ServerOptions,
    key: string,
    scenario: (sweep: FullSweep, demo: Demo) => Promise<void>,
    modules = 1,
  ) {
    let full: FullSweep | undefined;
    let read = { memories: 0, bytes: 0, heap: 0 };
    let demo: Demo | undefined;
    const printed = await printedWhile(async () => {
      demo = await demoWith(options);
      full = await watched(demo, key);
      await scenario(full, demo);
      await full.look();
      read = await full.lookAtMemory();
    });
    assert.ok(full);
    full.canary.look("server log", "stdout and stderr", `log:${printed}`);
    demo?.count(full.canary);
    assert.deepEqual(full.canary.leaks, []);
    assert.equal(read.memories, modules, "the module's memory was read");
    assert.ok(read.heap > 1_000_000, "the heap was read");
    return full;
  }

  /** To the key's screen; the key goes in as from a keyboard, so that no script of the test holds it. */
  async function typeKey(page: Page, widget: Widget, key: string): Promise<void> {
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).focus();
    await page.keyboard.insertText(key);
    assert.equal(await keyField(widget).evaluate((input: HTMLInputElement) => input.value.length), key.length);
  }

  it("connected: not in the host page, the link page, their memory or any log", async () => {
    const { key } = keys.allScopes;
    const { messages } = await sweep({}, key, async ({ page }, { servers }) => {
      const widget = await openWidget(page, servers.hostUrl);
      await typeKey(page, widget, key);
      await button(widget, "Next").click();
      await expectScreen(widget, "Workable is connected");
      assert.equal((await backendResult(page))["subdomain"], "acme");
    });
    assert.ok(messages > 10, `${String(messages)} messages were looked at`);
  });

  it("refused, then closed by the person: the page of a hosted link keeps nothing", async () => {
    const key = randomKey();
    await sweep({ handoverMode: "post" }, key, async ({ page }, { servers }) => {
      const { url } = (await (await fetch(`${servers.hostUrl}api/hosted-link`)).json()) as { url: string };
      await page.goto(url);
      const widget = { page, frame: page } as unknown as Widget;
      await page.getByRole("button", { name: "Continue", exact: true }).click({ timeout: 60_000 });
      await typeKey(page, widget, key);
      await button(widget, "Next").click();
      await expectScreen(widget, "Workable did not accept this API key");
      await button(widget, "Close").click();
      await button(widget, "Close now").click();
      await page.getByRole("heading", { level: 1, name: "You can close this page" }).waitFor();
    });
  });

  it("refused, then closed in its frame: the host page keeps nothing", async () => {
    const key = randomKey();
    await sweep(
      {},
      key,
      async ({ page }, { servers }) => {
        const widget = await openWidget(page, servers.hostUrl);
        await typeKey(page, widget, key);
        await button(widget, "Next").click();
        await expectScreen(widget, "Workable did not accept this API key");
        // While it can be tried again the key is there: the scan would see it.
        const frame = page.frames()[1];
        assert.ok(frame);
        const { found } = await scanMemory(frame, key);
        assert.ok(found.includes("raw"), "the key is in the module's memory until the person closes");
        await button(widget, "Close").click();
        await button(widget, "Close now").click();
        await page.locator("dialog").waitFor({ state: "detached" });
        // The driver keeps a frame until its process has let go of it.
        await until("the frame is gone", () => page.frames().length === 1);
      },
      0,
    );
  });

  it("while the ATS is asked, the module holds the key once: no copy stays with the requests", async () => {
    const key = randomKey();
    const demo = await demoWith({});
    const { page } = await watched(demo, key);
    let asked = 0;
    // Never answered: the requests stay alive with all that they hold.
    // The look whether a redirect is there has no key.
    await page.route("**/relay/v1/**", async (route) => {
      if (route.request().method() === "OPTIONS") await route.continue();
      else asked++;
    });
    const widget = await openWidget(page, demo.servers.hostUrl);
    await typeKey(page, widget, key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Checking your connection");
    await until("the three requests", () => asked >= 3);
    assert.equal(asked, 3);
    const frame = page.frames()[1];
    assert.ok(frame);
    assert.deepEqual((await scanMemory(frame, key)).found, ["raw"]);
  });

  it("hand-over failed: only the sealed token waits for the next try", async () => {
    const key = randomKey();
    await sweep({ handoverMode: "post", verify: "none" }, key, async ({ page }, { servers }) => {
      await page.route("**/api/handover", (route) => route.fulfill({ status: 500, body: "" }));
      const widget = await openWidget(page, servers.hostUrl);
      await typeKey(page, widget, key);
      await button(widget, "Next").click();
      await button(widget, "Try again").waitFor({ timeout: 60_000 });
    });
  });

  it("left alone for ten minutes: the key is gone, the page says so, and all else is still there", async () => {
    const key = randomKey();
    await sweep({}, key, async ({ page }, { servers }) => {
      await page.clock.install();
      const widget = await openWidget(page, servers.hostUrl);
      await typeKey(page, widget, key);
      // Leaving the field hands the key to the module.
      await button(widget, "Show key").focus();
      const frame = page.frames()[1];
      assert.ok(frame);
      const before = await scanMemory(frame, key);
      assert.ok(before.found.includes("raw"));
      await page.clock.fastForward(9 * 60_000);
      assert.equal(await keyField(widget).evaluate((input: HTMLInputElement) => input.value.length), key.length);
      await page.clock.fastForward(61_000);
      const sentence = "To keep it safe, we removed the key after 10 minutes.";
      await widget.frame.getByText(sentence).first().waitFor();
      assert.equal(await keyField(widget).inputValue(), "");
      await button(widget, "Next").click();
      await widget.frame.getByText("Enter your API key.").first().waitFor();
      await button(widget, "Back").click();
      assert.equal(await textbox(widget, "Subdomain").inputValue(), "acme");
      await button(widget, "Next").click();
      await widget.frame.getByText(sentence).first().waitFor();
    });
  });

  it("when the page is left, even if the browser keeps it: pagehide takes the key", async () => {
    const key = randomKey();
    await sweep({}, key, async ({ page }, { servers }) => {
      const widget = await openWidget(page, servers.hostUrl);
      await typeKey(page, widget, key);
      await button(widget, "Show key").focus();
      const frame = page.frames()[1];
      assert.ok(frame);
      assert.ok((await scanMemory(frame, key)).found.includes("raw"));
      await frame.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    });
  });
});
