import { some } from "../types/plain_text.ts";

/** The focused element, also inside open shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Gives the focus back without scrolling; if the element is gone or disabled, to the first that takes it. */
export function restoreFocus(element: Element | null): void {
  const takes = (candidate: Element | null): boolean => {
    (candidate as HTMLElement | null)?.focus({ preventScroll: true });
    return focused() === candidate;
  };
  if (!takes(element)) some(document.querySelectorAll("[tabindex],a,button,input"), takes);
}
