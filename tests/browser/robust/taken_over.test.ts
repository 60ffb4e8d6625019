import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Frame, FrameLocator, Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { until } from "../support/until.ts";
import { decode, inkBox, type Pixels } from "../support/pixels.ts";
import { type ShownText, shownText } from "../support/shown_text.ts";
import { expectScreen, pressConnect } from "../support/walk.ts";

/** https://wicg.github.io/layout-instability/: what moved by 3 px or more without having been asked to. */
interface Shift {
  sources: { node: HTMLElement | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}
type Watched = Window & { shifts: string[] };

/** Runs in every frame before its scripts; what moves around the card, before there is one, nobody sees. */
function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as Shift[])
      for (const { node, previousRect: from, currentRect: to } of entry.sources)
        if (!node || (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(".card"))
          shifts.push(`${node?.className ?? node?.nodeName ?? "?"} from ${from.x},${from.y} to ${to.x},${to.y}`);
  });
  observer.observe({ type: "layout-shift" });
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

/** The lines of text over which nothing lies: what is scrolled behind the head or the foot is not seen. */
async function seenLines(frame: Frame): Promise<ShownText[]> {
  const lines = await shownText(frame, "text");
  return frame.evaluate(
    (all) =>
      all.filter(({ text, x, y, width, height }) =>
        [y + 1, y + height - 1]
          .map((at) => document.elementFromPoint(x + width / 2, at))
          .every((hit) => hit?.matches("input, .tile") || hit?.textContent.includes(text)),
      ),
    lines,
  );
}

/** Every picture that the browser shows from now on; a screenshot meanwhile would be among them, in another size. */
async function watchPictures(page: Page): Promise<{ pictures: Buffer[]; stop: () => Promise<unknown> }> {
  const pictures: Buffer[] = [];
  const browser = await page.context().newCDPSession(page);
  browser.on("Page.screencastFrame", ({ data, sessionId }) => {
    pictures.push(Buffer.from(data, "base64"));
    void browser.send("Page.screencastFrameAck", { sessionId });
  });
  await browser.send("Page.startScreencast", { format: "png" });
  return { pictures, stop: () => browser.send("Page.stopScreencast") };
}

describe("the canvas in the place of the elements", () => {
  let demo: Demo;
  before(async () => {
    demo = await Demo.start();
  });
  afterEach(() => demo.closePages());
  after(() => demo.stop());

  for (const [colorScheme, width, height, scrolled] of [
    ["light", 1280, 800, 0],
    ["dark", 320, 560, 40],
  ] as const)
    it(`G2 the canvas takes over in ${colorScheme} at ${String(width)} px: no text moves by more than 1 px, nothing flashes`, async () => {
      const scale = 2;
      const page = await demo.page({ colorScheme, viewport: { width, height }, deviceScaleFactor: scale });
      await page.addInitScript(watchShifts);
      const release = await holdBack(page, /\.wasm$/);
      const widget = await pressConnect(page, demo.servers.hostUrl);
      await expectScreen(widget, "Connect your ATS");
      const { frame } = widget;
      const scroller = frame.locator(".scroll");
      await scroller.evaluate((node, top) => (node.scrollTop = top), scrolled);
      assert.equal(await scroller.evaluate((node) => node.scrollTop), scrolled);
      const inside = page.frames().find((each) => each.parentFrame() !== null);
      assert.ok(inside);
      const lines = await seenLines(inside);
      const placed = await places(frame);
      const origin = await page.locator("dialog iframe").evaluate((node) => node.getBoundingClientRect());
      const { pictures, stop } = await watchPictures(page);
      await until("the browser shows the elements", () => pictures.length > 0);
      release();
      await frame.locator(".card:not(.text-view)").waitFor();
      const after = await places(frame);
      await until("the browser shows the canvas", () => pictures[0]?.equals(pictures.at(-1) ?? pictures[0]) === false);
      await inside.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await stop();
      const shown = pictures.map(decode);
      const [there, painted] = [shown[0], shown.at(-1)];
      assert.ok(there && painted);

      const isShown = await frame.locator("canvas").isVisible();
      assert.ok(isShown, "it is the canvas that is seen now");
      assert.equal(await scroller.evaluate((node) => node.scrollTop), scrolled);
      assert.ok(Object.keys(placed).length > 12, Object.keys(placed).join());
      for (const [name, place] of Object.entries(placed)) {
        const moved = place.map((value, index) => Math.abs(value - (after[name]?.[index] ?? Number.NaN)));
        assert.ok(
          moved.every((by) => by <= 1),
          `${name}: ${place.join()} and ${String(after[name]?.join())}`,
        );
      }
      const shifts = await frame.locator("html").evaluate(() => (window as unknown as Watched).shifts);
      assert.deepEqual(shifts, []);

      const boxIn = (pixels: Pixels, { x, y, width: wide, height: high }: ShownText) => {
        const by = pixels.width / width;
        const area = { x: (origin.x + x - 1) * by, y: (origin.y + y - 1) * by };
        return inkBox(pixels, { ...area, width: (wide + 2) * by, height: (high + 2) * by });
      };
      assert.ok(lines.length > 10, lines.map(({ text }) => text).join());
      for (const line of lines) {
        const [first, now] = [boxIn(there, line), boxIn(painted, line)];
        assert.ok(first && now, `“${line.text}” is seen in both`);
        const moved = first.sides.map((side, index) => Math.abs(side - (now.sides[index] ?? Number.NaN)));
        assert.ok(
          moved.every((by) => by <= scale),
          `“${line.text}”: ${first.sides.join()} and ${now.sides.join()}`,
        );
      }
      for (const [index, pixels] of shown.entries()) {
        for (const line of lines) {
          const [first, now] = [boxIn(there, line)?.ratio ?? 1, boxIn(pixels, line)?.ratio ?? 1];
          assert.ok(now > first / 2, `“${line.text}” in picture ${index}: ${now}, and ${first} before`);
        }
      }
    });
});
