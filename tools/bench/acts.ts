import type { Browser } from "playwright-core";
import { openFrame, type Profile, withContext } from "./first_screen.ts";
import type { Stand } from "./serve.ts";

/** Milliseconds of the page's own thread for one act: the module, the elements, the picture. */
export interface Acts {
  /** To the second screen, and back. */
  step: number;
  back: number;
  /** A letter that finds what has it, and taking it out again. */
  search: number;
  clear: number;
}

/**
 * The task that an event of the person's would be, with what it leaves to do at once, without the browser's own styling
 * and painting after it.
 */
const timed = (act: string): string => `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const began = performance.now();
  ${act};
  for (let count = 0; count < 20; count++) await null;
  const took = performance.now() - began;
  for (let count = 0; count < 4; count++) await frame();
  return took;
})()`;
const press = (node: string): string => timed(`document.querySelector('[data-node^="${node}"]').click()`);
const type = (text: string): string =>
  timed(`{
    const input = document.querySelector("input[type=search]");
    input.value = "${text}";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }`);

/** Walks to the second screen and back, and searches, on a canvas that is there; the first of each is not counted. */
export const actsOf = (browser: Browser, stand: Stand, profile: Profile, count: number): Promise<Acts[]> =>
  withContext(browser, async (context) => {
    const { frame } = await openFrame(context, stand, profile);
    await frame.locator(".card:not(.text-view)").waitFor();
    const all: Acts[] = [];
    for (let run = 0; run <= count; run++)
      all.push({
        step: await frame.evaluate<number>(press("choice:")),
        back: await frame.evaluate<number>(press("back")),
        search: await frame.evaluate<number>(type("e")),
        clear: await frame.evaluate<number>(type("")),
      });
    return all.slice(1);
  });
