import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import type { AtsLink } from "../../../web/types/index.ts";
import { deep } from "../../support/sample.ts";
import { Demo } from "../support/demo.ts";

const opener = readFileSync(join(import.meta.dirname, "../../../dist/opener/ats-link.js"), "utf8");

/** What an opener could leave in a host page. */
interface Left {
  nodes: number;
  sheets: number;
  frames: number;
  listeners: string[];
  timers: number;
}

interface Host {
  AtsLink: AtsLink;
  left(): Left;
  lost: number;
  contexts: WebGL2RenderingContext[];
}

/** Enough that a context or a document left by each would be more than the browser, or the count below, lets pass. */
const rounds = deep ? 50 : 12;

describe("a wizard that comes and goes", () => {
  let demo: Demo;
  let page: Page;
  let cdp: CDPSession;
  // Host and link page in one process, as for two ports of one site: there they share the browser's 16 contexts.
  before(async () => {
    demo = await Demo.start(
      {},
      { args: ["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"] },
    );
    page = await demo.page();
    cdp = await page.context().newCDPSession(page);
    // Counts the host page's own listeners and timers that are alive; the wizard's are gone with its frame.
    await page.addInitScript(() => {
      if (window !== top) return;
      const listeners = new Map<object, string[]>();
      const timers = new Set<number>();
      const kept = [window, document, document.documentElement];
      for (const target of kept) listeners.set(target, []);
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (
        this: EventTarget | undefined,
        type: string,
        ...rest: unknown[]
      ) {
        listeners.get(this ?? window)?.push(type);
        (addEventListener as (...given: unknown[]) => void).call(this, type, ...rest);
      };
      EventTarget.prototype.removeEventListener = function (
        this: EventTarget | undefined,
        type: string,
        ...rest: unknown[]
      ) {
        const types = listeners.get(this ?? window);
        types?.splice(types.lastIndexOf(type) >>> 0, 1);
        (removeEventListener as (...given: unknown[]) => void).call(this, type, ...rest);
      };
      const [set, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
      Object.assign(window, {
        setTimeout: (task: () => void, ms?: number) => {
          const id = set(() => {
            timers.delete(id);
            task();
          }, ms);
          timers.add(id);
          return id;
        },
        clearTimeout: (id: number) => {
          timers.delete(id);
          clear(id);
        },
        left: () => ({
          nodes: document.querySelectorAll("*").length,
          sheets: document.adoptedStyleSheets.length,
          frames: window.length,
          listeners: [...listeners.values()].flat(),
          timers: timers.size,
        }),
      });
    });
    await page.goto(demo.servers.hostUrl);
    await page.evaluate(opener);
    // Twelve contexts of the host's own, as a page with maps and charts has them.
    await page.evaluate(() => {
      const host = window as unknown as Host;
      host.lost = 0;
      host.contexts = Array.from({ length: 12 }, () => {
        const canvas = document.createElement("canvas");
        canvas.addEventListener("webglcontextlost", () => host.lost++);
        const context = canvas.getContext("webgl2");
        if (!context) throw new Error("no context");
        context.clear(context.COLOR_BUFFER_BIT);
        return context;
      });
    });
  });
  after(() => demo.stop());

  const left = (): Promise<Left> => page.evaluate(() => (window as unknown as Host).left());

  /** Opens a wizard in a container or as a dialog, waits until it has drawn, and ends it in one of three ways. */
  async function mount(round: number): Promise<void> {
    await page.evaluate(
      ([linkUrl, inline]) => {
        const { AtsLink: api } = window as unknown as Host;
        const section = document.createElement("section");
        // Where it is seen: a browser gives a frame below the window no frames to draw in.
        if (inline) document.body.prepend(section);
        const handler = api.create({ linkUrl, ...(inline && { container: section }), onSuccess: () => {} });
        Object.assign(window, { section, handler });
        void handler.open().catch(() => {});
      },
      [demo.servers.linkUrl, round % 2 === 0] as const,
    );
    const frame = page.frameLocator("iframe[title]");
    await frame.locator(".card:not(.early) h1").waitFor();
    const drawn = await frame.locator("canvas").evaluate((canvas: HTMLCanvasElement) => ({
      width: canvas.width,
      lost: canvas.getContext("webgl2")?.isContextLost(),
    }));
    assert.ok(drawn.width > 0 && drawn.lost === false, "it is drawn on a live context");
    await page.evaluate((way) => {
      const { handler, section } = window as unknown as { handler: ReturnType<AtsLink["create"]>; section: Element };
      // The host takes our node away while it is open, then forgets us.
      if (way === 0) document.querySelector("iframe")?.remove();
      if (way === 1) return void handler.exit({ force: true }).then(() => section.remove());
      handler.destroy();
      section.remove();
    }, round % 3);
    await page.waitForFunction(() => window.length === 0 && !document.querySelector("body > section, dialog"));
  }

  it(`G9 leaves no listener, timer, node, style sheet or frame after ${rounds} rounds, not even where the host took it away`, async () => {
    await mount(0);
    const before = await left();
    const heap = async () => {
      await cdp.send("HeapProfiler.collectGarbage");
      return cdp.send("Memory.getDOMCounters");
    };
    const early = await heap();
    for (let round = 1; round < rounds; round++) await mount(round);
    assert.deepEqual(await left(), before);
    const late = await heap();
    console.log(
      `documents ${String(early.documents)} then ${String(late.documents)}, nodes ${String(early.nodes)} then ${String(late.nodes)}`,
    );
    // One or two frames may still wait for the browser's garbage collector; each round must not.
    assert.ok(late.documents <= early.documents + 4, `${String(late.documents)} documents`);
  });

  it(`G5 took none of the host's twelve contexts in those ${rounds} rounds, though they share one limit`, async () => {
    const lost = () => page.evaluate(() => (window as unknown as Host).lost);
    assert.equal(await lost(), 0);
    const alive = await page.evaluate(
      () => (window as unknown as Host).contexts.filter((context) => !context.isContextLost()).length,
    );
    assert.equal(alive, 12);
    // The control: one wizard and four more contexts of the host are one too many.
    await page.evaluate((linkUrl) => {
      const { AtsLink: api } = window as unknown as Host;
      void api.create({ linkUrl, onSuccess: () => {} }).open();
    }, demo.servers.linkUrl);
    await page.frameLocator("iframe[title]").locator(".card:not(.early) h1").waitFor();
    await page.evaluate(() => {
      const host = window as unknown as Host;
      for (let i = 0; i < 4; i++) {
        const context = document.createElement("canvas").getContext("webgl2");
        if (context) host.contexts.push(context);
      }
    });
    await page.waitForFunction(() => (window as unknown as Host).lost === 1);
  });
});
