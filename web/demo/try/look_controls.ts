import { el } from "../dom.ts";
import { type Choices, languages, usual, wrongWith } from "./choices.ts";
import { segmented, select, textField } from "./controls.ts";

/** How a language calls itself, with its own capital. */
function ownName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** Theme, language and place of the wizard. */
export function lookControls(change: (patch: Partial<Choices>) => void): HTMLElement {
  const picker = el("input", { type: "color", value: "#4338ca", "aria-label": "Pick the accent colour" });
  const accent = textField(
    { label: "Accent colour", placeholder: "#4338ca" },
    (value) => wrongWith("accent", value),
    (value) => {
      if (value && wrongWith("accent", value) === null) picker.value = value.toLowerCase();
      change({ accent: value });
    },
    picker,
  );
  picker.addEventListener("input", () => {
    accent.input.value = picker.value;
    accent.look();
  });
  const radius = textField(
    { label: "Corner radius in px", placeholder: "10", numeric: true },
    (value) => wrongWith("radius", value),
    (value) => change({ radius: value }),
  );
  const named = languages.map((code) => ({ value: code, label: ownName(code), lang: code }));
  const language = select("Language", [{ value: "", label: "As the browser’s" }, ...named], (locale) =>
    change({ locale }),
  );
  return el(
    "div",
    { class: "controls" },
    segmented(
      "Scheme",
      [
        ["system", "System"],
        ["light", "Light"],
        ["dark", "Dark"],
      ],
      usual.scheme,
      (scheme) => change({ scheme: scheme as Choices["scheme"] }),
    ),
    segmented(
      "Density",
      [
        ["comfortable", "Comfortable"],
        ["compact", "Compact"],
      ],
      usual.density,
      (density) => change({ density: density as Choices["density"] }),
    ),
    el("div", { class: "pair" }, accent.element, radius.element),
    language.element,
    segmented(
      "Where",
      [
        ["dialog", "In a dialog"],
        ["inline", "In the page"],
      ],
      usual.place,
      (place) => change({ place: place as Choices["place"] }),
    ),
  );
}
