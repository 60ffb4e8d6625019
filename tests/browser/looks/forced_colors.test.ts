import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { axeFindings } from "../support/axe.ts";
import { colorOf, edges, palette } from "../support/forced_colors.ts";
import { Gallery } from "../support/gallery.ts";
import { keyboardWalk } from "../support/keyboard_walk.ts";
import { contrast, decode, groundAndInk, type Pixels } from "../support/pixels.ts";
import { shownText } from "../support/shown_text.ts";
import { backendResult } from "../support/walk.ts";

/** Every kind of element between them, and a screen without the module. */
const names = [
  "hosted",
  "provider_all",
  "method",
  "invite_copied",
  "permissions_write",
  "subdomain_address",
  "details_empty",
  "api_key_copied",
  "api_key_shown",
  "verifying_half",
  "connected_part",
  "failed_not_found_named",
  "close_question",
  "help",
  "load_failed",
];
/** Those whose pixels a run looks at; what CSS says, and axe, are for all of them. "method" is what H breaks. */
const pictured = ["method", ...sample(names, 5, "forced colours")];
/** So that the stems of small letters are wider than a pixel. */
const scale = 3;
const size = { width: 440, height: 720 };
/** High enough that nothing is scrolled away in a picture; the list of all ATSs is higher than the rest. */
const highFor = (name: string) => ({ ...size, height: name === "provider_all" ? 2700 : 1500 });

describe("in forced colours", () => {
  let gallery: Gallery;
  let page: Page;
  const seen = { texts: 0, edges: 0 };
  before(async () => {
    gallery = await Gallery.start({}, { scale });
    page = await gallery.page({ viewport: size, deviceScaleFactor: scale });
    await page.emulateMedia({ forcedColors: "active" });
  });
  after(async () => {
    console.log(`forced colours: ${seen.texts} texts and ${seen.edges} edges by pixels`);
    await gallery.stop();
  });

  const canvasSeen = (frame: Frame) =>
    frame.evaluate(() => document.querySelector("canvas")?.checkVisibility() ?? false);
  const forced = (frame: Frame) => frame.evaluate(() => matchMedia("(forced-colors: active)").matches);
  const scaled = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  });

  /** Texts in other colours than the system's, by what CSS says and by what is painted, or too pale on their ground. */
  async function strangeText(frame: Frame, pixels: Pixels | null): Promise<string[]> {
    const system = new Set(Object.values(await palette(frame)).map((css) => colorOf(css).join()));
    const found: string[] = [];
    for (const text of await shownText(frame, "text")) {
      const said = colorOf(text.color).join();
      if (!pixels) {
        if (!system.has(said)) found.push(`“${text.text}” ${said}`);
        continue;
      }
      const { ground, ink, ratio } = groundAndInk(pixels, scaled(text));
      const colors = { said, ink: ink.join(), ground: ground.join() };
      const known = Object.values(colors).every((color) => system.has(color));
      if (!known || colors.ink !== colors.said || ratio < 4.5) found.push(`“${text.text}” ${JSON.stringify(colors)}`);
      seen.texts++;
    }
    return found;
  }

  /** What can be pressed and has neither an edge of 3:1 in a system colour nor, being a link, an underline. */
  async function edgeless(frame: Frame, pixels: Pixels | null): Promise<string[]> {
    const system = new Set(Object.values(await palette(frame)));
    return (await edges(frame)).flatMap(({ what, border, underlined, ...box }) => {
      if (underlined) return [];
      if (!pixels) return system.has(border) ? [] : [`${what}: border ${border || "none"}`];
      seen.edges++;
      const { x, y, height } = scaled(box);
      const row = Math.round(y + height / 2);
      const across = Array.from({ length: 6 * scale }, (_, at) => pixels.at(Math.max(0, Math.round(x) - 3 + at), row));
      const [outside = [0, 0, 0] as const] = across;
      const drawn = across.some((color) => contrast(color, outside) >= 3);
      return system.has(border) && drawn ? [] : [`${what}: border ${border || "none"}, ${drawn ? "" : "not "}drawn`];
    });
  }

  for (const name of names)
    it(`C6 ${name} is text in system colours, with edges, and axe finds nothing`, async () => {
      await page.setViewportSize(size);
      const { frame } = await gallery.show(page, name);
      if (pictured.includes(name)) await page.setViewportSize(highFor(name));
      assert.equal(await forced(frame), true);
      assert.equal(await canvasSeen(frame), false, "no canvas");
      await frame.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        getSelection()?.removeAllRanges();
      });
      const pixels = pictured.includes(name) ? decode(await page.screenshot()) : null;
      assert.deepEqual(await strangeText(frame, pixels), []);
      assert.deepEqual(await edgeless(frame, pixels), []);
      // Without its contrast: axe reads the fill colour, which Chromium tells as it was before it was forced.
      assert.deepEqual(await axeFindings(frame, "canvas"), []);
    });

  it("C6 coming and going while somebody types, it keeps the field, the focus, the value and the selection", async () => {
    const live = await gallery.page({ deviceScaleFactor: scale });
    const { frame } = await gallery.show(live, "subdomain");
    const field = frame.locator("[data-node='field:subdomain']");
    await field.pressSequentially("acme");
    await field.evaluate((input: HTMLInputElement) => {
      input.setSelectionRange(1, 3);
      Object.assign(window, { kept: input });
    });
    for (const active of [true, false, true, false]) {
      await live.emulateMedia({ forcedColors: active ? "active" : "none" });
      await frame.waitForFunction((on) => matchMedia("(forced-colors: active)").matches === on, active);
      await frame.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(await canvasSeen(frame), !active, active ? "active" : "none");
      const state = await field.evaluate((input: HTMLInputElement) => {
        const same = input === (window as unknown as { kept: unknown }).kept;
        return [same, input === document.activeElement, input.value, input.selectionStart, input.selectionEnd];
      });
      assert.deepEqual(state, [true, true, "acme", 1, 3]);
    }
    await field.pressSequentially("x");
    assert.equal(await field.inputValue(), "axe");
  });

  it("C6 the whole way to the connection goes by keyboard, each screen visited in its order", async () => {
    const walker = await gallery.demo.page({ forcedColors: "active" });
    const { frame } = await keyboardWalk(walker, gallery.demo.servers.hostUrl, { visit: true });
    assert.equal(await forced(frame), true);
    assert.equal(await canvasSeen(frame), false);
    assert.equal((await backendResult(walker))["subdomain"], "acme");
  });
});
