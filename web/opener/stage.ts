import type { ExitReason, LinkConfig, Theme } from "../types/index.ts";
import { invalid } from "./failure.ts";
import { addButton, createFrame, drop, pin } from "./frame.ts";
import { createRoot } from "./guard.ts";
import { some } from "../types/plain_text.ts";
import type { FromPage } from "../types/port.ts";
import type { Event, World } from "./transition.ts";
import { createWayBack } from "./way_back.ts";

/** Where the frame is: a modal dialog over the page, or the host's container. */
export interface Stage extends Pick<World, "show" | "size" | "failed" | "over"> {
  inner: HTMLIFrameElement;
  /** Puts everything into the page. */
  begin(): void;
  /**
   * By the type of the page's message: from its first screen on the page is seen, which has a way to close it. Until then
   * ours is: its ground, what happens, and Close.
   */
  reveal(type: FromPage["type"]): void;
  /** Puts the dialog aside, alive, and shows a button that brings it back. Beside a container there is nothing in the way. */
  hide(): void;
}

// `--m` is 0 in a window under 480 px, which the dialog fills. Without a media query, since a host can take a style sheet
// away; of its own containing block, not dvh, which a zoomed page makes larger than its window. `--w` is its width, 440 px
// and 720 high, or where the page has a use for two columns 1040 and 840, as far as there is room.
const DIALOG =
  "overflow:hidden;display:revert;border-radius:var(--m);--m:clamp(0px,(100vw - 479px)*99,16px);max-height:calc(16616px - 999*var(--m) + var(--w,440px)/5);max-width:calc(48px - 3*var(--m) + var(--w,440px));margin:auto;outline:1px solid #0000;position:fixed;inset:var(--m);";

const COVER = "height:100%;width:100%;inset:0;position:absolute;";

/** The focused element, also inside open shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Gives the focus back without scrolling; if the element is gone or disabled, to the first that takes it. */
function restoreFocus(element: Element | null): void {
  const takes = (candidate: Element | null): boolean => {
    (candidate as HTMLElement | null)?.focus({ preventScroll: true });
    return focused() === candidate;
  };
  if (!takes(element)) some(document.querySelectorAll("[tabindex],a,button,input"), takes);
}

// Three ids outweigh the host's own !important rules. What the dialog needs to be used stands in its own style, which a
// host that replaces its style sheets does not take away.
const text = ":is(ats-link-root dialog,#_#_#_)::backdrop{all:revert!important;background:#14161c8c!important}";

/** Adds the backdrop's style sheet to the page and returns what removes it again. Constructed, it needs no style-src permission. */
function addSheet(): () => void {
  const ours = new CSSStyleSheet();
  ours.replaceSync(text);
  // By hand: a page may have bent the methods of lists.
  const put = (sheets: CSSStyleSheet[]): void => {
    some(document.adoptedStyleSheets, (sheet) => {
      if (sheet !== ours) sheets[sheets.length] = sheet;
    });
    document.adoptedStyleSheets = sheets;
  };
  put([ours]);
  return () => put([]);
}

/** Makes what is put into the page. `retry` is offered where the page did not come. */
export function createStage(
  url: URL,
  { container, theme }: LinkConfig,
  happen: (...event: Event) => void,
  leave: (reason: ExitReason) => void,
  retry: (() => void) | false,
): Stage {
  if (container && !container.isConnected) throw invalid("container");
  const before = focused();
  const frame = createFrame(url);
  const dialog = container ? undefined : document.createElement("dialog");
  const gone = (): void => happen("gone", null, "host");
  const root = createRoot(gone);
  // Over the frame and before it, so that it has the focus; or in its place: what is said while there is no page to say it.
  const panel = document.createElement("div");
  let dropWayBack: (() => void) | undefined;
  let dropSheet: (() => void) | undefined;

  const scheme = (theme as Theme | undefined)?.scheme ?? (theme as string);
  const ground = `background:light-dark(#fff,#14161c);color:light-dark(#000,#fff);color-scheme:${/light|dark/.test(scheme) ? scheme : "light dark"};`;
  const say = (text: string): void => {
    panel.textContent = text;
    addButton(panel, "Close", () => leave("user_closed"));
  };
  // In a container it has the height that the page asks for, in the dialog none of its own.
  pin(
    root,
    `all:initial;display:${dialog ? "contents" : "block;position:relative;height:600px;max-height:100%;width:100%"};`,
  );
  pin(frame, COVER);
  pin(panel, `${COVER}${ground}z-index:1;place-items:center;place-content:center;gap:12px;display:grid;`);
  frame.onload = () => happen("frame");
  say("Loading");
  if (dialog) {
    pin(dialog, DIALOG + ground);
    root.append(dialog);
    dialog.ariaLabel = frame.title;
    dialog.oncancel = (event) => {
      // Else it is closed at once, and that is told below.
      if (!event.cancelable) return;
      event.preventDefault();
      leave("escape");
    };
    // A browser may close a dialog without asking, for example at the second Escape in a row. What was typed stays.
    dialog.onclose = () => {
      if (dialog.open || dropWayBack) return;
      happen("show");
      leave("escape");
    };
    dialog.onclick = ({ target }) => {
      if (target === dialog) leave("backdrop");
    };
  }
  (dialog ?? root).append(panel, frame);

  // A part that is taken out alone, and a host that makes everything but its own modal dead.
  const observer = new MutationObserver(() => {
    if (!root.contains(frame)) gone();
    root.inert = false;
    root.ariaHidden = null;
  });
  observer.observe(root, { subtree: true, attributes: true, childList: true });

  return {
    inner: frame,
    begin() {
      dropSheet = dialog && addSheet();
      // Before there is a body too.
      (container ?? (document as { body: Element | null }).body ?? document.documentElement).append(root);
      dialog?.showModal();
    },
    show() {
      dropWayBack = dropWayBack?.() as undefined;
      if (dialog && !dialog.open) dialog.showModal();
      frame.focus();
    },
    reveal(type) {
      // Once a frame is given up, a word that was on its way leaves alone what is said in its place.
      if (type !== "ready" && type !== "loading" && frame.parentNode) drop(panel);
    },
    hide() {
      if (dialog && !dropWayBack) {
        dialog.close();
        dropWayBack = createWayBack(() => happen("show"));
      }
    },
    failed() {
      observer.disconnect();
      drop(frame);
      (dialog ?? root).append(panel);
      say("This did not load.");
      panel.role = "alert";
      if (retry) addButton(panel, "Try again", retry).focus();
    },
    size: ({ height, wide }) => void (root.style.cssText += `;height:${height}px!important;--w:${wide ? 10 : 4}40px`),
    over() {
      // First, as nothing of it can be bent. The host may have moved one out of another.
      drop(frame);
      drop(dialog ?? frame);
      drop(root);
      dropWayBack?.();
      dropSheet?.();
      // Beside a container the host's page may have it.
      if (dialog || focused() === document.body) restoreFocus(before);
    },
  };
}
