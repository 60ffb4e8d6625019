import { byId, el } from "./dom.ts";

/** Adds a line to the collapsible log: what a host hears from the widget, as it hears it. */
export function log(name: string, detail: unknown): void {
  const lines = byId("log-lines");
  const time = new Date().toLocaleTimeString([], { hour12: false });
  lines.append(
    el(
      "li",
      {},
      el("time", {}, time),
      el("strong", {}, name),
      el("code", {}, detail === undefined ? "" : JSON.stringify(detail)),
    ),
  );
  byId("log-count").textContent = String(lines.children.length);
}
