import { button, el, icon, icons } from "./dom.ts";
import { candidatesOf, type Position } from "./positions.ts";

function stage(name: string, candidates: number, all: number): HTMLElement {
  const share = el("progress", { max: String(all), value: String(candidates), "aria-hidden": "true" });
  return el(
    "li",
    { class: "stage" },
    el("span", { class: "stage-count" }, String(candidates)),
    el("span", { class: "stage-name" }, name),
    share,
  );
}

function recentTable(position: Position): HTMLElement {
  const head = ["Name", "Stage", "Applied"].map((label) => el("th", { scope: "col" }, label));
  const rows = position.recent.map(({ name, stage, applied }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, name),
      el("td", {}, el("span", { class: "chip" }, stage)),
      el("td", { class: "muted" }, applied),
    ),
  );
  return el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
}

/** One position: what it is, where its candidates stand, and the way to its settings. */
export function positionView(position: Position, openSettings: () => void): HTMLElement {
  const settings = button("Settings", "quiet", openSettings);
  settings.prepend(icon(icons.gear));
  const all = candidatesOf(position);
  return el(
    "section",
    { class: "panel", "aria-labelledby": "detail-title" },
    el(
      "header",
      { class: "panel-head" },
      el(
        "div",
        {},
        el("h2", { id: "detail-title", tabindex: "-1" }, position.title),
        el("p", { class: "muted" }, `${position.team} · ${position.location} · ${position.kind} · ${position.posted}`),
      ),
      settings,
    ),
    el("h3", {}, "Pipeline"),
    el("ol", { class: "stages" }, ...position.stages.map(([name, count]) => stage(name, count, all))),
    el("h3", {}, "Recent candidates"),
    recentTable(position),
  );
}
