import { byId, el, icon, icons } from "./dom.ts";
import { candidatesOf, positions, type Position } from "./positions.ts";

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
