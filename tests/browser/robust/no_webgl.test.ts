import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
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

/** Each browser, and what is done to a page of it before it opens. */
const browsers: [ChromiumOptions, Record<string, (page: Page) => Promise<unknown>>][] = [
  [{ webgl: false }, { "neither a graphics card nor a software renderer": () => Promise.resolve() }],
  [{ args: ["--disable-3d-apis"] }, { "--disable-3d-apis": () => Promise.resolve() }],
  [{}, { "a getContext that gives null": stub(false), "a getContext that throws": stub(true) }],
];

for (const [chromium, machines] of browsers)
  describe(`with ${Object.keys(machines).join(" or ")}`, () => {
    let demo: Demo;
    before(async () => (demo = await Demo.start({}, chromium)));
    afterEach(() => demo.closePages());
    after(() => demo.stop());

    for (const [what, prepare] of Object.entries(machines))
      it(`G1 with ${what} the whole way goes in the Text view, by keyboard, without a complaint`, async () => {
        const page = await demo.page();
        await prepare(page);
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
