import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { cost } from "./cost.ts";

/** How long after a press that went astray the next one is made, in ms, and how many there are at most. */
const AGAIN = 50;
const MOST = 100;

/**
 * Runs in the topmost page before its scripts. A frame of another process has its presses to itself; until its new size is
 * drawn, the browser's hit test takes a press where it grew for one of the page around it, whose layout is further.
 */
function countStrays(): void {
  if (window !== window.top) return;
  let strays = 0;
  for (const type of ["pointerdown", "pointerup"])
    addEventListener(
      type,
      (event) => {
        if (event.isTrusted && event.target instanceof HTMLIFrameElement) strays++;
      },
      { capture: true },
    );
  Object.defineProperty(window, Symbol.for("strays"), { value: () => strays });
}

/** For a page that a browser just made. */
export const watchStrays = (page: Page): void => void page.addInitScript(countStrays).catch(() => {});

/** Since the page was loaded. One that is gone, or on its way to another, has none. */
async function straysOf(page: Page): Promise<number> {
  const asked = page.evaluate(() =>
    (window as unknown as Record<symbol, (() => number) | undefined>)[Symbol.for("strays")]?.(),
  );
  return (await asked.catch(() => 0)) ?? 0;
}

/**
 * Presses until the browser's picture is as far as the layout that the press was aimed by. Made again is only a press that
 * the browser gave to the frame's element in the page around it: nothing of ours acts on it, though the frame is focused.
 */
export async function pressHome(page: Page, press: () => Promise<void>): Promise<void> {
  // No frame, no stray; and what was counted of an earlier one is nothing to a press that brings the next.
  if (page.frames().length === 1) return press();
  for (let tries = 1; ; tries++) {
    const before = await straysOf(page);
    await press();
    if ((await straysOf(page)) <= before) return;
    if (tries === MOST) throw new Error(`the host's page got ${String(MOST)} presses in a row instead of its frame`);
    cost.strays++;
    await pause(AGAIN);
  }
}
