import type { TryIt, TryKey, TryValue } from "../../dev/try_it.ts";
import { keyToTry } from "../backend.ts";
import { el } from "../dom.ts";
import { copyButton } from "./copy.ts";

type Tell = Parameters<typeof copyButton>[1];

const names: Record<TryKey["use"], string> = {
  good: "Good",
  unknown: "Wrong",
  noPermission: "Without permission",
  otherAccount: "Of another account",
  rateLimited: "Asked too often",
  unavailable: "While the ATS is down",
};
const order = Object.keys(names) as TryKey["use"][];

/** What to copy. A secret is known by its end, and is fetched when it is copied: until then the page has none. */
async function whole({ kind, label, value }: TryValue, provider: string, use: TryKey["use"]): Promise<string> {
  if (kind !== "secret") return value;
  const found = (await keyToTry(provider, use)).find((each) => each.label === label);
  if (!found) throw new Error(`${provider} has no ${label}`);
  return found.value;
}

function entry(value: TryValue, of: string, text: () => Promise<string>, tell: Tell): HTMLElement {
  const code = el("code", {}, value.value);
  if (value.kind === "choice") return el("span", { class: "entry" }, el("span", { class: "muted" }, value.label), code);
  const name = of ? `Copy ${value.label}: ${of}` : `Copy ${value.label}`;
  return el("span", { class: "entry" }, code, copyButton({ label: "Copy", name, text }, tell));
}

/** What to enter for one ATS: its account once, and each key with what it does. */
export function keysList({ id, keys }: NonNullable<TryIt["providers"]>[number], tell: Tell): HTMLElement {
  const good = keys.find(({ use }) => use === "good")?.values ?? [];
  const account = good.filter(({ kind }) => kind !== "secret");
  const isOwn = (value: TryValue): boolean =>
    value.kind === "secret" || !account.some((same) => same.label === value.label && same.value === value.value);
  const rows = keys
    .toSorted((one, other) => order.indexOf(one.use) - order.indexOf(other.use))
    .map(({ use, meaning, values }) => {
      const own = values.filter(isOwn);
      const entries = own.map((value) => entry(value, names[use], () => whole(value, id, use), tell));
      return el(
        "li",
        {},
        el("div", { class: "key-text" }, el("strong", {}, names[use]), el("span", { class: "muted" }, meaning)),
        el("div", { class: "entries" }, ...entries),
      );
    });
  return el(
    "div",
    { class: "keys" },
    account.length > 0
      ? el(
          "dl",
          { class: "account" },
          ...account.map((value) =>
            el(
              "div",
              {},
              el("dt", {}, value.label),
              el(
                "dd",
                {},
                entry(value, "", () => whole(value, id, "good"), tell),
              ),
            ),
          ),
        )
      : null,
    el("ul", { "aria-label": "Keys" }, ...rows),
  );
}
