import type { ViewModel } from "../view_model.ts";
import type { Body } from "./body.ts";

/** `left`: the focus is not in this window; `due`: what is to be done once it is. */
export interface WindowFocus {
  left: boolean;
  due?: (() => void) | undefined;
}

let state: WindowFocus = { left: false };

export const windowFocus = (): WindowFocus => state;

/** What the page's first script has seen of it, for its second. */
export const shareWindowFocus = (seen: WindowFocus): void => void (state = seen);

/**
 * Focuses an element; while the focus is in the host page's own controls or in another window, not before it comes back.
 * A frame can take the focus from its host at any time, also from a field that is being typed in.
 */
export function focusDue(target: HTMLElement, preventScroll = true): void {
  const move = () => target.focus({ preventScroll });
  if (state.left) state.due = move;
  else move();
}

/** From the very start of the page. */
export function watchWindow(): void {
  window.addEventListener("blur", () => (state.left = true));
  window.addEventListener("focus", () => {
    state.left = false;
    state.due?.();
    state.due = undefined;
  });
}

interface Change {
  view: ViewModel;
  before: ViewModel | null;
  body: Body;
  /** Another screen. */
  fresh: boolean;
  /** What had the focus before the elements changed. */
  focused: Element | null;
  card: HTMLElement;
  /** Told what caught a focus: it may not have its place yet, and is to be seen. */
  caught(target: HTMLElement): void;
}

/** Where a focused element that went away stood, the next one takes over; else the heading. */
function successor({ view, before, body }: Change, gone: HTMLElement): HTMLElement {
  const index = before?.nodes.findIndex(({ id }) => id === gone.dataset["node"]) ?? -1;
  const heir = index < 0 ? undefined : (view.nodes[index] ?? view.nodes.at(-1));
  const target = heir && body.find(heir.id)?.target;
  return target?.matches("button, input, select, a[href]") ? target : body.heading;
}

/**
 * Moves the focus where it is due: to the node that the flow names, or on another screen to its heading. A focus that
 * would be lost is caught. Nothing else moves it, so typing is never interrupted.
 */
export function settleFocus(change: Change): void {
  const { view, before, body, fresh, focused, card } = change;
  if (fresh || view.turn !== before?.turn) {
    const wanted = view.focus ? body.find(view.focus)?.target : undefined;
    if (wanted) {
      focusDue(wanted, false);
      // A refused secret, which nobody can see, is not added to but replaced.
      if (wanted instanceof HTMLInputElement && wanted.type === "password") wanted.select();
      return;
    }
    if (fresh) return focusDue(body.heading);
  }
  const lost = focused instanceof HTMLElement && focused !== document.body && !card.contains(focused);
  const hidden = focused instanceof HTMLElement && card.contains(focused) && focused.closest("[hidden]") !== null;
  if (!lost && !hidden) return;
  const heir = successor(change, focused);
  focusDue(heir);
  change.caught(heir);
}
