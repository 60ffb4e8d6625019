import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { Gallery, setTextView, type Shot } from "../support/gallery.ts";

describe("pictures of the guide's steps", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ viewport: { width: 440, height: 1800 } });
  });
  after(() => gallery.stop());

  /** The drawings once their shapes are there, which come with the code of the later steps. */
  const drawings = async ({ frame }: Shot) => {
    await frame.locator(".picture rect").first().waitFor({ state: "attached" });
    return frame.locator("ol > li").getByRole("img");
  };
  const fills = (frame: Frame): Promise<string[]> =>
    frame.evaluate(() => {
      const found = new Set<string>();
      for (const shape of document.querySelectorAll(".picture svg g *")) {
        const { fill, stroke } = getComputedStyle(shape);
        for (const color of [fill, stroke]) if (color !== "none") found.add(color);
      }
      return [...found];
    });

  it("each step's drawing is an image with a name, inside the step, in both views", async () => {
    const shot = await gallery.show(page, "api_key_pictures");
    for (const text of [false, true]) {
      await setTextView(shot.frame, text);
      const images = await drawings(shot);
      assert.equal(await images.count(), 6);
      assert.equal(
        await images.nth(5).getAttribute("aria-label"),
        "Drawing of Workable: choose “Generate token”; the key appears",
      );
      assert.equal(await shot.frame.locator("li > .picture[role=img]").count(), 6);
    }
  });

  it("the elements lie where the painter drew, as large as in the Text view", async () => {
    const shot = await gallery.show(page, "api_key_pictures");
    const sizes = async (): Promise<string[]> => {
      const boxes = [];
      await drawings(shot);
      for (const svg of await shot.frame.locator(".picture svg").all()) boxes.push(await svg.boundingBox());
      return boxes.map((box) => `${Math.round(box?.width ?? 0)} x ${Math.round(box?.height ?? 0)}`);
    };
    await setTextView(shot.frame, false);
    const painted = await shot.frame.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".picture")].map(({ style }) =>
        [style.width, style.height].map((length) => String(Math.round(parseFloat(length)))).join(" x "),
      ),
    );
    assert.deepEqual(await sizes(), painted);
    await setTextView(shot.frame, true);
    assert.deepEqual(await sizes(), painted);
  });

  it("in forced colours a drawing has the system's colours alone", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    const shot = await gallery.show(page, "api_key_pictures");
    await drawings(shot);
    const system = await shot.frame.evaluate(() => {
      const probe = document.createElement("i");
      document.body.append(probe);
      const colors = ["Canvas", "CanvasText", "Highlight"].map((name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      });
      probe.remove();
      return colors;
    });
    for (const color of await fills(shot.frame)) assert.ok(system.includes(color), `${color} of ${system.join()}`);
    await page.emulateMedia({ forcedColors: "none" });
  });

  it("in Arabic the name is Arabic, and the window English, not mirrored, at the right end", async () => {
    const shot = await gallery.show(page, "api_key_pictures", "ar");
    const menu = (await drawings(shot)).nth(1);
    assert.match((await menu.getAttribute("aria-label")) ?? "", /رسم لنافذة Workable: .*«Settings».*«Apps»/);
    assert.equal(await menu.getAttribute("lang"), null);
    assert.equal(await menu.locator("g").getAttribute("lang"), "en");
    const [first, second] = await menu
      .locator("text")
      .evaluateAll((words) => words.map((word) => word.getBoundingClientRect().left));
    assert.ok((first ?? 0) < (second ?? 0), "the way through the menu runs from left to right");
    const [box, step] = [await menu.boundingBox(), await shot.frame.locator("li.step").nth(1).boundingBox()];
    assert.ok(box && step);
    assert.ok(Math.abs(box.x + box.width - step.x - step.width) < 1, "it begins where the step's words begin");
  });
});
