import type { Frame, Page } from "playwright-core";

/** In every frame: the types of what it said by a port, and of what it heard by a channel of its own, as the opener does. */
interface PortLog {
  said: string[];
  heard: string[];
}

/** Keeps what link page and host say to each other. Before the page is opened. */
export const logPorts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const portLog: PortLog = { said: [], heard: [] };
    Object.assign(window, { portLog });
    const note = (list: string[], message: unknown): void => {
      // A clock of the test says something too.
      const type = (message as { type?: string } | undefined)?.type;
      if (type) list.push(type);
    };
    const port = MessagePort.prototype as { postMessage(...given: unknown[]): void };
    const { postMessage } = port;
    port.postMessage = function (...given) {
      note(portLog.said, given[0]);
      postMessage.apply(this, given);
    };
    const Channel = MessageChannel;
    window.MessageChannel = class extends Channel {
      constructor() {
        super();
        this.port1.addEventListener("message", ({ data }) => note(portLog.heard, data));
      }
    };
  });

/** The host hears nothing of what was before. */
export const forgetHeard = (page: Page): Promise<void> =>
  page.evaluate(() => void ((window as unknown as { portLog: PortLog }).portLog.heard.length = 0));

/** Waits until the host has heard this. From `snapshot` on it knows that there is a screen, and gives up on none. */
export const hostHears = (page: Page, type: string): Promise<unknown> =>
  page.waitForFunction((wanted) => (window as unknown as { portLog: PortLog }).portLog.heard.includes(wanted), type);

/** Waits until the host has heard all that the link page has said: before a clock of both goes on. */
export async function hostHearsAll(page: Page, frame: Frame): Promise<void> {
  const said = await frame.evaluate(() => (window as unknown as { portLog: PortLog }).portLog.said.length);
  await page.waitForFunction((all) => (window as unknown as { portLog: PortLog }).portLog.heard.length >= all, said);
}
