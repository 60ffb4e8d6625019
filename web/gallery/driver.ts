import type { FromPage, PortConfig } from "../types/port.ts";
import type { GalleryState, Step } from "./states.ts";

/** How a state is shown; what is absent is left to the browser. */
interface Shown {
  view: "canvas" | "text";
  theme?: "light" | "dark";
  locale: string;
}

/** The options in an address, as `state.html?state=method&view=text&theme=dark&locale=de`. */
export function readShown(query: URLSearchParams): Shown {
  const theme = query.get("theme");
  return {
    view: query.get("view") === "text" ? "text" : "canvas",
    ...((theme === "light" || theme === "dark") && { theme }),
    locale: query.get("locale") ?? "en",
  };
}

const themeOf = ({ theme }: Shown): Pick<PortConfig, "theme"> => (theme ? { theme } : {});

/** A minute in the gallery is forever: timers of a second and more do not fire, so every picture stays as it is. */
const SHORT_MS = 900;
const PATIENCE_MS = 60_000;

type Frame = Window & typeof globalThis;

function stopClock(frame: Frame): void {
  const real = frame.setTimeout.bind(frame);
  Object.assign(frame, {
    setTimeout: (task: () => void, ms = 0) => (ms < SHORT_MS ? real(task, ms) : 0),
  });
  // Requests that hang do not give up either.
  frame.AbortSignal.timeout = () => new frame.AbortController().signal;
}

async function waitFor<T>(what: string, look: () => T | null | undefined): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const seek = (frame: Frame, selector: string): Promise<HTMLElement> =>
  waitFor(selector, () => frame.document.querySelector<HTMLElement>(`${selector}:not([hidden])`));

async function perform(frame: Frame, step: Step): Promise<void> {
  if ("press" in step) {
    (await seek(frame, `[data-node="${step.press}"]`)).click();
    return;
  }
  const [node, text] = step.type;
  const input = (await seek(frame, `[data-node="${node}"]`)) as HTMLInputElement;
  input.value = text;
  for (const event of ["input", "change"]) input.dispatchEvent(new frame.Event(event, { bubbles: true }));
}

/** Says hello as the opener does, and acknowledges a success. */
function open(frame: Frame, state: GalleryState, shown: Shown): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<FromPage>) => {
    if (data.type === "success") port1.postMessage({ type: "ack" });
  };
  frame.postMessage({ atsLink: 1, nonce: "0".repeat(32) }, location.origin, [port2]);
  port1.postMessage({
    type: "open",
    config: { state: "gallery", locale: shown.locale, ...themeOf(shown), ...state.config },
  });
  return port1;
}

/**
 * Brings a frame to a state, by the elements that a person would use. The frame is of this page's origin. Resolves to the
 * host's end of the port.
 */
export async function reach(element: HTMLIFrameElement, state: GalleryState, shown: Shown): Promise<MessagePort> {
  await new Promise((resolve) => {
    element.addEventListener("load", resolve, { once: true });
    element.src = `link/${state.case}/`;
  });
  const frame = element.contentWindow as Frame;
  stopClock(frame);
  if (state.offline) Object.defineProperty(frame.navigator, "onLine", { value: false });
  // A real one is there only for a page with the focus, and a picture is not to depend on that.
  const clipboard = { writeText: () => Promise.resolve() };
  Object.defineProperty(frame.navigator, "clipboard", { value: clipboard });
  const port = open(frame, state, shown);
  for (const step of state.steps ?? []) await perform(frame, step);
  await seek(frame, state.until ?? "h1");
  // Not the first screen that was there before the module.
  await seek(frame, ".card:not(.early)");
  if (shown.view === "text")
    frame.document.querySelector<HTMLElement>("[data-node=text_view][aria-checked=false]")?.click();
  return port;
}

/** The address of a hosted link: its fragment says what the host would. */
export function hostedAddress(state: GalleryState, locale: string): string {
  const fragment = btoa(JSON.stringify({ provider: "workable", state: "gallery", locale })).replaceAll("=", "");
  return `link/${state.case}/#${fragment.replaceAll("+", "-").replaceAll("/", "_")}`;
}
