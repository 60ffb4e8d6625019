import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { controlNames, type InPage } from "../../support/controls.ts";
import type { Check } from "../check.ts";

interface Held {
  /** While true, presses are written down and nothing comes of them, so that the next control can be tried. */
  hold: boolean;
  on: string[];
}
type Watched = Window & { held?: Held; controls: InPage };

/** Holds presses from now on, or lets them through again. */
const setHeld = (frame: Frame, hold: boolean): Promise<void> =>
  frame.evaluate((on) => {
    const watched = window as unknown as Watched;
    const { all, name } = watched.controls;
    if (watched.held) {
      Object.assign(watched.held, { hold: on, on: [] });
      return;
    }
    const held: Held = { hold: on, on: [] };
    watched.held = held;
    const listen = (event: Event): void => {
      const hit = event.target as Element;
      // A label presses its tick by a second click, which is the one that counts.
      if (!held.hold || (hit.closest("label") && !hit.matches("input"))) return;
      held.on.push(
        ...all()
          .filter((control) => control.contains(hit))
          .map(name),
      );
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("click", listen, { capture: true });
  }, hold);

/** What was pressed since the last call, and where the middle of the next control is, in the window of the page. */
const pressedAndNext = (frame: Frame, index: number): Promise<{ pressed: string[]; x: number; y: number }> =>
  frame.evaluate(async (at) => {
    const { held, controls } = window as unknown as Watched;
    const tapped = controls.all()[at - 1];
    const inField = (): boolean => tapped?.matches(".input") === true && document.activeElement === tapped;
    // The click comes after what the driver waits for.
    for (let frames = 0; tapped && frames < 600 && held?.on.length === 0 && !inField(); frames++)
      await new Promise(requestAnimationFrame);
    const pressed = held?.on.splice(0) ?? [];
    // A field is pressed once it has the focus: its sentence may be scrolled into view with it, from under the finger.
    const focused = document.activeElement;
    if (pressed.length === 0 && focused?.matches(".input")) pressed.push(controls.name(focused));
    const control = controls.all()[at];
    control?.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
    return { pressed, x: left + width / 2, y: top + height / 2 };
  }, index);

/** The states that have every kind of control between them, in both views; that nothing covers any control is B6's. */
export const everyControl = [
  "provider_all",
  "method",
  "invite",
  "subdomain_address",
  "api_key_copied",
  "details",
  "close_question",
];

export const taps: Check = {
  id: "E1",
  title: (state) => `${state}: a tap in the middle of a control presses it, once`,
  async run(visit) {
    const { page, frame } = visit;
    for (const view of visit.views.filter((each) => each === visit.views[0] || everyControl.includes(visit.name))) {
      await visit.look({ view });
      const names = await controlNames(frame);
      assert.ok(names.length > 0, "there is something to tap");
      await setHeld(frame, true);
      let at = await pressedAndNext(frame, 0);
      for (const [index, node] of names.entries()) {
        await page.touchscreen.tap(at.x, at.y);
        at = await pressedAndNext(frame, index + 1);
        assert.deepEqual(at.pressed, [node], `${view} view`);
      }
      await setHeld(frame, false);
    }
  },
};
