import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Demo } from "../support/demo.ts";
import { keyboardWalk } from "../support/keyboard_walk.ts";
import { backendResult } from "../support/walk.ts";

describe("where the browser saves data", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  after(() => demo.stop());

  it("G1 no context is made, and the whole way goes in the Text view, by keyboard", async () => {
    const page = await demo.page();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      const made: string[] = [];
      Object.assign(window, { made });
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        made.push(kind);
        return (getContext as (...args: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof getContext;
    });
    const { frame } = await keyboardWalk(page, demo.servers.hostUrl, { visit: true });
    const shown = await frame.evaluate(() => ({
      made: (window as unknown as { made: string[] }).made,
      canvas: document.querySelector("canvas")?.checkVisibility(),
      textView: document.querySelector("[role=switch]")?.ariaChecked,
    }));
    assert.deepEqual(shown, { made: [], canvas: false, textView: "true" });
    assert.equal((await backendResult(page))["subdomain"], "acme");
    assert.deepEqual(demo.takeComplaints(), []);
  });
});
