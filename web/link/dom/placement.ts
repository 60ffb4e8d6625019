import type { Layout, Rect } from "../view_model.ts";
import type { Place } from "./node_view.ts";

const px = (length: number): string => `${Math.round(length * 100) / 100}px`;
const properties = ["left", "top", "width", "height"] as const;

/**
 * Lays elements on the rectangles that ImGui drew. Each element's containing block is its region, or the placed element
 * around it. What was not drawn stays in the accessible tree without a place on the picture.
 */
export function place(places: readonly Place[], layout: Layout): void {
  const rects = new Map(layout.rects.map((rect) => [rect.id, rect]));
  for (const { rect: id, element, within } of places) {
    const rect = rects.get(id);
    element.classList.toggle("unplaced", !rect);
    if (!rect) {
      unplace(element);
      continue;
    }
    const around: Pick<Rect, "x" | "y"> = (within && rects.get(within)) || { x: 0, y: 0 };
    element.style.left = px(rect.x - around.x);
    element.style.top = px(rect.y - around.y);
    element.style.width = px(rect.width);
    element.style.height = px(rect.height);
  }
}

/** Room inside the right end of each field's box: for its suffix or the switch that shows it. */
export function padFields(places: readonly Place[], layout: Layout): void {
  const rects = new Map(layout.rects.map((rect) => [rect.id, rect]));
  for (const { rect: id, element } of places) {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)) continue;
    const box = rects.get(id);
    const inside = places.filter(({ over }) => over === id).map(({ rect }) => rects.get(rect));
    const taken = inside.flatMap((part) => (part && box ? [box.x + box.width - part.x] : []));
    element.style.paddingInlineEnd = taken.length > 0 ? px(Math.max(...taken) + 4) : "";
  }
}

/** Back to the flow of the page. */
export function unplace(element: HTMLElement): void {
  for (const property of properties) element.style[property] = "";
  element.style.paddingInlineEnd = "";
}

/** As the painter has them (src/paint/spacing.hpp). */
const LOW = 420;
const LEAST_CONTENT = 160;

/** Header and footer scroll with the content: the card is low, or they would leave too little of it to see. */
export const isLow = (height: number, bars: number): boolean => height < LOW || height - bars < LEAST_CONTENT;
