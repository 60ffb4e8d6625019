import type { Frame } from "playwright-core";
import type { Area } from "./pixels.ts";

/**
 * Something drawn that is needed to know or to use a control. `ink`: a picture on its ground; `edge`: the left side of
 * a frame; `fill`: a shape without a frame, by its left side.
 */
export interface Part extends Area {
  what: string;
  kind: "ink" | "edge" | "fill";
  disabled: boolean;
}

/**
 * The parts of a view. Left out is what only decorates, since words beside it say the same: the frames of choices and
 * of offered buttons, of tiles and notices, and the rules. In the canvas view the places are those of src/paint.
 */
export const drawnParts = (frame: Frame, view: "canvas" | "text"): Promise<Part[]> =>
  frame.evaluate((of) => {
    const parts: Part[] = [];
    const add = (
      what: string,
      kind: Part["kind"],
      node: Element,
      area?: [x: number, y: number, w: number, h: number],
    ) => {
      const box = node.getBoundingClientRect();
      const [x, y, width, height] = area ?? [box.x, box.y, box.width, box.height];
      const disabled = node.closest("[aria-disabled=true], :disabled") !== null;
      if (node.checkVisibility() && width > 0 && height > 0) parts.push({ what, kind, disabled, x, y, width, height });
    };
    const each = (selector: string, look: (node: Element, box: DOMRect) => void) => {
      for (const node of document.querySelectorAll(`.card ${selector}`)) look(node, node.getBoundingClientRect());
    };
    const outlined = ".body .button:not(.offered):not(.box *, .snippet *)";
    each(".primary", (node) => add("primary button", "fill", node));
    each(outlined, (node) => add("frame of a button", "edge", node));
    if (of === "text") {
      each(".icon", (node) => add(`icon in ${node.parentElement?.className ?? ""}`, "ink", node));
      each(".mark:empty", (node) => add("mark of an item", "ink", node));
      each(".box", (node) => add("frame of a field", "edge", node));
      each(".switch", (node) => add("state of the switch", "ink", node));
      each(".progress-bar .reached", (node) => add("reached step", "fill", node));
      each("mark", (node) => add("frame of the marked part", "edge", node));
      return parts;
    }
    each(".head-button, .card .box .button", (node) => add(`icon of ${node.className}`, "ink", node));
    each(".input", (node) => add("frame of a field", "edge", node));
    each(":is([data-input=search], [data-input=select]) .input", (node, { right, y, height }) =>
      add("icon in a field", "ink", node, [right - 36, y + height / 2 - 12, 24, 24]),
    );
    each(".field-error", (node, { x, y }) => add("icon of an error", "ink", node, [x - 24, y + 1, 16, 16]));
    each(".progress", (node) => add("reached step", "ink", node));
    each(".mood", (node) => add("mood", "ink", node));
    each(".link", (node) => add("icon of a link", "ink", node));
    each(".choice", (node, { right, y, height }) =>
      add("chevron of a choice", "ink", node, [right - 32, y + height / 2 - 10, 20, 20]),
    );
    each(".notice", (node, { x, y }) => add("icon of a notice", "ink", node, [x + 12, y + 13, 20, 20]));
    each(".list .item", (node, { x, y }) => add("mark of an item", "ink", node, [x - 28, y + 1, 20, 20]));
    each(".status .item-label", (node, { x, y }) => add("mark of a line", "ink", node, [x - 32, y + 1, 20, 20]));
    each(".snippet .button", (node, { x, y, height }) =>
      add("icon of a copy button", "ink", node, [x + 10, y + height / 2 - 9, 18, 18]),
    );
    each("mark", (node) => add("frame of the marked part", "edge", node));
    return parts;
  }, view);
