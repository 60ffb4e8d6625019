import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { openerBundle } from "../support/opener_bundle.ts";
import { until } from "../support/until.ts";
import { fakeLinkPage, type FakePage } from "./fake_link_page.ts";
import { hostCss, hostJs, hostPage, type Call, type HostPage } from "./host_page.ts";

const types: Record<string, string> = { css: "text/css", js: "text/javascript", mjs: "text/javascript" };

function serve(file: (path: string) => string | undefined, policy?: (path: string) => string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const text = file(path);
    response.statusCode = text === undefined ? 404 : 200;
    response.setHeader("Content-Type", types[path.split(".").at(-1) ?? ""] ?? "text/html");
    if (policy) response.setHeader("Content-Security-Policy", policy(path));
    response.end(text);
  });
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}

const START = Date.UTC(2026, 0, 2);

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A browser, a host page on `localhost`, the fake link page on `127.0.0.1`: two sites, as in real life. */
export interface Stand {
  hostUrl: string;
  linkUrl: string;
  browser: Browser;
  /**
   * The host page, loaded anew in the stand's one page. Its clock stands still until the test moves it, so a slow
   * machine meets no timeout.
   */
  newPage(options?: { width?: number }): Promise<Page>;
  close(): Promise<void>;
}

/** `scripts`: what the policy of a page allows besides its own scripts. */
export async function startStand(
  extraFiles: Record<string, string> = {},
  scripts: (path: string) => string = () => "",
): Promise<Stand> {
  const opener = await openerBundle();
  const files: Record<string, string> = { "/": hostPage, "/host.css": hostCss, "/host.js": hostJs, ...extraFiles };
  for (const [name, text] of Object.entries(opener)) files[`/opener/${name}`] = text;
  const link = await serve((path) => (path === "/link/" ? fakeLinkPage : undefined));
  const linkUrl = `http://127.0.0.1:${portOf(link)}/link/`;
  const policy = (path: string): string =>
    `default-src 'none'; script-src 'self' ${scripts(path)}; style-src 'self'; connect-src 'self'; frame-src ${new URL(linkUrl).origin} http://localhost:${portOf(link)}`;
  const host = await serve(
    // What names the link page's address is there only later.
    (path) => files[path] ?? extraFiles[path],
    policy,
  );
  const hostUrl = `http://localhost:${portOf(host)}/`;
  const browser = await launchChromium();
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.clock.install({ time: START });
  await page.clock.pauseAt(START + 60_000);
  return {
    hostUrl,
    linkUrl,
    browser,
    async newPage({ width = 1000 } = {}) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(hostUrl);
      await page.waitForFunction(() => (window as unknown as HostPage).loaded);
      return page;
    },
    async close() {
      await browser.close();
      for (const server of [link, host]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** Makes the handler `name` and opens it by a click on the host's button; waits until the page has drawn. */
export async function open(
  page: Page,
  linkUrl: string,
  name = "a",
  config: Record<string, unknown> = {},
): Promise<Frame> {
  await page.evaluate(
    ([key, given]) => {
      const host = window as unknown as HostPage;
      const handler = host.make(key, given);
      const connect = document.getElementById("connect");
      if (connect) connect.onclick = () => void handler.open().catch(() => {});
    },
    [name, { linkUrl, ...config }] as const,
  );
  const before = page.frames().length;
  await page.locator("#connect").click();
  await page.waitForFunction((key) => (window as unknown as HostPage).handlers[key]?.state === "open", name);
  const frame = page.frames()[before];
  if (!frame) throw new Error("The opener added no frame");
  return frame;
}

/** Runs in the fake link page. */
export const tell = <T>(frame: Frame, act: (fake: FakePage) => T): Promise<T> =>
  frame.evaluate(`(${act.toString()})(window)`);

/** Runs in the host page. */
export const ask = <T>(page: Page, act: (host: HostPage) => T | Promise<T>): Promise<T> =>
  page.evaluate(`(${act.toString()})(window)`);

export const calls = (page: Page): Promise<Call[]> => ask(page, (host) => host.calls);

/** Names of the terminal callbacks so far. */
export const endings = async (page: Page): Promise<string[]> =>
  (await calls(page))
    .map(([, callback]) => callback)
    .filter((callback) => callback === "success" || callback === "exit");

/** Also for the driver, which hears of it later: it would take the frame for the next one. */
export async function closed(page: Page): Promise<void> {
  await page.locator("iframe").waitFor({ state: "detached" });
  await until("the frame is gone", () => page.frames().length === 1);
}
