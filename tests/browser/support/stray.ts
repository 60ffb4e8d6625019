import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { cost } from "./cost.ts";

/** How long after a press that went astray the next one is made, in ms, and how many there are at most. */
const AGAIN = 50;
const MOST = 100;

/**
 * Runs in the host's page before its scripts. A frame of another process has its presses to itself; until its new size is
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
  const takeStrays = (): number => {
    const taken = strays;
    strays = 0;
    return taken;
  };
  Object.defineProperty(window, Symbol.for("takeStrays"), { value: takeStrays });
}

/** For a page that a browser just made. */
export const watchStrays = (page: Page): void => void page.addInitScript(countStrays).catch(() => {});

const takeStrays = (page: Page): Promise<number> =>
  page
    .evaluate(
      () => (window as unknown as Record<symbol, (() => number) | undefined>)[Symbol.for("takeStrays")]?.() ?? 0,
    )
    // Gone, or on its way to another.
    .catch(() => 0);

/**
 * Presses until the browser's picture is as far as the layout that the press was aimed by. Made again is only a press that
 * the browser gave to the frame's element in the page around it, where it does nothing.
 */
export async function pressHome(page: Page, press: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    await press();
    if (page.frames().length === 1 || (await takeStrays(page)) === 0) return;
    if (tries === MOST)
      throw new Error(`${String(MOST)} presses in a row went beside the frame that they were aimed at`);
    cost.strays++;
    await pause(AGAIN);
  }
}
