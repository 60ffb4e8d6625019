import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import type { Frame } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { expectScreen, openWidget, type Widget } from "../support/walk.ts";

let demo: Demo, widget: Widget, frame: Frame;
before(async () => {
  demo = await Demo.start();
  widget = await openWidget(await demo.page(), demo.servers.hostUrl);
  frame = widget.page.frames()[1] ?? assert.fail("there is no frame");
  await frame.evaluate(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    const watch = (owner: object, name: string): void => {
      const { get, value, ...rest } = (Object.getOwnPropertyDescriptor(owner, name) ?? {}) as Record<string, unknown>;
      const real = (get ?? value) as (...given: unknown[]) => unknown;
      const watched = function (this: unknown, ...given: unknown[]): unknown {
        asked.push(name);
        return real.apply(this, given);
      };
      Object.defineProperty(owner, name, { ...rest, ...(get ? { get: watched } : { value: watched }) });
    };
    const sizes = ["clientWidth", "clientHeight", "scrollTop", "scrollHeight", "getBoundingClientRect"];
    for (const name of [...sizes, "scrollIntoView"]) watch(Element.prototype, name);
    for (const name of ["offsetWidth", "offsetHeight"]) watch(HTMLElement.prototype, name);
    watch(window, "getComputedStyle");
  });
});
after(() => demo.stop());

/** What a press asks of the browser, in its own task and what that leaves to do at once. */
const askedBy = (node: string): Promise<string[]> =>
  frame.evaluate(async (of) => {
    const { asked } = window as unknown as { asked: string[] };
    const pressed = document.querySelector<HTMLElement>(`[data-node="${of}"]`);
    asked.splice(0);
    pressed?.click();
    for (let count = 0; count < 20; count++) await Promise.resolve();
    return [...asked];
  }, node);

it("asks the browser for no size in a step, which would have it lay out the new screen once more", async () => {
  await expectScreen(widget, "Connect your ATS");
  assert.deepEqual(await askedBy("show_all"), []);
  const steps: [node: string, heading: string][] = [
    ["choice:workable", "How do you want to connect Workable?"],
    ["method:api_key", "Are you an admin of Workable?"],
    ["admin:yes", "Review data permissions"],
    ["back", "Are you an admin of Workable?"],
  ];
  for (const [node, heading] of steps) {
    assert.deepEqual(await askedBy(node), [], node);
    await expectScreen(widget, heading);
  }
});

it("has drawn it with the letters of the browser as they are by then, when it is painted", async () => {
  const heights = await frame.evaluate(async () => {
    const frames = async (count: number): Promise<void> => {
      for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame);
    };
    const height = (): string | undefined => document.querySelector<HTMLElement>("h1")?.style.height;
    const before = height();
    document.documentElement.style.fontSize = "24px";
    document.querySelector<HTMLElement>('[data-node="admin:yes"]')?.click();
    // That one is asked for after the wizard's own, and comes before anything is painted.
    await frames(1);
    const then = height();
    document.querySelector(".scroll")?.dispatchEvent(new Event("scroll"));
    await frames(3);
    return { before, then, later: height() };
  });
  await expectScreen(widget, "Review data permissions");
  assert.notEqual(heights.then, heights.before);
  assert.equal(heights.then, heights.later);
});

it("lies on what was drawn last while nothing is drawn, and on its own once something is", async () => {
  const placed = await frame.evaluate(async () => {
    const show = (state: "hidden" | "visible"): void => {
      Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
      document.dispatchEvent(new Event("visibilitychange"));
    };
    const at = (): string[] =>
      ["h1", '[data-node="admin:yes"]'].map((each) => {
        const found = document.querySelector<HTMLElement>(each);
        return found?.classList.contains("unplaced") ? "unplaced" : (found?.style.cssText ?? "not there");
      });
    const before = at();
    show("hidden");
    document.querySelector<HTMLElement>('[data-node="back"]')?.click();
    const hidden = at();
    show("visible");
    for (let count = 0; count < 3; count++) await new Promise(requestAnimationFrame);
    return { before, hidden, shown: at() };
  });
  await expectScreen(widget, "Are you an admin of Workable?");
  const [heading] = placed.before;
  assert.match(heading ?? "", /left: .*top: .*width: .*height: /);
  assert.deepEqual(placed.hidden, [heading, "unplaced"]);
  assert.match(placed.shown[1] ?? "", /left: .*top: .*width: .*height: /);
});
