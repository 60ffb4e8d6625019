import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchOptions } from "../../tests/browser/support/launch_options.ts";
import { openFrame, type Profile, withContext } from "./first_screen.ts";
import type { Stand } from "./serve.ts";

/** What the browser holds once all is quiet, in KiB, and what the frame draws in five seconds of it. */
export interface Rest {
  /** Of the renderers, what Chromium calls a process's private memory footprint: anonymous pages, resident or swapped. */
  privateKib: number;
  /** Of the renderers: what they share with the GPU process and the browser, pictures and commands. */
  sharedKib: number;
  /** Of the renderers: pages of the browser's own files that they have used, which all its pages have in common. */
  fileKib: number;
  /** The GPU process's own. */
  gpuKib: number;
  frames: number;
}

const kinds = ["RssAnon", "VmSwap", "RssShmem", "RssFile"] as const;

/** What a process holds, in KiB, by kind: proc(5), status. */
async function held(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${String(pid)}/status`, "utf8");
  return kinds.map((kind) => Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, "m").exec(text)?.[1]));
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
      const sum = async (kind: string): Promise<number[]> => {
        const each = await Promise.all(processInfo.filter(({ type }) => type === kind).map(({ id }) => held(id)));
        return kinds.map((_, index) => each.reduce((all, sizes) => all + (sizes[index] ?? NaN), 0));
      };
      const [anonymous = NaN, swapped = NaN, sharedKib = NaN, fileKib = NaN] = await sum("renderer");
      const [ofGpu = NaN, swappedOfGpu = NaN] = await sum("GPU");
      return { privateKib: anonymous + swapped, sharedKib, fileKib, gpuKib: ofGpu + swappedOfGpu, frames };
    });
  } finally {
    await browser.close();
  }
}
