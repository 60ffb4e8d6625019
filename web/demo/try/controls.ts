import { el } from "../dom.ts";

let made = 0;
const newId = (): string => `try-${String(++made)}`;

/** One of a few, side by side. */
export function segmented(
  legend: string,
  options: readonly (readonly [value: string, label: string])[],
  first: string,
  change: (value: string) => void,
): HTMLElement {
  const group = newId();
  const parts = options.map(([value, label]) => {
    const input = el("input", { type: "radio", name: group, value });
    input.checked = value === first;
    input.addEventListener("change", () => change(value));
    return el("label", {}, input, el("span", {}, label));
  });
  return el("fieldset", { class: "segmented" }, el("legend", {}, legend), el("div", {}, ...parts));
}

export function select(
  label: string,
  options: readonly { value: string; label: string; lang?: string }[],
  change: (value: string) => void,
): { element: HTMLElement; input: HTMLSelectElement } {
  const id = newId();
  const input = el(
    "select",
    { id },
    ...options.map((option) =>
      el("option", { value: option.value, ...(option.lang && { lang: option.lang }) }, option.label),
    ),
  );
  input.addEventListener("change", () => change(input.value));
  return { element: el("div", { class: "control" }, el("label", { for: id }, label), input), input };
}

/** A text field that says at once what is wrong with it, and takes what is right. */
export function textField(
  { label, placeholder, numeric = false }: { label: string; placeholder: string; numeric?: boolean },
  wrongWith: (value: string) => string | null,
  change: (value: string) => void,
  ...beside: Node[]
): { element: HTMLElement; input: HTMLInputElement; look(): void } {
  const [id, error] = [newId(), newId()];
  const input = el("input", { id, placeholder, autocomplete: "off", spellcheck: "false", "aria-describedby": error });
  if (numeric) input.inputMode = "numeric";
  const said = el("p", { id: error, class: "wrong", "aria-live": "polite" });
  const look = (): void => {
    const wrong = wrongWith(input.value.trim());
    said.textContent = wrong;
    input.ariaInvalid = wrong === null ? null : "true";
    change(input.value.trim());
  };
  input.addEventListener("change", look);
  // What is being mended is looked at with each letter.
  input.addEventListener("input", () => {
    if (input.ariaInvalid || wrongWith(input.value.trim()) === null) look();
  });
  const row = el("div", { class: "field-row" }, input, ...beside);
  return { element: el("div", { class: "control" }, el("label", { for: id }, label), row, said), input, look };
}
