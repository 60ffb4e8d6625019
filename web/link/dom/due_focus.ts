let left = false;
let due: (() => void) | undefined;

/**
 * Focuses an element; while the focus is in the host page's own controls or in another window, not before it comes back.
 * A frame can take the focus from its host at any time, also from a field that is being typed in.
 */
export function focusDue(target: HTMLElement, preventScroll = true): void {
  const move = () => target.focus({ preventScroll });
  if (left) due = move;
  else move();
}

/** From the very start of the page. */
export function watchWindow(): void {
  window.addEventListener("blur", () => (left = true));
  window.addEventListener("focus", () => {
    left = false;
    due?.();
    due = undefined;
  });
}
