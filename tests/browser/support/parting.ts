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
const SOON = 10_000;

/** Whether its script answers, and whether the browser has it drawn. */
async function stateOf(frame: Frame): Promise<string> {
  const asked = frame.evaluate(async (soon) => {
    const late = new Promise<string>((resolve) => setTimeout(resolve, soon, "gets no animation frame"));
    const drawn = new Promise<string>((resolve) => requestAnimationFrame(() => resolve("gets animation frames")));
    return `${await Promise.race([drawn, late])}, is ${document.visibilityState}, ${innerWidth} × ${innerHeight}`;
  }, SOON / 2);
  const mute = new Promise<string>((resolve) => setTimeout(resolve, SOON, "does not answer"));
  return `${frame.url().slice(0, 60)} ${await Promise.race([asked.catch(String), mute])}`;
}

/** Adds to an act that was never taken how the page's frames are: busy, or not drawn. */
async function tellStates(page: Page, error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || error.name !== "TimeoutError" || page.isClosed()) return error;
  const states = await Promise.all(page.frames().map(stateOf));
  return new Error([error.message, ...states].join("\n"), { cause: error });
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
          throw await tellStates(page, error);
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
