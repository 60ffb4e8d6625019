import { button, el, icon, icons } from "./dom.ts";
import type { Position } from "./positions.ts";

function fact(term: string, value: string): HTMLElement {
  return el("div", { class: "fact" }, el("dt", {}, term), el("dd", {}, value));
}

/** The settings of a position; `integrations` is the section that this demo is about. */
export function settingsView(position: Position, integrations: HTMLElement, close: () => void): HTMLElement {
  const back = button("Back to position", "link", close);
  back.prepend(icon(icons.back));
  return el(
    "section",
    { class: "panel settings", "aria-labelledby": "detail-title" },
    back,
    el("h2", { id: "detail-title", tabindex: "-1" }, `${position.title}: settings`),
    el("h3", {}, "General"),
    el(
      "dl",
      { class: "facts" },
      fact("Hiring manager", position.manager),
      fact("Salary", position.salary),
      fact("Work", position.kind),
      fact("Visible on", "Careers page"),
    ),
    integrations,
  );
}
