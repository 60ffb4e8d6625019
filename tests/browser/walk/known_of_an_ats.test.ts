import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { button, expectScreen, openWidget, type Widget } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#00756a" d="M0 0h8v8H0z"/></svg>`;
const DOWN = "Known to be down at the moment. You will need: Subdomain, API key";
const WARNING =
  "Workable is known to be down at the moment. You can go on, but your key may not be checked until it is back.";

describe("what link.config.json says of an ATS", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  afterEach(async () => {
    await demo.closePages();
    demo.takeComplaints(); // A logo that is not there is told on the console.
  });
  after(() => demo.stop());

  async function open(page: Page): Promise<Widget> {
    await page.route("**/link.config.json", async (route) => {
      const response = await route.fetch();
      const config = (await response.json()) as object;
      const more = {
        notices: { workable: "down" },
        logos: { workable: "logos/workable.svg", lever: "logos/lever.svg" },
      };
      await route.fulfill({ response, json: { ...config, ...more } });
    });
    await page.route("**/logos/*.svg", (route) =>
      route.request().url().endsWith("/workable.svg")
        ? route.fulfill({ contentType: "image/svg+xml", body: logo })
        : route.fulfill({ status: 404, body: "" }),
    );
    return openWidget(page, demo.servers.hostUrl);
  }

  for (const canvas of [true, false])
    it(`an ATS that is down says so and can be chosen; its logo is seen where it loads: ${canvas ? "canvas" : "Text view"}`, async () => {
      const page = await walkingPage(demo, { canvas });
      const widget = await open(page);
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
      const header = widget.frame.locator(".tiles img");
      await header.waitFor({ state: "visible" });
      const box = await header.boundingBox();
      assert.ok(box && box.width >= 28 && box.width <= 34, JSON.stringify(box));
      const tiles = await widget.frame.locator(".tiles").boundingBox();
      assert.ok(tiles && Math.abs(tiles.x + tiles.width - box.x - box.width) <= 2, "the ATS's tile is the right one");
      await button(widget, "Use my API key or access token (recommended)").click();
      await expectScreen(widget, "Are you an admin of Workable?");
    });
});
