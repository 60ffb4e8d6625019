import type { CDPSession, Page } from "playwright-core";

interface Counted {
  nodes: number;
  frames: number;
  listeners: string[];
  ports: number;
}

/** Runs before the page's scripts: counts what is put on window and document, and the ports that are still there. */
function count(): void {
  const listeners = new Map<EventTarget, string[]>([
    [window, []],
    [document, []],
  ]);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type: string, ...rest: [never]) {
    listeners.get(this)?.push(type);
    return addEventListener.call(this, type, ...rest);
  };
  EventTarget.prototype.removeEventListener = function (type: string, ...rest: [never]) {
    const own = listeners.get(this);
    const at = own?.indexOf(type) ?? -1;
    if (at >= 0) own?.splice(at, 1);
    return removeEventListener.call(this, type, ...rest);
  };
  // Held weakly: a port whose other end is gone with its frame is the garbage collector's.
  const ports: WeakRef<MessagePort>[] = [];
  const { MessageChannel: Native } = window;
  window.MessageChannel = class extends Native {
    constructor() {
      super();
      ports.push(new WeakRef(this.port1), new WeakRef(this.port2));
    }
  };
  Object.assign(window, {
    counted: (): Counted => ({
      nodes: document.querySelectorAll("*").length,
      frames: window.length,
      listeners: [...listeners.values()].flat().sort(),
      ports: ports.filter((port) => port.deref()).length,
    }),
  });
}

export const countFromStart = (page: Page): Promise<unknown> => page.addInitScript(count);

/** What the page holds, and what the browser keeps of it, after a collection of garbage. */
export async function leftBehind(page: Page, cdp: CDPSession) {
  // A reference that was made in this turn is strong until the next one.
  await page.evaluate(() => Promise.resolve());
  await cdp.send("HeapProfiler.collectGarbage");
  const { documents, nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  const counted = await page.evaluate(() => (window as unknown as { counted(): Counted }).counted());
  return { ...counted, kept: { documents, nodes, jsEventListeners } };
}
