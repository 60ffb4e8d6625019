import { HEADING_ID } from "./body.ts";
import { setAttribute } from "./element.ts";

/** A scroller that holds nothing to tab to is a tab stop itself, so that keys can scroll it in every browser. */
export function makeScrollable(scroller: HTMLElement, sheet: HTMLElement): void {
  const observer = new ResizeObserver(() => {
    const scrolls = scroller.scrollHeight > scroller.clientHeight;
    const stop = scrolls && !sheet.querySelector("button, input, select, a[href]");
    setAttribute(scroller, "tabindex", stop ? "0" : null);
    setAttribute(scroller, "role", stop ? "group" : null);
    setAttribute(scroller, "aria-labelledby", stop ? HEADING_ID : null);
  });
  observer.observe(scroller);
  observer.observe(sheet);
}
