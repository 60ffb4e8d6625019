import { button, el, icon, icons } from "./dom.ts";

/** What the demo's backend answers after it has opened the sealed token. The key is masked there, not here. */
export interface Connection {
  provider?: string;
  subdomain?: string | null;
  accountName?: string | null;
  scopes?: { granted?: string[]; missing?: string[]; unverified?: string[] };
  key?: string;
}

function chips(label: string, scopes: readonly string[] = []): HTMLElement | null {
  if (scopes.length === 0) return null;
  const items = scopes.map((scope) => el("li", { class: "chip" }, scope));
  return el("div", { class: "fact" }, el("dt", {}, label), el("dd", {}, el("ul", { class: "chips" }, ...items)));
}

function fact(label: string, value: string | null | undefined): HTMLElement | null {
  return value ? el("div", { class: "fact" }, el("dt", {}, label), el("dd", {}, value)) : null;
}

/** A friendly card over the backend's answer, with the answer itself as JSON in `#result`. */
export function connectedCard(answer: unknown, reconnect: (old: Connection) => void): HTMLElement {
  const old = (answer ?? {}) as Connection;
  const { provider, subdomain, accountName, scopes, key } = old;
  const { granted, missing, unverified } = scopes ?? {};
  return el(
    "article",
    { class: "connected" },
    el(
      "header",
      {},
      el("span", { class: "tile good" }, icon(icons.check)),
      el(
        "div",
        {},
        el("strong", {}, "Connected"),
        el("span", { class: "muted" }, accountName ?? subdomain ?? provider),
      ),
      button("Reconnect", "link", () => reconnect(old)),
    ),
    el(
      "dl",
      { class: "facts" },
      fact("Subdomain", subdomain),
      fact("API key", key),
      chips("Can use", granted),
      chips("Not checked", unverified),
      chips("Not granted", missing),
    ),
    el(
      "details",
      { open: "" },
      el("summary", {}, "What the backend received"),
      el("pre", { id: "result", tabindex: "0", "aria-label": "Backend answer" }, JSON.stringify(answer, null, 2)),
    ),
  );
}
