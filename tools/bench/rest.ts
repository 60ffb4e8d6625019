import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchOptions } from "../../tests/browser/support/launch_options.ts";
import { openFrame, type Profile, withContext } from "./first_screen.ts";
import type { Stand } from "./serve.ts";

/** What the browser holds once all is quiet, in KiB, and what the frame draws in five seconds of it. */
export interface Rest {
  rendererKib: number;
  gpuKib: number;
  frames: number;
}

/** What a process has for itself and its share of what it has with others. */
async function proportionalKib(pid: number): Promise<number> {
  const text = await readFile(`/proc/${String(pid)}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1]);
}

const countFrames = `(async () => {
  let frames = 0;
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => {
    frames++;
    return ask.call(window, callback);
  };
  await new Promise((done) => setTimeout(done, 5000));
  return frames;
})()`;

/** In a browser of its own, whose renderers hold nothing else. */
export async function restOf(stand: Stand, profile: Profile, floor: boolean): Promise<Rest> {
  const browser = await chromium.launch(launchOptions());
  try {
    return await withContext(browser, async (context) => {
      const { frame, cdp } = await openFrame(context, stand, profile, floor);
      await frame.locator(floor ? "form" : ".card:not(.text-view)").waitFor();
      const frames = await frame.evaluate<number>(countFrames);
      await cdp.send("HeapProfiler.collectGarbage");
      const whole = await browser.newBrowserCDPSession();
      const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
      const sum = async (kind: string): Promise<number> => {
        const sizes = processInfo.filter(({ type }) => type === kind).map(({ id }) => proportionalKib(id));
        return (await Promise.all(sizes)).reduce((all, size) => all + size, 0);
      };
      return { rendererKib: await sum("renderer"), gpuKib: await sum("GPU"), frames };
    });
  } finally {
    await browser.close();
  }
}
