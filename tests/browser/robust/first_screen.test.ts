import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { wordsOf } from "../support/languages.ts";
import { button, expectScreen, openWidget, pressConnect, textbox, toSubdomain, type Widget } from "../support/walk.ts";

describe("the first screen before the module is there", () => {
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

  /** The first screen, with the module held back. */
  async function early(options: Parameters<Demo["page"]>[0] = {}): Promise<Widget> {
    page = await demo.page(options);
    release = await holdBack(page, /\.wasm$/);
    const widget = await pressConnect(page, demo.servers.hostUrl);
    await expectScreen(widget, "Connect your ATS");
    return widget;
  }
  const canvas = ({ frame }: Widget): Promise<void> => frame.locator(".card:not(.text-view)").waitFor();
  const lastExit = async (): Promise<string> => {
    await page.locator("dialog").waitFor({ state: "detached" });
    return page.locator("body").innerText();
  };

  it("G2 a press is kept, and done when the module is there", async () => {
    const widget = await early();
    await button(widget, "Lever").click();
    await expectScreen(widget, "Connect your ATS");
    release();
    await expectScreen(widget, "How do you want to connect Lever?");
  });

  it("G2 what is typed stays, with its caret, and has found what it was typed for", async () => {
    const widget = await early();
    const search = widget.frame.getByRole("searchbox");
    await search.pressSequentially("smart");
    await search.evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 3));
    release();
    await widget.frame.getByRole("button", { name: "Ashby" }).waitFor({ state: "detached" });
    const kept = await search.evaluate((input: HTMLInputElement) => ({
      value: input.value,
      selected: [input.selectionStart, input.selectionEnd],
      focused: input === document.activeElement,
    }));
    assert.deepEqual(kept, { value: "smart", selected: [1, 3], focused: true });
  });

  it("G2 View more, Get help and the Text view are done in their order", async () => {
    const widget = await early();
    await button(widget, "View more ATS integrations").click();
    const textView = widget.frame.getByRole("switch", { name: "Text view" });
    await textView.click();
    assert.equal(await textView.getAttribute("aria-checked"), "true");
    await button(widget, "Get help").click();
    release();
    await expectScreen(widget, "Get help");
    assert.equal(await textView.getAttribute("aria-checked"), "true");
    assert.equal(await widget.frame.locator("canvas").isVisible(), false);
    await button(widget, "Back to connecting").click();
    await button(widget, "Workable").waitFor();
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
      await lastExit();
    });

  it("G2 after something was done a press beside waits for the module, and then loses nothing", async () => {
    const widget = await early();
    await button(widget, "Lever").click();
    await page.mouse.click(5, 5);
    release();
    await expectScreen(widget, "How do you want to connect Lever?");
  });

  it("G2 Escape in a search that has text clears the search", async () => {
    const widget = await early();
    const search = widget.frame.getByRole("searchbox");
    await search.fill("smart");
    await search.press("Escape");
    release();
    await canvas(widget);
    await widget.frame.getByRole("button", { name: "Ashby" }).waitFor();
    assert.equal(await search.inputValue(), "");
  });

  /** What a page asks the link origin for, without hashes. */
  function watchAsked(): () => string[] {
    const asked: string[] = [];
    page.on("request", (request) => {
      const { origin, pathname } = new URL(request.url());
      if (`${origin}/` === demo.servers.linkUrl) asked.push(pathname.replace(/\.[0-9a-f]{16}/, ""));
    });
    return () => asked.splice(0).sort();
  }
  const first = (language: string): string[] => [`catalogue.${language}.json`, `${language}.json`];
  const always = ["ats-link.wasm", "engine.js", "link.css", "link.js", "page.js", "wizard.css"];
  const filesOf = (names: string[]): string[] => [
    "/",
    ...names.sort().map((name) => `/assets/${name}`),
    "/link.config.json",
  ];

  it("G2 every file comes once, up to the first screen and on to the key's", async () => {
    page = await demo.page();
    const asked = watchAsked();
    const relay = page.waitForRequest(/\/relay\/v1\/$/);
    const widget = await openWidget(page, demo.servers.hostUrl);
    await canvas(widget);
    assert.deepEqual(asked(), filesOf([...always, ...first("en")]));
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await relay;
    assert.deepEqual(asked(), ["/assets/seal.js", "/assets/workable.en.json", "/relay/v1/"]);
  });

  it("G2 every file comes once in another language too, whose first screens are one file more", async () => {
    page = await demo.page({ locale: "de-DE" });
    const asked = watchAsked();
    const widget = await pressConnect(page, demo.servers.hostUrl);
    await expectScreen(widget, wordsOf("de")["provider.heading"] ?? "");
    await canvas(widget);
    assert.deepEqual(asked(), filesOf([...always, ...first("de"), "first.de.json"]));
  });
});
