import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import type { FrameLocator } from "playwright-core";
import type { AtsLink, LinkHandler } from "../../../web/types/index.ts";
import { sample } from "../../support/sample.ts";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { pressConnect } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

const folder = join(import.meta.dirname, "../../../locales");
const words = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as Record<string, string>;

describe("the widget speaks the browser's language", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  afterEach(() => demo.closePages());
  after(() => demo.stop());

  /** The first screen for a browser that asks for `locale`, with what it transferred. */
  async function open(locale: string, held?: Promise<unknown>): Promise<{ frame: FrameLocator; fetched: string[] }> {
    const page = await walkingPage(demo, { locale, canvas: locale === "ar-EG" });
    if (held)
      await page.route("**/*.wasm", async (route) => {
        await held;
        await route.continue();
      });
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const { frame } = await pressConnect(page, demo.servers.hostUrl);
    return { frame, fetched };
  }
  const heading = (frame: FrameLocator, name: string) =>
    frame.getByRole("heading", { level: 1, name, exact: true }).waitFor();

  const spoken = [
    ["de-AT", "de"],
    ["fr-CA", "fr"],
    ["es", "es"],
    ["ja-JP", "ja"],
  ] as const;
  for (const [locale, language] of [...sample(spoken, 2, "languages"), ["nl", "en"] as const])
    it(`${locale} is shown ${language}, with one file of words`, async () => {
      const { frame, fetched } = await open(locale);
      await heading(frame, words(language)["provider.heading"] ?? "");
      assert.equal(await frame.locator("html").getAttribute("lang"), language);
      assert.equal(await frame.locator("html").getAttribute("dir"), "ltr");
      const files = fetched.filter((path) => /\/[a-z]{2}\.[0-9a-f]+\.json$/.test(path));
      assert.equal(files.length, 1, files.join(" "));
      assert.deepEqual(demo.takeComplaints(), []);
    });

  it("Arabic runs from right to left, in the Text view", async () => {
    const { promise: held, resolve: go } = Promise.withResolvers();
    const { frame } = await open("ar-EG", held);
    const arabic = words("ar");
    await heading(frame, arabic["provider.heading"] ?? "");
    assert.equal(await frame.locator("html").getAttribute("dir"), "rtl");
    const textView = frame.getByRole("switch", { name: arabic["chrome.text_view"] ?? "" });
    assert.equal(await textView.getAttribute("aria-checked"), "true", "before the module is there");
    go(null);
    await frame.locator(".card:not(.early)").waitFor();
    assert.equal(await textView.getAttribute("aria-checked"), "true");
    assert.equal(await frame.locator("canvas").isVisible(), false);
    await frame.getByRole("button", { name: arabic["provider.more"] ?? "", exact: true }).click();
    await frame.getByRole("button", { name: "Workable", exact: true }).click();
    await heading(frame, (arabic["method.heading"] ?? "").replace("{ats}", "Workable"));
    const overflow = await frame.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(overflow, 0, "nothing leaves the side of the dialog");
  });

  it("the host's locale goes before the browser's, and update() changes it under what was typed", async () => {
    const page = await walkingPage(demo, { locale: "de", canvas: true });
    // The host's wishes come before the module is there, as on a slow line.
    const release = await holdBack(page, /\.wasm$/);
    await page.goto(demo.servers.hostUrl);
    await page.evaluate(readFileSync(join(folder, "../dist/opener/ats-link.js"), "utf8"));
    await page.evaluate((linkUrl) => {
      const { AtsLink: opener } = window as unknown as { AtsLink: AtsLink };
      const handler = opener.create({ linkUrl, locale: "ar", onSuccess: () => {} });
      Object.assign(window, { handler });
      void handler.open();
    }, demo.servers.linkUrl);
    const update = (locale: string) =>
      page.evaluate((tag) => (window as unknown as { handler: LinkHandler }).handler.update({ locale: tag }), locale);
    const frame = page.frameLocator("dialog iframe");
    const root = frame.locator("html");
    const is = async (language: string, dir: string, canvas: boolean) => {
      await heading(frame, words(language)["provider.heading"] ?? "");
      assert.deepEqual([await root.getAttribute("lang"), await root.getAttribute("dir")], [language, dir]);
      await frame.locator("canvas").waitFor({ state: canvas ? "visible" : "hidden" });
    };

    await is("ar", "rtl", false);
    await frame.getByRole("searchbox").fill("work");
    await update("fr-BE");
    release();
    await is("fr", "ltr", true);
    assert.equal(await frame.getByRole("searchbox").inputValue(), "work");
    await frame.getByRole("button", { name: "Workable", exact: true }).waitFor();
    await update("ar");
    await is("ar", "rtl", false);
  });
});
