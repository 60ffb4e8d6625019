import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import type { AtsLink, LinkHandler, OpenOptions } from "../../../web/types/index.ts";
import { RealPages } from "../isolation/real_pages.ts";

const kept = "Your earlier choices are still here, but no API key.";

describe("closed by mistake and opened again", () => {
  const pages = new RealPages();

  async function hostPage(config: { provider?: string } = {}): Promise<Page> {
    const page = await pages.newPage();
    await pages.visit(page);
    await page.evaluate(
      ([linkUrl, given]) => {
        const { ats } = window as unknown as { ats: AtsLink };
        Object.assign(window, { handler: ats.create({ linkUrl, ...given, onSuccess() {} }) });
      },
      [pages.linkUrl, config] as const,
    );
    return page;
  }
  async function open(page: Page, options: OpenOptions = {}): Promise<Frame> {
    await page.evaluate(
      (given) => void (window as unknown as { handler: LinkHandler }).handler.open(given).catch(() => {}),
      options,
    );
    return pages.linkFrame(page);
  }
  const press = async (frame: Frame, ...names: string[]): Promise<void> => {
    for (const name of names) await frame.getByRole("button", { name, exact: true }).click();
  };
  const see = (frame: Frame, name: string): Promise<void> =>
    frame.getByRole("heading", { level: 1, name, exact: true }).waitFor({ timeout: 60_000 });

  /** As far as the API key with a key in it, and closed there. */
  async function closedAtKey(page: Page): Promise<void> {
    const frame = await open(page, { state: "one" });
    await see(frame, "Connect your ATS");
    await press(frame, "View more ATS integrations", "Workable");
    await frame.getByRole("button", { name: /^Use my API key/ }).click();
    await press(frame, "I am an admin", "Next");
    await frame.getByRole("textbox", { name: "Subdomain" }).fill("acme");
    await press(frame, "Next");
    await frame.getByLabel("API key", { exact: true }).fill("abcdefghijklmnopqrstuvwxyz");
    await frame.getByRole("switch", { name: "Text view" }).press("Space");
    await frame.locator(".card.text-view").waitFor();
    await frame.getByRole("button", { name: "Close" }).press("Enter");
    await see(frame, "Close without connecting?");
    await press(frame, "Close now");
    await pages.closed(page);
  }

  it("ATS, subdomain and Text view are there again and said to be, the review comes again, and the key does not", async () => {
    const page = await hostPage();
    await closedAtKey(page);
    const frame = await open(page, { state: "one" });
    await see(frame, "Review data permissions");
    await frame.locator(".card.text-view").waitFor();
    await frame.locator(".notice-label").getByText(kept, { exact: true }).waitFor();
    await press(frame, "Next");
    const subdomain = frame.getByRole("textbox", { name: "Subdomain" });
    await subdomain.waitFor();
    assert.equal(await subdomain.inputValue(), "acme");
    assert.equal(await frame.getByText(kept).count(), 0);
    await press(frame, "Next");
    assert.equal(await frame.getByLabel("API key", { exact: true }).inputValue(), "");
  });

  it("Start over begins anew, and so does the next opening", async () => {
    const page = await hostPage();
    await closedAtKey(page);
    let frame = await open(page, { state: "one" });
    await press(frame, "Start over");
    await see(frame, "Connect your ATS");
    await press(frame, "Close");
    await pages.closed(page);
    frame = await open(page, { state: "one" });
    await see(frame, "Connect your ATS");
    await frame.getByRole("searchbox", { name: "Search integrations" }).waitFor();
    assert.equal(await frame.getByText(kept).count(), 0);
    await frame.locator(".card.text-view:not(.early)").waitFor();
  });

  it("another state of the backend finds nothing of it", async () => {
    const page = await hostPage();
    await closedAtKey(page);
    const frame = await open(page, { state: "two" });
    await see(frame, "Connect your ATS");
    await frame.locator(".card:not(.text-view)").waitFor();
    assert.equal(await frame.getByText(kept).count(), 0);
  });

  it("what was typed and not sent yet is there too", async () => {
    const page = await hostPage({ provider: "workable" });
    let frame = await open(page);
    await frame.getByRole("button", { name: /^Use my API key/ }).click();
    await press(frame, "I am an admin", "Next");
    await frame.getByRole("textbox", { name: "Subdomain" }).fill("globex");
    await press(frame, "Close", "Close now");
    await pages.closed(page);
    frame = await open(page);
    await see(frame, "Review data permissions");
    await press(frame, "Next");
    const subdomain = frame.getByRole("textbox", { name: "Subdomain" });
    await subdomain.waitFor();
    assert.equal(await subdomain.inputValue(), "globex");
  });
});
