import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { CDPSession, Page } from "playwright-core";
import { Gallery } from "../support/gallery.ts";

const assets = join(import.meta.dirname, "../../../dist/link/assets");

/** What one act costs. */
interface Cost {
  mutations: number;
  frames: number;
  elements: number;
  /** How often the browser worked out where things lie. */
  layouts: number;
}

// Until ten frames in a row brought nothing; frames of the test's own are not counted.
const settle = `const settled = async () => {
  for (let calm = 0, last = ""; calm < 10; ) {
    await new Promise(countless);
    calm = JSON.stringify(cost) === last ? calm + 1 : 0;
    last = JSON.stringify(cost);
  }
};`;

const typed = `const input = document.querySelector("[name=subdomain]");
  input.value = "a"; input.dispatchEvent(new Event("input", { bubbles: true }));`;

describe("what the page costs", () => {
  let gallery: Gallery;
  let page: Page;
  let cdp: CDPSession;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable");
    await page.addInitScript(() => {
      const cost = { mutations: 0, frames: 0 };
      const ask = window.requestAnimationFrame.bind(window);
      Object.assign(window, { cost, countless: ask });
      window.requestAnimationFrame = (callback) => {
        cost.frames++;
        return ask(callback);
      };
      new MutationObserver((records) => (cost.mutations += records.length)).observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
  });
  after(() => gallery.stop());

  it("G8 first script and style, and the page's own, stay within 5 and 2.8, 20 and 2.6 kB as they are sent", () => {
    const sizeOf = (kind: string, end: string): number => {
      const name = readdirSync(assets).find((file) => file.startsWith(kind) && file.endsWith(end));
      assert.ok(name, `there is a ${kind} file ${end}`);
      return brotliCompressSync(readFileSync(join(assets, name))).length;
    };
    const [first, own] = [sizeOf("link.", ".js"), sizeOf("page.", ".js")];
    const sizes = { first, own, style: sizeOf("link.", ".css"), later: sizeOf("wizard.", ".css") };
    console.log(`link page, brotli 11: ${JSON.stringify(sizes)}`);
    assert.ok(sizes.first > 1000 && sizes.first <= 5000, `first ${String(sizes.first)}`);
    assert.ok(sizes.own > 5000 && sizes.own <= 20_000, `own ${String(sizes.own)}`);
    assert.ok(sizes.style > 1000 && sizes.style <= 2800, `style ${String(sizes.style)}`);
    assert.ok(sizes.later > 1000 && sizes.later <= 2600, `later ${String(sizes.later)}`);
  });

  it("has the scripts that start it compiled while they come, by their first line", () => {
    const heads = readdirSync(assets)
      .filter((file) => /^(page|engine)\..*\.js$/.test(file))
      .map((file) => readFileSync(join(assets, file), "utf8").split("\n")[0]);
    assert.deepEqual(heads, ["//# allFunctionsCalledOnLoad", "//# allFunctionsCalledOnLoad"]);
  });

  /** Of the page's process: the gallery and its frame have one origin. */
  async function layouts(): Promise<number> {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "LayoutCount")?.value ?? NaN;
  }

  /** Acts in the frame's own task, and counts until nothing moves any more. Milliseconds are printed, never judged. */
  async function costOf(state: string, act: string): Promise<Cost> {
    const { frame } = await gallery.show(page, state);
    // As text, since the page's policy allows no `eval` of its own.
    await frame.evaluate(`(async () => { ${settle} await settled(); })()`);
    const before = await layouts();
    const [counted, ms] = await frame.evaluate<[Omit<Cost, "layouts">, number]>(`(async () => {
      ${settle}
      const start = { ...cost };
      const began = performance.now();
      ${act}
      await new Promise(queueMicrotask);
      const took = performance.now() - began;
      await settled();
      const elements = document.querySelectorAll("#ats-link *").length;
      return [{ mutations: cost.mutations - start.mutations, frames: cost.frames - start.frames, elements }, took];
    })()`);
    const cost = { ...counted, layouts: (await layouts()) - before };
    console.log(`${state}: ${JSON.stringify(cost)}, ${ms.toFixed(1)} ms`);
    return cost;
  }

  it("G8 a letter changes little, and asks for a frame or two", async () => {
    const cost = await costOf("subdomain", typed);
    assert.ok(cost.mutations <= 12 && cost.frames >= 1 && cost.frames <= 3, JSON.stringify(cost));
  });

  it("G8 an error beside a field changes a few nodes, and a new screen, the list of all ATSs too, is at most two hundred and fifty elements", async () => {
    const error = await costOf("subdomain", `document.querySelector("[data-node=primary]").click();`);
    assert.ok(error.mutations > 0 && error.mutations <= 60 && error.frames <= 30, JSON.stringify(error));
    const screen = await costOf("provider", `document.querySelector("[data-node=show_all]").click();`);
    assert.ok(screen.elements > 20 && screen.elements <= 250, JSON.stringify(screen));
  });

  it("G8 a letter is laid out once, and a step of the wizard twice: for its focus, and where it was painted", async () => {
    const letter = await costOf("subdomain", typed);
    const step = await costOf("permissions", `document.querySelector("[data-node=primary]").click();`);
    assert.ok(letter.layouts === 1 && step.layouts >= 1 && step.layouts <= 2, JSON.stringify([letter, step]));
  });
});
