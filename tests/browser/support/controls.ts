import type { Frame } from "playwright-core";

/** Adds `window.controls`: what helps the tests to find a page's controls and what lies over them. */
async function prepare(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    if ("controls" in window) return;
    const all = (): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>(":is(button, input, select, a[href]):not(:disabled)")].filter(
        (target) => target.checkVisibility({ visibilityProperty: true }),
      );
    const name = (target: Element): string => target.getAttribute("data-node") ?? target.textContent;
    const own = (target: HTMLElement, hit: Element | null): boolean =>
      hit !== null &&
      (target.contains(hit) ||
        hit.closest("label")?.control === target ||
        // Suffix and button in a field's frame belong to the field; the button is a control of its own as well.
        (target.matches("input") && hit.closest(".box")?.contains(target) === true));
    Object.assign(window, { controls: { all, name, own } });
  });
}

export interface InPage {
  all: () => HTMLElement[];
  name: (target: Element) => string;
  own: (target: HTMLElement, hit: Element | null) => boolean;
}

/** Names of the controls, which are their node ids where they have one, in the order of the document. */
export async function controlNames(frame: Frame): Promise<string[]> {
  await prepare(frame);
  return frame.evaluate(() => {
    const { all, name } = (window as unknown as { controls: InPage }).controls;
    return all().map(name);
  });
}

/** The controls that are lower or narrower than a bar in CSS px, with their sizes. */
export async function smallControls(frame: Frame, bar: number): Promise<string[]> {
  await prepare(frame);
  return frame.evaluate((least) => {
    const { all, name } = (window as unknown as { controls: InPage }).controls;
    return all().flatMap((control) => {
      // A tick is pressed by its whole label.
      const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
      return Math.min(width, height) + 0.01 < least ? [`${name(control)} ${String(width)}×${String(height)}`] : [];
    });
  }, bar);
}

/**
 * Gives each control the focus, and tells which of its centre and four inset corners are then another element's or
 * outside of the window.
 */
export async function obscured(frame: Frame): Promise<string[]> {
  await prepare(frame);
  return frame.evaluate(() => {
    const { all, name, own } = (window as unknown as { controls: InPage }).controls;
    const faults: string[] = [];
    for (const target of all()) {
      target.focus();
      const { left, top, right, bottom } = target.getBoundingClientRect();
      const inset = 6;
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + inset, top + inset],
        [right - inset, top + inset],
        [left + inset, bottom - inset],
        [right - inset, bottom - inset],
      ] as const;
      for (const [x, y] of points)
        if (!own(target, document.elementFromPoint(x, y)))
          faults.push(`${name(target)} at ${String(Math.round(x))} ${String(Math.round(y))}`);
    }
    return faults;
  });
}
