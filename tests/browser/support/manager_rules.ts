import type { Frame } from "playwright-core";

/** What the published rules found in one document. */
export interface Judged {
  /** Names of the fields that were looked at. */
  fields: string[];
  /** `field: rule`, for each rule that a field breaks. */
  faults: string[];
}

/**
 * Applies to every field of a document the rules by which password managers decide whether they may fill it: those of
 * Bitwarden (`dom-element-visibility.service.ts`) and of KeePassXC-Browser (`content/ui.js`, `content/fields.js`), the
 * stricter one where they differ.
 */
export const judgeFields = (frame: Frame): Promise<Judged> =>
  frame.evaluate(() => {
    const tokens = ["on", "off", "username", "email", "current-password", "one-time-code", "organization", "url"];
    const up = (from: Element): Element[] => (from.parentElement ? [from, ...up(from.parentElement)] : [from]);
    const rules: Record<string, (field: HTMLInputElement | HTMLSelectElement) => boolean> = {
      "is opaque": (field) =>
        up(field).reduce((product, part) => product * Number(getComputedStyle(part).opacity), 1) >= 0.7,
      "is visible": (field) => field.checkVisibility({ visibilityProperty: true }),
      "is 60 by 10 px or more": (field) => field.offsetWidth >= 60 && field.offsetHeight >= 10,
      "is not clipped": (field) => up(field).every((part) => getComputedStyle(part).clipPath === "none"),
      "lies in the document": (field) => {
        const box = field.getBoundingClientRect();
        const { scrollWidth, scrollHeight } = document.documentElement;
        return box.left >= 0 && box.top >= 0 && box.right <= scrollWidth && box.bottom <= scrollHeight;
      },
      "is hit at its centre": (field) => {
        const box = field.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return hit === field || hit?.closest("label")?.control === field;
      },
      "is in a form of the document": (field) => field.form !== null && [...document.forms].includes(field.form),
      "has a label in words": (field) => [...(field.labels ?? [])].some((label) => label.innerText.trim().length > 1),
      "has a name": (field) => field.name !== "",
      "says what browsers may fill in": (field) => tokens.includes(field.getAttribute("autocomplete") ?? ""),
    };
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")].filter(
      (field) => field.type !== "checkbox",
    );
    const faults = fields.flatMap((field) => {
      field.scrollIntoView({ block: "nearest" });
      return Object.entries(rules).flatMap(([rule, holds]) => (holds(field) ? [] : [`${field.name}: ${rule}`]));
    });
    return { fields: fields.map(({ name }) => name), faults };
  });
