import { after, afterEach, before } from "node:test";
import type { Browser, Frame, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { until } from "../support/until.ts";
import { bareLinkSite, hostSite, quietConfig, type Site } from "./hosts.ts";

/** For a group of tests: a host that has the opener as `ats`, a link page that asks nobody, and a browser whose pages go after each test. */
export class RealPages {
  #host!: Site;
  #link!: Site;
  #browser!: Browser;

  constructor() {
    before(async () => {
      this.#host = await hostSite();
      this.#link = await bareLinkSite({ config: await quietConfig([this.#host.origin]) });
      this.#browser = await launchChromium();
    });
    afterEach(async () => {
      for (const context of this.#browser.contexts()) await context.close();
    });
    after(async () => {
      await this.#browser.close();
      await this.#host.close();
      await this.#link.close();
    });
  }

  newPage(): Promise<Page> {
    return this.#browser.newPage();
  }

  /** What `ats.create` is given. */
  get linkUrl(): string {
    return `${this.#link.origin}/`;
  }

  /** The host page, with the opener there. */
  async visit(page: Page): Promise<void> {
    await page.goto(`${this.#host.origin}/real`);
    await page.waitForFunction(() => "ats" in window);
  }

  /** Once the link page is gone for the driver too, which keeps a frame until its process has let go of it. */
  async closed(page: Page): Promise<void> {
    await page.locator("iframe").waitFor({ state: "detached" });
    await until("the link page is gone", () => page.frames().length === 1);
  }

  linkFrame(page: Page): Promise<Frame> {
    return until("the link page", () => page.frames().find((each) => each.url().startsWith(this.#link.origin)));
  }
}
