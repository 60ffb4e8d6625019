import type { Frame, Page } from "playwright-core";

/** One change of a live region: which region, what it holds now, and in which task it was made. */
export interface Heard {
  role: string;
  text: string;
  task: number;
}

/** Listens to both live regions of every document from before it opens. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const log: { role: string; text: string; task: number }[] = [];
    let task = 0;
    let counted = false;
    Object.assign(window, { heard: log });
    new MutationObserver((records) => {
      if (!counted) {
        counted = true;
        task++;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => (counted = false);
        channel.port2.postMessage(null);
      }
      const regions = new Set(records.map(({ target }) => (target instanceof Element ? target : target.parentElement)));
      for (const region of regions) {
        const role = region?.getAttribute("role");
        if (role === "status" || role === "alert") log.push({ role, text: region?.textContent ?? "", task });
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

export const heard = (frame: Frame): Promise<Heard[]> =>
  frame.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

/** What was said, without the clearing in between. */
export const said = async (frame: Frame): Promise<string[]> =>
  (await heard(frame)).filter(({ text }) => text !== "").map(({ role, text }) => `${role}: ${text}`);

/**
 * Waits until every timer that the page could have set for an announcement has run: the test's own is due later, and a
 * page's timers run in the order in which they are due, on a slow machine too.
 */
export const afterTimers = (frame: Frame): Promise<void> =>
  frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
