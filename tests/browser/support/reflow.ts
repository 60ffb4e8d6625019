import type { Frame } from "playwright-core";
import type { Rect } from "../../../web/link/view_model.ts";
import { obscured } from "./controls.ts";
import { toldLayout } from "./told_view.ts";

export interface Size {
  width: number;
  height: number;
}

/** Waits until page and picture have come to rest after a change of the window. */
export async function settle(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });
}

/** What leaves its place among the elements: a scroller that would scroll sideways, and text that is cut off. */
export const cutOff = (frame: Frame, textView: boolean): Promise<string[]> =>
  frame.evaluate((asText) => {
    const faults: string[] = [];
    const card = document.querySelector(".card");
    for (const scroller of [document.documentElement, document.body, card, document.querySelector(".scroll")]) {
      if (!scroller) continue;
      const name = scroller.className || scroller.tagName;
      if (scroller.scrollWidth > scroller.clientWidth)
        faults.push(`${name} is ${String(scroller.scrollWidth)} wide in ${String(scroller.clientWidth)}`);
      if (!scroller.matches(".scroll, .card.plain, .card.plain *") && scroller.scrollHeight > scroller.clientHeight)
        faults.push(`${name} is ${String(scroller.scrollHeight)} high in ${String(scroller.clientHeight)}`);
    }
    const inside = (part: DOMRect, box: DOMRect, sides: readonly ("left" | "top" | "right" | "bottom")[]): boolean =>
      sides.every((side) =>
        side === "left" || side === "top" ? part[side] >= box[side] - 1 : part[side] <= box[side] + 1,
      );
    const walker = document.createTreeWalker(card ?? document.body, NodeFilter.SHOW_TEXT);
    // In the canvas view the words seen are the picture's; those of the elements lie below them, unseen.
    while (asText && walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!walker.currentNode.textContent?.trim() || !parent?.checkVisibility()) continue;
      if (parent.closest(".live, .unplaced, option")) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const rect of range.getClientRects())
        for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
          const closed = getComputedStyle(box).overflow !== "visible" && !box.matches(".scroll, .card");
          const sides = closed ? (["left", "right", "top", "bottom"] as const) : (["left", "right"] as const);
          if (getComputedStyle(box).display !== "inline" && !inside(rect, box.getBoundingClientRect(), sides))
            faults.push(`“${parent.textContent}” leaves ${box.className || box.tagName}`);
        }
    }
    for (const input of document.querySelectorAll<HTMLElement>(".input")) {
      const { paddingLeft, paddingRight } = getComputedStyle(input);
      const room = input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (room < 60) faults.push(`${input.id} leaves ${String(room)} px to type in`);
    }
    return [...new Set(faults)];
  }, textView);

const apart = (a: Rect, b: Rect): boolean =>
  a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1;
const within = (part: Rect, box: Rect): boolean =>
  part.x >= box.x - 1 &&
  part.y >= box.y - 1 &&
  part.x + part.width <= box.x + box.width + 1 &&
  part.y + part.height <= box.y + box.height + 1;

/** What leaves its place in the picture: painted rectangles outside the card or their own box, and two on one spot. */
async function misplaced(frame: Frame): Promise<string[]> {
  const layout = await toldLayout(frame);
  if (!layout) return []; // A plain screen is not painted.
  const faults: string[] = [];
  for (const rect of layout.rects) {
    const region: Rect = {
      region: rect.region,
      id: rect.region,
      x: 0,
      y: 0,
      width: layout.width,
      height: layout[rect.region],
    };
    if (!within(rect, region)) faults.push(`${rect.id} leaves the ${rect.region}`);
    const box = layout.rects.find(({ id }) => id === rect.id.slice(0, rect.id.indexOf("/")));
    if (/\/(suffix|label|help)$/.test(rect.id) && /^(choice|method|admin)/.test(rect.id) && box && !within(rect, box))
      faults.push(`${rect.id} leaves its box`);
  }
  const whole = layout.rects.filter(({ id }) => !id.includes("/") && !id.startsWith("show:"));
  whole.forEach((rect, index) => {
    for (const other of whole.slice(index + 1))
      if (rect.region === other.region && !apart(rect, other)) faults.push(`${rect.id} lies on ${other.id}`);
  });
  return faults;
}

/** Everything that does not fit as a screen is shown now. */
export const unfit = async (frame: Frame, view: "canvas" | "text"): Promise<string[]> => [
  ...(await cutOff(frame, view === "text")),
  ...(view === "text" ? [] : await misplaced(frame)),
  ...(await obscured(frame)).map((fault) => `out of reach: ${fault}`),
];
