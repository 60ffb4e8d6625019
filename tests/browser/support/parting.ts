import type { Locator, Page } from "playwright-core";
import { pressHome, watchStrays } from "./stray.ts";

type Act = (...given: unknown[]) => Promise<void>;

/** How long an act may still be answered once a frame went, in ms. */
const AFTERWARDS = 1000;

/**
 * A frame that goes with the press in it may never tell the driver that the press arrived: it is let go of then. What the
 * press was to bring is what a test waits for anyway.
 */
function orParting(page: Page, acting: Promise<void>): Promise<void> {
  const parting = Promise.withResolvers<undefined>();
  const gone = (): void => void setTimeout(parting.resolve, AFTERWARDS);
  page.once("framedetached", gone);
  const acted = acting.finally(() => page.off("framedetached", gone));
  acted.catch(() => {}); // Nobody waits for it any more where the frame went.
  return Promise.race([acted, parting.promise]);
}

/** Replaces methods of an object by such that do not wait for a frame that went, and clicks by such that arrive. */
function wrap(object: object, names: readonly string[], pageOf: (self: unknown) => Page): void {
  const methods = object as Record<string, Act>;
  for (const name of names) {
    const act = methods[name];
    if (!act) throw new Error(`the driver has no ${name}`);
    methods[name] = function (this: unknown, ...given: unknown[]) {
      const page = pageOf(this);
      const once = (): Promise<void> => orParting(page, act.apply(this, given));
      return name === "click" ? pressHome(page, once) : once();
    };
  }
}

let locatorsWrapped = false;

/** For a page that a browser just made. */
export function letFramesGo(page: Page): void {
  watchStrays(page);
  wrap(page.keyboard, ["press"], () => page);
  wrap(page.mouse, ["up", "click"], () => page);
  if (locatorsWrapped) return;
  locatorsWrapped = true;
  wrap(Object.getPrototypeOf(page.locator("html")) as object, ["click", "press"], (self) => (self as Locator).page());
}
