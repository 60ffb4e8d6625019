import type { Browser, BrowserContext, CDPSession, Frame, Page } from "playwright-core";
import type { Stand } from "./serve.ts";

/** CSS px, ms, bytes. `cpu` is how many times slower than this machine. */
export interface Profile {
  name: string;
  latencyMs: number;
  bytesPerSecond: number;
  cpu: number;
}

export const slow: Profile = { name: "slow", latencyMs: 150, bytesPerSecond: 200_000, cpu: 4 };
export const middling: Profile = { name: "middling", latencyMs: 40, bytesPerSecond: 1_250_000, cpu: 2 };
export const fast: Profile = { name: "fast", latencyMs: 0, bytesPerSecond: -1, cpu: 1 };

export interface Opened {
  /** From the frame's navigation until a choice is shown and answers. */
  usableMs: number;
  /** Of the tasks over 50 ms, what is over, until two seconds after that. */
  blockingMs: number;
  /** Transferred for the frame until then, and until two seconds after, headers included. */
  bytes: number;
  allBytes: number;
}

/** How long after the first screen it is watched. */
const WATCHED_MS = 4000;

/**
 * In the frame: says when the first choice is there for a press, and later what kept the thread busy. By the console, as
 * the driver's own way of looking into a frame is a task of a hundred milliseconds there.
 */
const watch = `
  if (window !== top) {
    const long = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) long.push([startTime, duration]);
    }).observe({ type: "longtask", buffered: true });
    const usable = () => {
      const at = performance.now();
      console.debug("usable");
      setTimeout(() => console.debug("watched", JSON.stringify([at, long])), ${String(WATCHED_MS)});
    };
    const look = () => {
      const choice = document.querySelector('[data-node^="choice:"], form button[value]');
      const laidOut = choice && document.styleSheets.length > 0 && choice.getBoundingClientRect().height >= 40;
      const seen = laidOut && choice.checkVisibility({ visibilityProperty: true });
      if (!seen) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(usable));
    };
    look();
  }`;

export interface OpenFrame {
  page: Page;
  frame: Frame;
  cdp: CDPSession;
  /** What was transferred since the frame was asked for, as it came. */
  arrived: { at: number; bytes: number }[];
}

/**
 * The host page anew, and in it the wizard or, with `floor`, the form, slowed down as the profile says. `begin`: who wants
 * to hear the page from the first word.
 */
export async function openFrame(
  context: BrowserContext,
  stand: Stand,
  profile: Profile,
  floor = false,
  begin: (page: Page) => void = () => {},
): Promise<OpenFrame> {
  const [page = await context.newPage()] = context.pages();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  const arrived: OpenFrame["arrived"] = [];
  cdp.on("Network.loadingFinished", ({ encodedDataLength: bytes }) => arrived.push({ at: performance.now(), bytes }));
  await page.goto(stand.hostUrl + (floor ? "?floor" : ""));
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: profile.latencyMs,
    downloadThroughput: profile.bytesPerSecond,
    uploadThroughput: profile.bytesPerSecond,
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
  arrived.length = 0;
  const attached = page.waitForEvent("frameattached");
  begin(page);
  await page.getByRole("button", { name: "Connect" }).click();
  return { page, frame: await attached, cdp, arrived };
}

/** A context of its own for one measurement. */
export async function withContext<T>(browser: Browser, use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

async function heard(page: Page, word: string): Promise<string> {
  return (await page.waitForEvent("console", (message) => message.text().startsWith(word))).text();
}

/** One cold opening, or a warm one where `warm`: the second in the same context. */
export const openOnce = (
  browser: Browser,
  stand: Stand,
  profile: Profile,
  floor: boolean,
  warm = false,
): Promise<Opened> =>
  withContext(browser, async (context) => {
    await context.addInitScript(watch);
    const visit = async (): Promise<Opened> => {
      let said: Promise<string> | undefined;
      const { page, cdp, arrived } = await openFrame(context, stand, profile, floor, (opened) => {
        said = heard(opened, "usable");
      });
      await said;
      const usable = performance.now();
      const [, text = "[]"] = (await heard(page, "watched")).split(" ", 2);
      const [usableMs, long] = JSON.parse(text) as [number, [number, number][]];
      const blockingMs = long
        .filter(([start]) => start < usableMs + 2000)
        .reduce((sum, [, duration]) => sum + duration - 50, 0);
      const sum = (until: number): number =>
        arrived.filter(({ at }) => at <= until).reduce((all, { bytes }) => all + bytes, 0);
      await cdp.detach();
      return { usableMs, blockingMs, bytes: sum(usable), allBytes: sum(Infinity) };
    };
    const cold = await visit();
    return warm ? visit() : cold;
  });
