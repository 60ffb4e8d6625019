/** The focused element, also inside open shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Gives the focus back without scrolling; if the element is gone or disabled, to the first that takes it. */
export function restoreFocus(element: Element | null): void {
  const candidates = document.querySelectorAll("a,button,input,[tabindex]");
  for (const candidate of [element, ...candidates] as (HTMLElement | null)[]) {
    candidate?.focus({ preventScroll: true });
    if (focused() === candidate) return;
  }
}
