import type { Frame } from "playwright-core";

/** Says that only a part of the window is seen, as a browser does that lays its keyboard over the page. */
export const shrinkPart = (frame: Frame, part: { height: number; offsetTop: number; scale?: number }): Promise<void> =>
  frame.evaluate((told) => {
    for (const [name, value] of Object.entries({ scale: 1, ...told }))
      Object.defineProperty(visualViewport, name, { configurable: true, get: () => value });
    visualViewport?.dispatchEvent(new Event("resize"));
  }, part);

/** Which of a field and its error are not wholly seen in the upper `height` px of the window, or lie below something. */
export const unseenParts = (frame: Frame, node: string, height: number, top = 0): Promise<string[]> =>
  frame.evaluate(
    ({ id, from, to }) => {
      const input = document.querySelector(`[data-node="${id}"]`);
      const error = input?.closest(".field")?.querySelector(".field-error:not([hidden])");
      if (!input || !error || document.activeElement !== input) return [`${id} has no focus or no error`];
      const scroller = document.querySelector(".scroll")?.getBoundingClientRect() ?? new DOMRect();
      return [input, error].flatMap((part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect();
        const seen = top >= Math.max(from, scroller.top) && bottom <= Math.min(to, scroller.bottom) && bottom > top;
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const fault = !seen ? "out of sight" : part.contains(hit) ? "" : `below ${hit?.className ?? "nothing"}`;
        return fault ? [`${part.className} ${fault}, ${String(top)} to ${String(bottom)}`] : [];
      });
    },
    { id: node, from: top, to: top + height },
  );

/** Writes down where the focus goes from now on; "-" for anything that takes no text, at which a keyboard closes. */
export const followFocus = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const log: string[] = [];
    Object.assign(window, { focusLog: log });
    const name = (target: EventTarget | null): string =>
      target instanceof HTMLInputElement ? (target.dataset["node"] ?? "") : "-";
    document.addEventListener("focusout", ({ relatedTarget }) => log.push(name(relatedTarget)));
  });

export const takeFocusLog = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => (window as unknown as { focusLog: string[] }).focusLog.splice(0));
