import { button, byId, el, icon, icons } from "./dom.ts";
import { candidatesOf, type Position, positions } from "./positions.ts";

function row(position: Position, select: (position: Position) => void): HTMLLIElement {
  const card = el(
    "button",
    { type: "button", class: "row", "data-position": position.id },
    el("span", { class: "row-title" }, position.title),
    el("span", { class: "row-meta" }, `${position.team} · ${position.location}`),
    el("span", { class: "row-count" }, icon(icons.people), `${candidatesOf(position)} candidates`),
  );
  card.addEventListener("click", () => select(position));
  return el("li", {}, card);
}

/** Fills the list of open positions once. */
export function showList(select: (position: Position) => void): void {
  byId("positions").replaceChildren(...positions.map((position) => row(position, select)));
  byId("positions-count").textContent = String(positions.length);
}

export function markSelected(position: Position): void {
  for (const card of byId("positions").querySelectorAll("[data-position]"))
    if (card.getAttribute("data-position") === position.id) card.setAttribute("aria-current", "true");
    else card.removeAttribute("aria-current");
}

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
