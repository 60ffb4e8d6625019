import { button, el, icon, icons } from "./dom.ts";

/** What the demo's backend answers after it has opened the sealed token. The key is masked there, not here. */
export interface Connection {
  provider?: string;
  subdomain?: string | null;
  accountName?: string | null;
  scopes?: { granted?: string[]; missing?: string[]; unverified?: string[] };
  key?: string;
}

let made = 0;

function chips(label: string, scopes: readonly string[] = []): HTMLElement | null {
  if (scopes.length === 0) return null;
  const items = scopes.map((scope) => el("li", { class: "chip" }, scope));
  return el("div", { class: "fact" }, el("dt", {}, label), el("dd", {}, el("ul", { class: "chips" }, ...items)));
}

function fact(label: string, value: string | null | undefined): HTMLElement | null {
  return value ? el("div", { class: "fact" }, el("dt", {}, label), el("dd", {}, value)) : null;
}

/** A friendly card over the backend's answer, with the way to mend the connection. */
export function connectedCard(old: Connection, reconnect: (old: Connection) => void): HTMLElement {
  const { provider, subdomain, accountName, scopes, key } = old;
  const { granted, missing, unverified } = scopes ?? {};
  const account = el("span", { class: "muted", id: `account-${String(++made)}` }, accountName ?? subdomain ?? provider);
  const again = button("Reconnect", "link", () => reconnect(old));
  // Several cards have the same button.
  again.setAttribute("aria-describedby", account.id);
  return el(
    "article",
    { class: "connected", "aria-labelledby": account.id },
    el(
      "header",
      {},
      el("span", { class: "tile good" }, icon(icons.check)),
      el("div", {}, el("strong", {}, "Connected"), account),
      again,
    ),
    el(
      "dl",
      { class: "facts" },
      fact("ATS", provider),
      fact("Subdomain", subdomain),
      fact("API key", key),
      chips("Can use", granted),
      chips("Not checked", unverified),
      chips("Not granted", missing),
    ),
  );
}
