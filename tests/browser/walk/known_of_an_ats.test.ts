import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { decode, grounds } from "../support/pixels.ts";
import { button, expectScreen, openWidget, type Widget } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#00756a" d="M0 0h8v8H0z"/></svg>`;
/** Almost black and without a ground, as a logo is that needs the white one. */
const own = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#101010" d="M3 3h2v2H3z"/></svg>`;
const DOWN = "Known to be down at the moment. You will need: Subdomain, API key";
const WARNING =
  "Workable is known to be down at the moment. You can go on, but your key may not be checked until it is back.";

describe("what link.config.json says of an ATS, and the logo of who embeds the page", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  afterEach(async () => {
    await demo.closePages();
    demo.takeComplaints(); // A logo that is not there is told on the console.
  });
  after(() => demo.stop());

  /** `own`: of the files, the host's logo is there. */
  async function open(page: Page, hasOwn: boolean): Promise<Widget> {
    await page.route("**/link.config.json", async (route) => {
      const response = await route.fetch();
      const config = (await response.json()) as { brand: object };
      const more = {
        notices: { workable: "down" },
        logos: { workable: "logos/workable.svg", lever: "logos/lever.svg" },
        brand: { ...config.brand, logoUrl: "/logos/own.svg" },
      };
      await route.fulfill({ response, json: { ...config, ...more } });
    });
    const files = new Map([["workable.svg", logo], ...(hasOwn ? [["own.svg", own] as const] : [])]);
    await page.route("**/logos/*.svg", (route) => {
      const body = files.get(route.request().url().split("/").at(-1) ?? "");
      return route.fulfill(body ? { contentType: "image/svg+xml", body } : { status: 404, body: "" });
    });
    return openWidget(page, demo.servers.hostUrl);
  }

  const box = async (of: Locator) => (await of.boundingBox()) ?? assert.fail("it is not seen");

  /** The host's logo fills its tile, the first of the two where the language begins, and says nothing. */
  async function looksRight(widget: Widget, fromRight = false): Promise<void> {
    const image = widget.frame.locator(".tiles > .tile:first-child img");
    await image.waitFor({ state: "visible" });
    assert.equal(await image.getAttribute("alt"), "");
    const [is, both] = [await box(image), await box(widget.frame.locator(".tiles"))];
    assert.ok(is.width >= 28 && is.width <= 34 && Math.abs(is.width - is.height) < 1, JSON.stringify(is));
    const off = fromRight ? both.x + both.width - is.x - is.width : is.x - both.x;
    assert.ok(Math.abs(off) <= 2, `${off} px off where its letters are`);
    assert.ok(Math.abs(is.y - both.y) <= 2);
    // On white, whatever the scheme and the colours: the logo may be as dark as this one.
    const dark = { colorScheme: "dark" } as const;
    for (const media of [dark, { ...dark, forcedColors: "active" }, {}] as const) {
      await widget.page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
      const ground = { x: 6, y: 6, width: is.width - 12, height: 3 };
      assert.deepEqual(grounds(decode(await image.screenshot()), ground), [[255, 255, 255]], JSON.stringify(media));
    }
  }

  for (const canvas of [true, false])
    it(`an ATS that is down says so and can be chosen; its logo is seen where it loads: ${canvas ? "canvas" : "Text view"}`, async () => {
      const page = await walkingPage(demo, { canvas });
      const widget = await open(page, canvas);
      const letters = widget.frame.locator(".tiles > .tile:first-child");
      assert.equal(await letters.textContent(), "Br");
      await button(widget, "View more ATS integrations").click();
      const row = button(widget, "Workable");
      assert.equal(await row.evaluate((it) => it.ariaDescribedByElements?.[0]?.textContent ?? ""), DOWN);
      const image = row.locator("img");
      await image.waitFor({ state: "visible" });
      assert.equal(await image.getAttribute("alt"), "");
      const [tile, around] = [await image.boundingBox(), await row.boundingBox()];
      assert.ok(tile && around);
      assert.ok(tile.width >= 36 && tile.width <= 42 && Math.abs(tile.width - tile.height) < 1, JSON.stringify(tile));
      assert.ok(tile.x >= around.x + 8 && tile.x <= around.x + 16, "it lies where the letters are");
      assert.ok(Math.abs(tile.y + tile.height / 2 - around.y - around.height / 2) < 1.5, "in the middle of the row");
      // Where it does not load the letters stay, and nothing lies over them.
      assert.equal(await button(widget, "Lever").locator("img").isVisible(), false);
      assert.equal(await button(widget, "Ashby").locator("img").count(), 0);

      await row.click();
      const next = await expectScreen(widget, "How do you want to connect Workable?");
      await next.getByText(WARNING).waitFor();
      const header = widget.frame.locator(".tiles > .tile:last-child img");
      await header.waitFor({ state: "visible" });
      const [is, both] = [await box(header), await box(widget.frame.locator(".tiles"))];
      assert.ok(is.width >= 28 && is.width <= 34, JSON.stringify(is));
      assert.ok(Math.abs(both.x + both.width - is.x - is.width) <= 2, "the ATS's tile is the right one");
      if (canvas) {
        await looksRight(widget);
        await widget.frame.getByRole("switch", { name: "Text view" }).press("Space");
        await looksRight(widget);
        await widget.frame.locator("html").evaluate((html) => html.setAttribute("dir", "rtl"));
        await looksRight(widget, true);
        await widget.frame.locator("html").evaluate((html) => html.setAttribute("dir", "ltr"));
        await button(widget, "Get help").click();
        await looksRight(widget);
        await button(widget, "Back to connecting").click();
      } else {
        assert.equal(await letters.locator("img").isVisible(), false, "what does not load leaves the letters");
        assert.equal((await letters.textContent())?.trim(), "Br");
      }
      await button(widget, "Use my API key or access token (recommended)").click();
      await expectScreen(widget, "Are you an admin of Workable?");
    });
});
