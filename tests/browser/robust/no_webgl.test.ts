import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { ChromiumOptions } from "../support/chromium.ts";
import { Demo } from "../support/demo.ts";
import { keyboardWalk } from "../support/keyboard_walk.ts";
import { backendResult } from "../support/walk.ts";

/** Replaces `getContext`, as privacy tools do: null for WebGL, or a throw for every kind. */
const stub = (throws: boolean) => (page: Page) =>
  page.addInitScript((bad) => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      if (bad) throw new Error("no canvas today");
      if (kind.includes("webgl")) return null;
      return (getContext as (...args: unknown[]) => unknown).call(this, kind, ...rest);
    } as typeof getContext;
  }, throws);

interface Machine {
  chromium: ChromiumOptions;
  prepare?: (page: Page) => Promise<unknown>;
}

const machines: Record<string, Machine> = {
  "neither a graphics card nor a software renderer": { chromium: { webgl: false } },
  "--disable-3d-apis": { chromium: { args: ["--disable-3d-apis"] } },
  "a getContext that gives null": { chromium: {}, prepare: stub(false) },
  "a getContext that throws": { chromium: {}, prepare: stub(true) },
};

for (const [what, { chromium, prepare }] of Object.entries(machines))
  describe(`with ${what}`, () => {
    let demo: Demo;
    before(async () => (demo = await Demo.start({}, chromium)));
    after(() => demo.stop());

    it(`G1 with ${what} the whole way goes in the Text view, by keyboard, without a complaint`, async () => {
      const page = await demo.page();
      await prepare?.(page);
      const { frame } = await keyboardWalk(page, demo.servers.hostUrl, { visit: true });
      const shown = await frame.evaluate(() => {
        let context: unknown = null;
        try {
          context = document.createElement("canvas").getContext("webgl2");
        } catch {
          // As good as none.
        }
        const canvas = document.querySelector("canvas");
        return {
          webgl: context !== null,
          canvas: canvas !== null && canvas.checkVisibility(),
          textView: document.querySelector("[role=switch]")?.ariaChecked,
          color: getComputedStyle(document.querySelector("h1")!).color,
        };
      });
      assert.deepEqual(shown, { webgl: false, canvas: false, textView: "true", color: "rgb(20, 23, 31)" });
      assert.equal((await backendResult(page))["subdomain"], "acme");
      assert.deepEqual(demo.takeComplaints(), []);
    });
  });
