import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { Demo } from "../support/demo.ts";
import {
  button,
  expectScreen,
  keyField,
  openWidget,
  submitCredentials,
  textbox,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { stopClock } from "../support/walking_page.ts";

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

const hiding = "the tab is hidden while something turns";

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
  [hiding]: async (widget, frame) => {
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).fill(keys.slow.key);
    // From here on the ten seconds that the answer may take are the test's.
    await stopClock(widget.page);
    await button(widget, "Next").click();
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
  let demo: Demo, page: Page;
  before(async () => {
    // The relay's clock goes on where the page's stands.
    demo = await Demo.start({ deadlineMs: 60_000 });
    page = await demo.page({ reducedMotion: "no-preference" });
    // Its timers and frames come when the test lets the time pass, so that five seconds are five on any machine.
    await page.clock.install();
    await countWork(page);
  });
  after(() => demo.stop());

  /** The page in a situation, once what has just been shown no longer moves, which stops by itself within 1.5 seconds. */
  async function idleIn(reach: (typeof situations)[string]): Promise<Frame> {
    await page.clock.resume();
    const widget = await openWidget(page, demo.servers.hostUrl);
    const frame = page.frames()[1];
    assert.ok(frame);
    // With the second screen; the wizard asks for a frame once it is there.
    const isSecond = reach !== situations["nothing is focused"];
    const late = isSecond ? page.waitForResponse(/\/seal\.[0-9a-f]{16}\.js/) : null;
    await reach(widget, frame);
    await (await late)?.finished();
    await page.mouse.move(1, 1);
    if (reach !== situations[hiding]) await stopClock(page);
    await page.clock.runFor(1500);
    return frame;
  }

  for (const [name, reach] of Object.entries(situations))
    it(`G4 asks for no frame and draws nothing in five seconds in which ${name}`, async () => {
      const frame = await idleIn(reach);
      const start = await workOf(frame);
      assert.ok(start.frames > 0 && start.draws > 0, "until then it did draw");
      await page.clock.runFor(5000);
      assert.deepEqual(await workOf(frame), start);
    });

  const wakers: Record<string, (frame: Frame) => Promise<void>> = {
    "a field is focused": (frame) => frame.locator("[data-node=help]").hover(),
    [hiding]: (frame) =>
      frame.evaluate(() => {
        Reflect.deleteProperty(document, "visibilityState");
        document.dispatchEvent(new Event("visibilitychange"));
      }),
  };
  it("G4 draws again for what happens then, and while something turns in a tab that is seen", async () => {
    for (const [name, wake] of Object.entries(wakers)) {
      const frame = await idleIn(situations[name] ?? assert.fail(name));
      const then = await workOf(frame);
      await page.clock.resume();
      await wake(frame);
      await frame.waitForFunction(({ frames, draws }) => {
        const { work } = window as unknown as { work: Work };
        return work.frames > frames && work.draws > draws;
      }, then);
    }
  });
});
