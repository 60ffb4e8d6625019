import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { AtsLink } from "../../../web/types/index.ts";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { until } from "../support/until.ts";
import { button, expectScreen, pressConnect, type Widget } from "../support/walk.ts";

declare global {
  interface Window {
    marked: WeakMap<Element, number>;
    lost: string[];
    pauses: (() => void)[];
    answered: Promise<unknown>;
  }
}

const OWN_SCRIPT = /\/page\.[0-9a-f]{16}\.js/;

/** Runs in every frame before its scripts: `answered` resolves after the host's first message was heard on its port. */
function noteAnswer(): void {
  window.answered = new Promise((resolve) => {
    const hear = ({ ports: [port] }: MessageEvent): void =>
      // A task later, as this hears each message before the page does.
      port?.addEventListener("message", () => setTimeout(resolve), { once: true });
    addEventListener("message", hear);
  });
}

/** Runs in every frame before its scripts: a pause between two pieces of work, which is an empty message, waits in a list. */
function holdPauses(): void {
  window.pauses = [];
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (message: unknown): void {
    if (message === null) window.pauses.push(() => postMessage.call(this, message));
    else postMessage.call(this, message);
  };
}

describe("the first screen before the page's own script is there", () => {
  let demo: Demo, page: Page, release: () => void;
  before(async () => {
    demo = await Demo.start();
  });
  afterEach(async () => {
    release();
    await demo.closePages();
    demo.takeComplaints(); // What is on its way when a page is left fails aloud.
  });
  after(() => demo.stop());

  /** The first screen, with the page's own script held back. */
  async function early(): Promise<Widget> {
    page = await demo.page();
    release = await holdBack(page, OWN_SCRIPT);
    const widget = await pressConnect(page, demo.servers.hostUrl);
    await expectScreen(widget, "Connect your ATS");
    return widget;
  }
  const search = ({ frame }: Widget) => frame.getByRole("searchbox");
  const canvas = ({ frame }: Widget): Promise<void> => frame.locator(".card:not(.text-view)").waitFor();

  it("G2 the elements that index.html has are those that stay, and none is made beside them", async () => {
    const widget = await early();
    const html = widget.frame.locator("html");
    const count = await html.evaluate((root) => {
      const all = [...root.querySelectorAll(".card, .card *")];
      window.marked = new WeakMap(all.map((each, index) => [each, index]));
      window.lost = [];
      document.addEventListener("focusout", ({ target }) => window.lost.push((target as Element).outerHTML));
      return all.length;
    });
    assert.ok(count > 60, String(count));
    release();
    await canvas(widget);
    const now = await html.evaluate((root) =>
      [...root.querySelectorAll(".card, .card *")].map((each) => window.marked.get(each) ?? each.outerHTML),
    );
    assert.deepEqual(
      now,
      Array.from({ length: count }, (_, index) => index),
    );
    assert.deepEqual(await html.evaluate(() => window.lost), [], "the focus stayed where it was");
  });

  it("G2 what index.html has is what the page's own script makes without it", async () => {
    const card = ({ frame }: Widget) => frame.locator(".card").evaluate((each) => each.outerHTML);
    const before = await card(await early());
    release();
    page = await demo.page();
    // The first script leaves any language but English to the next, which finds that there is no other.
    await page.addInitScript(() => Object.defineProperty(navigator, "languages", { value: ["xx", "en"] }));
    await page.route(/\.wasm$/, () => {});
    const widget = await pressConnect(page, demo.servers.hostUrl);
    await expectScreen(widget, "Connect your ATS");
    assert.equal(await card(widget), before);
  });

  it("G2 half a screen is not shown where index.html broke off, and the next script brings a whole one", async () => {
    page = await demo.page();
    await page.addInitScript(noteAnswer);
    await page.route(demo.servers.linkUrl, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: html.slice(0, html.indexOf("Lever")) });
    });
    release = await holdBack(page, OWN_SCRIPT);
    const widget = await pressConnect(page, demo.servers.hostUrl);
    await widget.frame.locator("main[aria-busy=true]").waitFor({ state: "attached" });
    await widget.frame.locator("html").evaluate(() => window.answered);
    assert.equal(await widget.frame.locator(".card").count(), 0);
    release();
    await expectScreen(widget, "Connect your ATS");
    await button(widget, "Lever").click();
    await expectScreen(widget, "How do you want to connect Lever?");
  });

  it("G2 a press is kept, and done when the module is there", async () => {
    const widget = await early();
    await button(widget, "Lever").click();
    release();
    await expectScreen(widget, "How do you want to connect Lever?");
  });

  it("G2 what is typed stays, with its caret, and has found what it was typed for", async () => {
    const widget = await early();
    await search(widget).pressSequentially("smart");
    await search(widget).evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 3));
    release();
    await widget.frame.getByRole("button", { name: "Ashby" }).waitFor({ state: "detached" });
    const kept = await search(widget).evaluate((input: HTMLInputElement) => ({
      value: input.value,
      selected: [input.selectionStart, input.selectionEnd],
      focused: input === document.activeElement,
    }));
    assert.deepEqual(kept, { value: "smart", selected: [1, 3], focused: true });
  });

  it("G2 nothing is lost of what is done between the pieces in which the page's own script starts", async () => {
    page = await demo.page();
    await page.addInitScript(holdPauses);
    const widget = await pressConnect(page, demo.servers.hostUrl);
    const html = widget.frame.locator("html");
    const waiting = (): Promise<number> => html.evaluate(() => window.pauses.length);
    const goOn = (): Promise<void> => html.evaluate(() => window.pauses.splice(0).forEach((go) => go()));
    await expectScreen(widget, "Connect your ATS");
    await until("the script has come to a pause", async () => (await waiting()) > 0);
    await search(widget).pressSequentially("smart");
    let isDone = false;
    const done = widget.frame.getByRole("button", { name: "Ashby" }).waitFor({ state: "detached" });
    void done.finally(() => (isDone = true));
    await until("the module has searched", async () => {
      await goOn();
      return isDone;
    });
    assert.equal(await search(widget).inputValue(), "smart");
    await button(widget, "SmartRecruiters").waitFor();
  });

  it("G2 Enter in the search is kept and sends nothing", async () => {
    const widget = await early();
    await search(widget).fill("smart");
    await search(widget).press("Enter");
    assert.equal(await widget.frame.locator("html").evaluate(() => location.search), "");
    release();
    await expectScreen(widget, "How do you want to connect SmartRecruiters?");
  });

  it("D1 an input method that is at work when the script comes is not interrupted", async () => {
    const widget = await early();
    await search(widget).focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Input.imeSetComposition", { text: "レバ", selectionStart: 2, selectionEnd: 2 });
    const ends = widget.frame.locator("html").evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener("compositionend", ({ data }) => resolve(data), { once: true });
        }),
    );
    release();
    await canvas(widget);
    assert.equal(await search(widget).inputValue(), "レバ");
    await cdp.send("Input.imeSetComposition", { text: "lev", selectionStart: 3, selectionEnd: 3 });
    await cdp.send("Input.insertText", { text: "lever" });
    assert.equal(await ends, "lever");
    assert.equal(await search(widget).inputValue(), "lever");
    await widget.frame.getByRole("button", { name: "Ashby" }).waitFor({ state: "detached" });
  });

  it("G2 the Text view is shown at once, and stays", async () => {
    const widget = await early();
    const textView = widget.frame.getByRole("switch", { name: "Text view" });
    await textView.click();
    assert.equal(await textView.getAttribute("aria-checked"), "true");
    assert.equal(await widget.frame.locator(".card.early").count(), 0);
    await button(widget, "Get help").click();
    release();
    await expectScreen(widget, "Get help");
    assert.equal(await textView.getAttribute("aria-checked"), "true");
    assert.equal(await widget.frame.locator("canvas").isVisible(), false);
  });

  it("D1 what an input method commits as it stood when the script came is told", async () => {
    const widget = await early();
    await search(widget).focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Input.imeSetComposition", { text: "lever", selectionStart: 5, selectionEnd: 5 });
    release();
    await canvas(widget);
    await cdp.send("Input.insertText", { text: "lever" });
    await widget.frame.getByRole("button", { name: "Ashby" }).waitFor({ state: "detached" });
    assert.equal(await search(widget).inputValue(), "lever");
  });

  it("G2 what a translator made of it stays", async () => {
    const widget = await early();
    const heading = widget.frame.getByRole("heading", { level: 1 });
    const translated = "Verbinden Sie Ihr ATS";
    await heading.evaluate((h1, text) => {
      const around = document.createElement("span");
      around.textContent = text;
      h1.replaceChildren(around);
    }, translated);
    release();
    await canvas(widget);
    assert.equal(await heading.evaluate((h1) => h1.innerHTML), `<span>${translated}</span>`);
  });

  for (const [how, act] of [
    ["Close", (widget: Widget) => button(widget, "Close").click()],
    ["Escape", () => page.keyboard.press("Escape")],
    ["a press beside the dialog", () => page.mouse.click(5, 5)],
  ] as const)
    it(`G2 ${how} ends the session at once`, async () => {
      const widget = await early();
      await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
      await act(widget);
      await page.locator("dialog").waitFor({ state: "detached" });
    });

  /** The same with a configuration of one's own. */
  async function opened(config: object): Promise<Widget> {
    page = await demo.page();
    await page.addInitScript(noteAnswer);
    release = await holdBack(page, OWN_SCRIPT);
    await page.goto(demo.servers.hostUrl);
    await page.addScriptTag({ url: "/opener/ats-link.js" });
    await page.evaluate(
      ([linkUrl, more]) => {
        const { AtsLink } = window as unknown as { AtsLink: AtsLink };
        const handler = AtsLink.create({ linkUrl, state: "s", onSuccess() {}, onExit() {}, ...more });
        Object.assign(window, { handler });
        void handler.open().catch(() => {});
      },
      [demo.servers.linkUrl, config] as const,
    );
    return { page, frame: page.frameLocator("dialog iframe") };
  }

  it("G2 the host's theme does not give way to the system's between two scripts", async () => {
    const widget = await opened({ theme: "dark" });
    await expectScreen(widget, "Connect your ATS");
    const html = widget.frame.locator("html");
    await html.evaluate((root) => {
      window.lost = [];
      new MutationObserver(() => window.lost.push(root.dataset["theme"] ?? "")).observe(root, { attributes: true });
    });
    assert.equal(await html.getAttribute("data-theme"), "dark");
    release();
    await canvas(widget);
    assert.deepEqual([...new Set(await html.evaluate(() => window.lost))].join(), "dark");
  });

  for (const [what, config] of [
    ["another language", { locale: "de" }],
    ["a part of the list", { providers: ["lever", "ashby"] }],
    ["one ATS", { provider: "lever" }],
    ["colours of its own", { theme: { accent: "#0a7" } }],
    ["a mode that there is not", { mode: "conect" }],
    ["a connection to be mended", { mode: "relink", provider: "lever", relink: { reason: "key_revoked" } }],
  ] as const)
    it(`G2 nothing is shown beforehand to a host that asks for ${what}`, async () => {
      const widget = await opened(config);
      await widget.frame.locator("main[aria-busy=true]").waitFor({ state: "attached" });
      await page.waitForFunction(() => (window as unknown as { handler: { state: string } }).handler.state === "ready");
      await widget.frame.locator("html").evaluate(() => window.answered);
      assert.equal(await widget.frame.locator(".card").count(), 0);
      release();
      await widget.frame.locator(".card").waitFor();
    });
});
