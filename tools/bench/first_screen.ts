import type { Browser } from "playwright-core";
import type { Stand } from "./serve.ts";

/** CSS px, ms, bytes. `cpu` is how many times slower than this machine. */
export interface Profile {
  name: string;
  latencyMs: number;
  bytesPerSecond: number;
  cpu: number;
}

export interface Opened {
  /** From the frame's navigation until a choice is shown and answers. */
  usableMs: number;
  /** Of the tasks over 50 ms, what is over, until two seconds after that. */
  blockingMs: number;
  /** Transferred for the frame until then, and until two seconds after, headers included. */
  bytes: number;
  allBytes: number;
}

/** In every frame: when the first choice is there for a press, and what kept the thread busy. */
const watch = `
  const long = (window.longTasks = []);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) long.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
  if (window !== top) {
    const look = () => {
      const choice = document.querySelector('[data-node^="choice:"], form button[value]');
      const seen = choice && document.styleSheets.length > 0 && choice.getBoundingClientRect().height >= 40;
      if (!seen) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => (window.usableAt ??= performance.now())));
    };
    look();
  }`;

/** One cold opening, or a warm one where `warm`: the second in the same context. */
export async function openOnce(
  browser: Browser,
  stand: Stand,
  profile: Profile,
  floor: boolean,
  warm = false,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    const arrived: { at: number; bytes: number }[] = [];
    cdp.on("Network.loadingFinished", ({ encodedDataLength: bytes }) => arrived.push({ at: performance.now(), bytes }));
    const visit = async (): Promise<Opened> => {
      await page.goto(stand.hostUrl + (floor ? "?floor" : ""));
      await cdp.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: profile.latencyMs,
        downloadThroughput: profile.bytesPerSecond,
        uploadThroughput: profile.bytesPerSecond,
      });
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
      arrived.length = 0;
      await page.getByRole("button", { name: "Connect" }).click();
      const frame = await (await page.waitForSelector("iframe", { state: "attached" })).contentFrame();
      if (!frame) throw new Error("the frame is gone");
      await frame.waitForFunction(() => "usableAt" in window, undefined, { polling: 20 });
      const usable = performance.now();
      await page.waitForTimeout(4000);
      const [usableMs, long] = await frame.evaluate<[number, [number, number][]]>("[usableAt, longTasks]");
      const blockingMs = long
        .filter(([start]) => start < usableMs + 2000)
        .reduce((sum, [, duration]) => sum + duration - 50, 0);
      const sum = (until: number): number =>
        arrived.filter(({ at }) => at <= until).reduce((all, { bytes }) => all + bytes, 0);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      return { usableMs, blockingMs, bytes: sum(usable), allBytes: sum(Infinity) };
    };
    const cold = await visit();
    return warm ? await visit() : cold;
  } finally {
    await context.close();
  }
}
