import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { Demo } from "../support/demo.ts";
import {
  button,
  expectScreen,
  openWidget,
  submitCredentials,
  textbox,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";

interface Work {
  frames: number;
  draws: number;
}

/** Counts in every document, from before it opens, how often it asks for a frame and how often it draws with WebGL. */
async function countWork(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const work = { frames: 0, draws: 0 };
    Object.assign(window, { work });
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      work.frames++;
      return ask(callback);
    };
    for (const kind of [WebGLRenderingContext.prototype, WebGL2RenderingContext.prototype])
      for (const name of ["drawElements", "drawArrays", "clear"] as const) {
        const draw = kind[name] as (...given: unknown[]) => void;
        Object.assign(kind, {
          [name](this: unknown, ...given: unknown[]) {
            work.draws++;
            draw.apply(this, given);
          },
        });
      }
  });
}

const workOf = (frame: Frame): Promise<Work> =>
  frame.evaluate(() => ({ ...(window as unknown as { work: Work }).work }));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Each situation, and how a page is brought to it from the wizard's first screen. */
const situations: Record<string, (widget: Widget, frame: Frame) => Promise<void>> = {
  "nothing is focused": (_, frame) => frame.evaluate(() => (document.activeElement as HTMLElement).blur()),
  "a field is focused": async (widget) => {
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").pressSequentially("ac");
  },
  "an error is shown": async (widget) => {
    await toSubdomain(widget);
    await button(widget, "Next").click();
    await widget.frame.locator("[aria-invalid=true]").waitFor();
  },
  "the animation of a result is over": async (widget) => {
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
  },
  "the tab is hidden while something turns": async (widget, frame) => {
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.slow.key);
    await expectScreen(widget, "Checking your connection");
    await frame.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
  },
  "the Text view is on": async (widget) => {
    await toSubdomain(widget);
    await widget.frame.getByRole("switch").click();
    await textbox(widget, "Subdomain").pressSequentially("ac");
  },
};

describe("an idle wizard", () => {
  let demo: Demo;
  const idle = new Map<string, { frame: Frame; before: Work; after: Work }>();

  // The situations are idle at the same time, in pages of their own.
  before(async () => {
    demo = await Demo.start();
    for (const [name, reach] of Object.entries(situations)) {
      const page = await demo.page();
      await countWork(page);
      const widget = await openWidget(page, demo.servers.hostUrl);
      const frame = page.frames()[1];
      assert.ok(frame);
      await reach(widget, frame);
      await page.mouse.move(1, 1);
      idle.set(name, { frame, before: await workOf(frame), after: { frames: 0, draws: 0 } });
    }
    // What has just been shown may still be moving; it stops by itself within this.
    await pause(1500);
    for (const each of idle.values()) each.before = await workOf(each.frame);
    await pause(5000);
    for (const each of idle.values()) each.after = await workOf(each.frame);
  });
  after(() => demo.stop());

  for (const name of Object.keys(situations))
    it(`G4 asks for no frame and draws nothing in five seconds in which ${name}`, () => {
      const { before: start, after: end } = idle.get(name) ?? assert.fail("the page was reached");
      assert.ok(start.frames > 0 && start.draws > 0, "until then it did draw");
      assert.deepEqual(end, start);
    });

  it("G4 draws again for what happens then, and while something turns in a tab that is seen", async () => {
    const focused = idle.get("a field is focused");
    const hidden = idle.get("the tab is hidden while something turns");
    assert.ok(focused && hidden);
    await focused.frame.locator("[data-node=help]").hover();
    await hidden.frame.evaluate(() => {
      Reflect.deleteProperty(document, "visibilityState");
      document.dispatchEvent(new Event("visibilitychange"));
    });
    for (const { frame, after: then } of [focused, hidden])
      await frame.waitForFunction(({ frames, draws }) => {
        const { work } = window as unknown as { work: Work };
        return work.frames > frames && work.draws > draws;
      }, then);
  });
});
