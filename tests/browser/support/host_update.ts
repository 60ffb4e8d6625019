import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { awaitView } from "./told_view.ts";

/** Keeps the port by which the gallery speaks as a host. Before the page is opened. */
export async function keepHostPort(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Channel = MessageChannel;
    window.MessageChannel = class extends Channel {
      constructor() {
        super();
        Object.assign(window, { hostPort: this.port1 });
      }
    };
  });
}

/** The host changes its name, which every screen shows: the whole view is told anew. Needs `watchView`. */
export async function renameHost(page: Page, frame: Frame, name: string): Promise<void> {
  const before = await awaitView(frame);
  assert.notEqual(before.hostName, name);
  await page.evaluate((brand) => {
    const { hostPort } = window as unknown as { hostPort: MessagePort };
    hostPort.postMessage({ type: "update", patch: { brand: { name: brand } } });
  }, name);
  await frame.waitForFunction(
    (brand) => (window as unknown as { toldView: { hostName?: string } }).toldView.hostName === brand,
    name,
  );
}
