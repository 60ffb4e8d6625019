import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { sandboxKeys } from "../../../web/sandbox/keys.ts";
import { Canary } from "./canary.ts";
import { Demo } from "./demo.ts";
import { sweepPages } from "./sweep.ts";

/** Runs in every frame before its scripts: no WebGL, so the wizard is in the Text view, whose elements are the same. */
function hideWebGl(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
    return kind === "webgl2" ? null : (getContext as (...given: unknown[]) => unknown).call(this, kind, ...rest);
  } as typeof getContext;
}

/**
 * A page for the walks of a file, one after the other: to open the demo anew costs a third of a context of its own.
 * Nothing is painted on it unless `canvas` says so.
 */
export async function walkingPage(
  demo: Demo,
  { canvas = false, ...options }: BrowserContextOptions & { canvas?: boolean } = {},
): Promise<Page> {
  const page = await demo.page(options);
  if (!canvas) await page.addInitScript(hideWebGl);
  return page;
}

/** Looks into a page for the sandbox's keys, as its end does, before the next walk leaves it. */
export async function sweepWalk(demo: Demo, page: Page): Promise<void> {
  const canary = new Canary(sandboxKeys.flatMap(({ key, secret }) => (secret ? [key, secret] : [key])));
  await sweepPages(page.context(), canary);
  demo.count(canary);
  assert.deepEqual(canary.leaks, [], "a key is where it must not be");
}

/** Gives the tests of a suite one demo and one page to walk on, which is swept after each of them. */
export function walkOnOnePage(
  use: (demo: Demo, page: Page) => void,
  options?: Parameters<typeof walkingPage>[1],
): void {
  let demo: Demo, page: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo, options);
    use(demo, page);
  });
  afterEach(() => sweepWalk(demo, page));
  after(() => demo.stop());
}

/**
 * Stops the page's clock, which was installed. It cannot stop at a moment that is past by the time the call arrives, so it
 * stops a little ahead, and further ahead where that was too little.
 */
export async function stopClock(page: Page): Promise<void> {
  for (let ahead = 500; ; ahead *= 2) {
    const now = await page.evaluate(() => Date.now());
    try {
      await page.clock.pauseAt(now + ahead);
      return;
    } catch (error) {
      if (ahead > 60_000) throw error;
    }
  }
}
