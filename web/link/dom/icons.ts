import { claim } from "./hydrate.ts";
import type { Mark, Phase, Tone } from "../view_model.ts";

export const SVG = "http://www.w3.org/2000/svg";

/** Strokes on a 24 x 24 field; Text view's own, since the canvas is not there. */
const paths = {
  back: "M14.5 6 8.5 12l6 6",
  chevron: "m9.5 6 6 6-6 6",
  close: "M6.5 6.5l11 11m0-11-11 11",
  check: "m5.5 12.5 4.3 4.3 8.7-9.3",
  copy: "M10.5 8.5h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2ZM15.5 4.5H6a1.5 1.5 0 0 0-1.5 1.5v9.5",
  cross: "M7.5 7.5l9 9m0-9-9 9",
  warning: "M12 4 3.2 19.5h17.6L12 4Zm0 6v4.5m0 2.4v.1",
  info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5m0-8.1V8",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2",
  external: "M13.5 5.5h5v5m0-5-8 8M10 6.5H6.5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V14",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5-2.7a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4Z",
  search: "M4.2 10.8a6.6 6.6 0 1 0 13.2 0 6.6 6.6 0 1 0-13.2 0m11.6 5 4.6 4.6",
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: hidden from the accessible tree, hidden in the canvas view. */
export function icon(name: IconName): SVGSVGElement {
  const found = claim(paths[name]);
  if (found) return found as SVGSVGElement;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

/** A `checking` turns in the canvas and has no sign here. */
type State = Tone | Mark | Phase;

/** The sign that goes with a state, so that colour is never the only one. */
function stateIcon(state: State | undefined): IconName | null {
  switch (state) {
    case "done":
    case "success":
      return "check";
    case "failed":
      return "cross";
    case "danger":
    case "warning":
      return "warning";
    case "info":
    case "unknown":
      return "info";
    case "waiting":
      return "clock";
    default:
      return null;
  }
}

/** Shows the icon of a state in a slot, and changes it only when the state did. */
export function showStateIcon(slot: HTMLElement, state: State | undefined): void {
  const wanted = state ?? "";
  if (slot.dataset["state"] === wanted) return;
  slot.dataset["state"] = wanted;
  const name = stateIcon(state);
  slot.replaceChildren(...(name ? [icon(name)] : []));
}
