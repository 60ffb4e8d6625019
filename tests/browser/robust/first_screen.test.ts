import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { button, expectScreen, openWidget, pressConnect, type Widget } from "../support/walk.ts";

/** https://wicg.github.io/layout-instability/: what moved by 3 px or more without having been asked to. */
interface Shift {
  sources: { node: HTMLElement | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Where everything stands that can be seen, in CSS px: elements by their node, and the lines of the texts beside them. */
const places = (frame: FrameLocator): Promise<Record<string, number[]>> =>
  frame.locator(".card").evaluate((card) => {
    const found: Record<string, number[]> = {};
    for (const part of card.querySelectorAll<HTMLElement>("[data-node], h1, .lead, .choice-label, .field-label")) {
      const { x, y, width, height } = part.getBoundingClientRect();
      const name = (part.dataset["node"] ?? part.id) || `${part.className}: ${part.textContent}`;
      // A text may be given more room than its letters take.
      if (width > 1) found[name] = part.matches(".choice, .button") ? [x, y, width, height] : [x, y];
    }
    return found;
  });

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

  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 320],
  ] as const)
    it(`G2 the canvas takes over in ${colorScheme} at ${String(width)} px, and nothing moves by more than 1 px`, async () => {
      const widget = await early({ colorScheme, viewport: { width, height: 800 } });
      await widget.frame.locator("html").evaluate(() => {
        const shifts: string[] = [];
        Object.assign(window, { shifts });
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as Shift[])
            for (const { node, previousRect: from, currentRect: to } of entry.sources)
              shifts.push(`${node?.className ?? node?.nodeName ?? "?"} from ${from.x},${from.y} to ${to.x},${to.y}`);
        });
        observer.observe({ type: "layout-shift", buffered: false });
      });
      const before = await places(widget.frame);
      release();
      await canvas(widget);
      const after = await places(widget.frame);
      assert.ok(Object.keys(before).length > 12, Object.keys(before).join());
      for (const [name, place] of Object.entries(before)) {
        const moved = place.map((value, index) => Math.abs(value - (after[name]?.[index] ?? Number.NaN)));
        assert.ok(
          moved.every((by) => by <= 1),
          `${name}: ${place.join()} and ${String(after[name]?.join())}`,
        );
      }
      const shifts = await widget.frame
        .locator("html")
        .evaluate(() => (window as unknown as { shifts: string[] }).shifts);
      assert.deepEqual(shifts, []);
    });

  it("G2 every file comes once", async () => {
    page = await demo.page();
    const asked: string[] = [];
    page.on("request", (request) => {
      const { origin, pathname } = new URL(request.url());
      if (`${origin}/` === demo.servers.linkUrl) asked.push(pathname.replace(/\.[0-9a-f]{16}/, ""));
    });
    const widget = await openWidget(page, demo.servers.hostUrl);
    await canvas(widget);
    const assets = ["ats-link.wasm", "catalogue.en.json", "en.json", "engine.js", "link.css", "link.js", "page.js"];
    assert.deepEqual(asked.sort(), ["/", ...assets.map((name) => `/assets/${name}`), "/link.config.json"]);
  });
});
