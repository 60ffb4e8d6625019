import type { TryIt, TryKey, TryValue } from "../../dev/try_it.ts";
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

/** A key itself stands nowhere on the page: it is copied, and known by its end. */
const shown = ({ kind, value }: TryValue): string => (kind === "secret" ? `••••${value.slice(-4)}` : value);

function entry(value: TryValue, of: string, tell: Tell): HTMLElement {
  const code = el("code", {}, shown(value));
  if (value.kind === "choice") return el("span", { class: "entry" }, el("span", { class: "muted" }, value.label), code);
  const name = of ? `Copy ${value.label}: ${of}` : `Copy ${value.label}`;
  return el("span", { class: "entry" }, code, copyButton({ label: "Copy", name, text: () => value.value }, tell));
}

/** What to enter for one ATS: its account once, and each key with what it does. */
export function keysList({ keys }: NonNullable<TryIt["providers"]>[number], tell: Tell): HTMLElement {
  const good = keys.find(({ use }) => use === "good")?.values ?? [];
  const account = good.filter(({ kind }) => kind !== "secret");
  const isOwn = (value: TryValue): boolean =>
    value.kind === "secret" || !account.some((same) => same.label === value.label && same.value === value.value);
  const rows = keys
    .toSorted((one, other) => order.indexOf(one.use) - order.indexOf(other.use))
    .map(({ use, meaning, values }) => {
      const own = values.filter(isOwn);
      const entries = own.map((value) => entry(value, names[use], tell));
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
          ...account.map((value) => el("div", {}, el("dt", {}, value.label), el("dd", {}, entry(value, "", tell)))),
        )
      : null,
    el("ul", { "aria-label": "Keys" }, ...rows),
  );
}
