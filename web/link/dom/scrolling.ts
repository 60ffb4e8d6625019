import { HEADING_ID } from "./body.ts";
import { setAttribute } from "./element.ts";

/** Brings the field in use into view, with its error, at once and without motion. What is seen already stays put. */
export function showField(): void {
  const field = document.activeElement?.closest(".field");
  // The input last, so that it wins where both are too high.
  for (const selector of [".field-error", ".input"])
    field?.querySelector(selector)?.scrollIntoView({ block: "nearest" });
}

/**
 * To be called with the card's height when everything has its place: shows the field in use once after each change of
 * it. The height is given, as asking for it here would be one more layout in every step.
 */
export function createKeepSeen(): (height: number) => void {
  let shown = 0;
  return (height) => {
    if (height === shown) return;
    shown = height;
    showField();
  };
}

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

/**
 * A page of its own ends where a soft keyboard begins, and follows what the browser moves to make room for it. Not while
 * it is enlarged: then the person moves it about.
 */
export function followSoftKeyboard({ style }: HTMLElement): void {
  const part = window.visualViewport;
  const follow = (): void => {
    const covered = part?.scale === 1 && innerHeight - part.height > 1;
    style.height = covered ? `${part.height}px` : "";
    style.marginTop = covered ? `${part.offsetTop}px` : "";
  };
  for (const type of ["resize", "scroll"]) part?.addEventListener(type, follow);
}
