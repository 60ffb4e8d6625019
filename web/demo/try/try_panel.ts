import type { TryIt } from "../../dev/try_it.ts";
import { preload } from "../../opener/index.ts";
import { button, el } from "../dom.ts";
import type { Integrations } from "../integrations.ts";
import { type Choices, usual } from "./choices.ts";
import { select } from "./controls.ts";
import { invitePart } from "./invite_part.ts";
import { keysList } from "./keys_list.ts";
import { lookControls } from "./look_controls.ts";

export interface TryPanel {
  integrations: Integrations;
  /** What this machine has to try it with. */
  asked: Promise<TryIt>;
  open(): void;
  change(choices: Choices): void;
}

/** Everything that a visitor can try: a key, a look, the wizard itself, an invitation. */
export function tryPanel({ integrations, asked, open, change }: TryPanel): HTMLElement {
  let choices = usual;
  const choose = (patch: Partial<Choices>): void => change((choices = { ...choices, ...patch }));
  const keys = el("div", {}, el("p", { class: "muted" }, "Loading the keys"));
  const said = el("p", { class: "told muted", role: "status" });
  const byHand = el("input", { readonly: "", "aria-label": "To copy by hand", hidden: "" });
  const tell = (text: string, value?: string): void => {
    said.textContent = text;
    byHand.hidden = value === undefined;
    byHand.value = value ?? "";
    if (value !== undefined) byHand.select();
  };
  let ats = "workable";
  const direct = el("input", { type: "checkbox" });
  const sendAts = (): void => choose({ provider: direct.checked ? ats : "" });
  direct.addEventListener("change", sendAts);

  const showKeys = ({ providers }: TryIt): void => {
    if (!providers)
      return keys.replaceChildren(
        el("p", { class: "muted" }, "There is no sandbox here: the keys are those of your upstream."),
      );
    const list = el("div", {});
    const show = (): void => {
      const found = providers.find(({ id }) => id === ats);
      list.replaceChildren(...(found ? [keysList(found, tell)] : []));
    };
    const picked = select(
      "ATS",
      providers.map(({ id, name }) => ({ value: id, label: name })),
      (id) => {
        ats = id;
        tell("");
        show();
        sendAts();
      },
    );
    picked.input.value = ats;
    show();
    keys.replaceChildren(
      picked.element,
      list,
      said,
      byHand,
      el("label", { class: "check" }, direct, el("span", {}, "Begin with this ATS")),
    );
  };
  void asked.then(showKeys, () =>
    keys.replaceChildren(el("p", { class: "wrong" }, "The keys could not be loaded. Reload this page.")),
  );

  const element = el(
    "aside",
    { class: "panel try", "aria-labelledby": "try-title" },
    el("h2", { id: "try-title" }, "Try it"),
    el("p", { class: "muted" }, "All of it runs on this machine, against a sandbox. The keys open nothing else."),
    button("Open the wizard", "primary", open),
    el(
      "div",
      { class: "try-parts" },
      el("section", {}, el("h3", {}, "A key to enter"), keys),
      el("section", {}, el("h3", {}, "How it looks"), lookControls(choose)),
      el(
        "section",
        {},
        el("h3", {}, "Somebody else’s key"),
        invitePart(integrations, () => ats),
      ),
    ),
  );
  // Who is here is about to open it.
  const warm = (): void => {
    for (const sign of signs) element.removeEventListener(sign, warm);
    void asked.then(({ linkUrl }) => preload({ linkUrl })).catch(() => undefined);
  };
  const signs = ["pointerenter", "focusin"];
  for (const sign of signs) element.addEventListener(sign, warm);
  return element;
}
