import type { LinkHandler } from "../../../web/types/index.ts";
import type { Frame, Page } from "playwright-core";
import { countLoad } from "../support/cost.ts";
import { startStand, type Stand } from "../opener/stand.ts";
import { bentHosts, hostDocument, hostScripts, modalHosts, pathOf } from "./host_pages.ts";

type Call = [name: string, ...values: Record<string, unknown>[]];

export interface HostWindow {
  calls: Call[];
  handler: LinkHandler;
  connect(more?: object): void;
}

/** The stand of the opener's tests, with a page for each host. */
export async function startHosts(): Promise<Stand> {
  const { opener, ...scripts } = await hostScripts();
  const files: Record<string, string> = { "/host-opener.js": opener ?? "" };
  for (const host of [...modalHosts, ...bentHosts, "a plain page", "Turbo"]) {
    files[pathOf(host)] = hostDocument(host);
    files[`${pathOf(host)}.js`] = scripts[host] ?? "";
  }
  return startStand(files);
}

/** A host's page in the state in which its user would press Connect; the clock runs. */
export async function visit(stand: Stand, host: string, options: object = {}): Promise<Page> {
  countLoad();
  const context = await stand.browser.newContext({
    viewport: { width: 1000, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`${stand.hostUrl.slice(0, -1)}${pathOf(host)}?link=${encodeURIComponent(stand.linkUrl)}`);
  await page.locator("#connect").waitFor();
  return page;
}

/** The frame, once the wizard is open in it. */
export async function opened(page: Page): Promise<Frame> {
  await page.waitForFunction(() => (window as unknown as HostWindow).handler.state === "open");
  const frame = page.frames().findLast((candidate) => candidate.url().includes("/link/"));
  if (!frame) throw new Error("There is no frame of the link page");
  return frame;
}

export const press = async (page: Page): Promise<Frame> => {
  await page.locator("#connect").click();
  return opened(page);
};

export const endings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const names: string[] = [];
    for (const [name] of (window as unknown as HostWindow).calls) names[names.length] = name;
    return names;
  });

export const ended = (page: Page, count = 1): Promise<unknown> =>
  page.waitForFunction((wanted) => (window as unknown as HostWindow).calls.length >= wanted, count);
