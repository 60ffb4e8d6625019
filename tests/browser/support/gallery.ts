import assert from "node:assert/strict";
import type { BrowserContextOptions, Frame, Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { Demo } from "./demo.ts";

/** A state of the gallery as it is shown: the link page is the frame, or the page itself in a hosted link. */
export interface Shot {
  page: Page;
  frame: Frame;
}

/** The gallery on free ports, with one browser. */
export class Gallery {
  readonly demo: Demo;

  private constructor(demo: Demo) {
    this.demo = demo;
  }

  static async start(...options: Parameters<typeof Demo.start>): Promise<Gallery> {
    return new Gallery(await Demo.start(...options));
  }

  page(options: BrowserContextOptions = {}): Promise<Page> {
    return this.demo.page({ viewport: { width: 440, height: 720 }, ...options });
  }

  /** Brings a page to a state. Rejects where the page does not reach it. */
  async show(page: Page, name: string, locale = "en"): Promise<Shot> {
    const state = states.find((candidate) => candidate.name === name);
    assert.ok(state, `there is a state ${name}`);
    await page.goto(`${this.demo.servers.linkUrl}gallery/state.html?state=${name}&locale=${locale}`);
    if (state.hosted) {
      await page
        .locator(state.until ?? "h1")
        .first()
        .waitFor();
      // Not the first screen that was there before the module.
      await page.locator(".card:not(.early)").waitFor();
      return { page, frame: page.mainFrame() };
    }
    await page.locator("html[data-reached]").waitFor({ state: "attached" });
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    assert.ok(frame, "the state has its frame");
    return { page, frame };
  }

  /** Has the host ask for another language in a state that is there. Its words come later, and so does their end. */
  async speak({ page, frame }: Shot, locale: string): Promise<void> {
    await page.evaluate((wanted) => (window as unknown as { speak: (locale: string) => void }).speak(wanted), locale);
    await frame.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
  }

  async stop(): Promise<void> {
    await this.demo.stop();
  }
}

/** Turns the Text view on or off by its switch, and waits until it is. Plain screens have none, and are text anyway. */
export async function setTextView(frame: Frame, on: boolean): Promise<void> {
  await frame.evaluate(async (wanted) => {
    const button = document.querySelector<HTMLElement>("[role=switch]");
    if (button && button.ariaChecked !== String(wanted)) button.click();
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  }, on);
}
