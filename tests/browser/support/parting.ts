import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Locator, Page } from "playwright-core";
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

/** How long a frame may take to say how it is, in ms. */
const SOON = 5000;

/** Whether its script answers, and whether the browser has it drawn. A clock that a test has stopped gives no frames either. */
async function stateOf(frame: Frame): Promise<string> {
  const inTime = (asked: Promise<string>, late: string): Promise<string> =>
    Promise.race([asked.catch(String), pause(SOON, late, { ref: false })]);
  const size = frame.evaluate(() => `is ${document.visibilityState}, ${innerWidth} × ${innerHeight}`);
  const drawn = frame.evaluate(() => new Promise(requestAnimationFrame)).then(() => "gets animation frames");
  const [answer, frames] = await Promise.all([
    inTime(size, "does not answer"),
    inTime(drawn, "gets no animation frame"),
  ]);
  return `${frame.url().slice(0, 60)} ${answer}, ${frames}`;
}

/** Adds to an act that was never taken how the page's frames are: busy, or not drawn. */
async function tellStates(page: Page, error: unknown): Promise<void> {
  if (!(error instanceof Error) || error.name !== "TimeoutError" || page.isClosed()) return;
  const states = (await Promise.all(page.frames().map(stateOf))).join("\n");
  error.message += `\n${states}`;
  error.stack = `${error.stack ?? ""}\n${states}`;
}

/** Replaces methods of an object by such that do not wait for a frame that went, and clicks by such that arrive. */
function wrap(object: object, names: readonly string[], pageOf: (self: unknown) => Page): void {
  const methods = object as Record<string, Act>;
  for (const name of names) {
    const act = methods[name];
    if (!act) throw new Error(`the driver has no ${name}`);
    methods[name] = function (this: unknown, ...given: unknown[]) {
      const page = pageOf(this);
      const once = (): Promise<void> =>
        orParting(page, act.apply(this, given)).catch(async (error: unknown) => {
          await tellStates(page, error);
          throw error;
        });
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
