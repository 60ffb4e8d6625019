import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import type { FrameLocator, Page, Route } from "playwright-core";
import type { AtsLink, LinkHandler } from "../../../web/types/index.ts";
import { Demo } from "../support/demo.ts";
import { until } from "../support/until.ts";
import { walkingPage } from "../support/walking_page.ts";

const root = join(import.meta.dirname, "../../..");
const opener = readFileSync(join(root, "dist/opener/ats-link.js"), "utf8");
const words = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `locales/${language}.json`), "utf8")) as Record<string, string>;
const detailsOf = (language: string): RegExp => new RegExp(`/assets/workable\\.${language}\\.[0-9a-f]{16}\\.json$`);

/** A sentence of Workable's own on the screen of permissions. */
const means = "See your jobs, their stages and your hiring team";

describe("update({ locale }) while the details of an ATS are loaded", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  afterEach(async () => {
    await demo.closePages();
    demo.takeComplaints(); // A file that does not come is told on the console.
  });
  after(() => demo.stop());

  const hold = async (page: Page, language: string): Promise<Route[]> => {
    const held: Route[] = [];
    await page.route(detailsOf(language), (route) => void held.push(route));
    return held;
  };
  const speak = (page: Page, locale: string): Promise<void> =>
    page.evaluate((tag) => (window as unknown as { handler: LinkHandler }).handler.update({ locale: tag }), locale);
  const heading = (frame: FrameLocator, language: string, key: string): Promise<void> =>
    frame
      .getByRole("heading", { level: 1, name: (words(language)[key] ?? "").replace("{ats}", "Workable"), exact: true })
      .waitFor();

  /** In English, and past the question for the admin. */
  async function pastAdmin(page: Page): Promise<FrameLocator> {
    await page.goto(demo.servers.hostUrl);
    await page.evaluate(opener);
    await page.evaluate((linkUrl) => {
      const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
      const handler = api.create({ linkUrl, provider: "workable", locale: "en", onSuccess: () => {} });
      Object.assign(window, { handler });
      void handler.open();
    }, demo.servers.linkUrl);
    const frame = page.frameLocator("dialog iframe");
    for (const node of ["method:api_key", "admin:yes"]) await frame.locator(`[data-node="${node}"]`).click();
    return frame;
  }

  for (const canvas of [true, false])
    it(`the screen that waits goes on in the new language, and the old one's details change nothing: ${canvas ? "canvas" : "Text view"}`, async () => {
      const page = await walkingPage(demo, { canvas });
      const held = await hold(page, "en");
      const frame = await pastAdmin(page);
      await heading(frame, "en", "loading.heading");
      await speak(page, "de");
      await heading(frame, "de", "permissions.heading");
      assert.equal(await frame.locator("html").getAttribute("lang"), "de");
      assert.equal(await frame.getByText(means).count(), 0, "Workable's own words are German, too");
      await held[0]?.continue();
      await frame.locator('[data-node="primary"]').click();
      await heading(frame, "de", "address.heading");
    });

  it("of two languages that are wanted one after the other the last is spoken", async () => {
    const page = await walkingPage(demo);
    await hold(page, "en");
    const frame = await pastAdmin(page);
    await heading(frame, "en", "loading.heading");
    const german = await hold(page, "de");
    await speak(page, "de");
    await speak(page, "fr");
    await until("the German details are asked for", () => german.length > 0);
    await german[0]?.continue();
    await heading(frame, "fr", "permissions.heading");
    assert.equal(await frame.locator("html").getAttribute("lang"), "fr");
  });

  it("where they do not come in the new language, the old ones stay and are marked, and the walk goes on", async () => {
    const page = await walkingPage(demo);
    const frame = await pastAdmin(page);
    await heading(frame, "en", "permissions.heading");
    await page.route(detailsOf("de"), (route) => route.fulfill({ status: 404, body: "no" }));
    await speak(page, "de");
    await heading(frame, "de", "permissions.heading");
    assert.equal(await frame.getByText(means).getAttribute("lang"), "en");
    await frame.locator('[data-node="primary"]').click();
    await heading(frame, "de", "address.heading");
  });
});
