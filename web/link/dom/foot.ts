import type { ViewButton, ViewModel } from "../view_model.ts";
import { FORM_ID } from "./body.ts";
import { arrange, element, setAttribute, setText } from "./element.ts";
import type { Hooks, Place } from "./node_view.ts";

/** The primary button and those below it, Get help, and the Text view switch. */
export interface Foot {
  root: HTMLElement;
  /** `fresh`: another screen, so other buttons, even if they are called the same. */
  update(view: ViewModel, fresh: boolean, isForm: boolean): void;
  setTextView(on: boolean): void;
  places(): Place[];
}

function actionButton(classes: string, press: () => void): HTMLButtonElement {
  const button = element("button", classes);
  button.addEventListener("click", (event) => {
    // The submit button of a form acts through the form's submit event, as Enter does; a host's sandbox without
    // `allow-forms` lets the click through and swallows the event, so it is sent again if it did not come.
    const { form } = button;
    if (button.ariaDisabled === "true") event.preventDefault();
    else if (button.type === "button") press();
    else if (form) {
      let came = false;
      form.addEventListener("submit", () => (came = true), { once: true });
      setTimeout(() => came || form.dispatchEvent(new Event("submit", { cancelable: true })));
    }
  });
  return button;
}

export function createFoot(hooks: Hooks): Foot {
  const actions = element("div", "actions");
  const help = element("button", "foot-button");
  help.type = "button";
  help.dataset["node"] = "help";
  help.addEventListener("click", () => hooks.act({ node: "help", kind: "press" }));
  const textView = element("button", "foot-button switch");
  textView.type = "button";
  textView.dataset["node"] = "text_view";
  textView.setAttribute("role", "switch");
  textView.addEventListener("click", () => hooks.toggleTextView());
  const root = element("footer", "foot", [actions, element("div", "foot-links", [help, textView])]);
  let primary: HTMLButtonElement | null = null;
  let secondary: HTMLButtonElement[] = [];

  const show = (button: HTMLButtonElement, { id, label, disabled }: ViewButton): HTMLButtonElement => {
    button.dataset["node"] = id;
    setText(button, label);
    setAttribute(button, "aria-disabled", disabled ? "true" : null);
    return button;
  };
  return {
    root,
    update(view, fresh, isForm) {
      if (fresh) {
        primary = null;
        secondary = [];
      }
      setText(help, view.helpLabel);
      setText(textView, view.textViewLabel);
      const wanted: HTMLButtonElement[] = [];
      if (view.primary) {
        primary ??= actionButton("primary", () => hooks.act({ node: "primary", kind: "press" }));
        primary.type = isForm ? "submit" : "button";
        if (isForm) primary.setAttribute("form", FORM_ID);
        wanted.push(show(primary, view.primary));
      } else primary = null;
      secondary = view.secondary.map((button, index) =>
        show(
          secondary[index] ??
            Object.assign(
              actionButton("secondary", () => hooks.act({ node: `secondary:${index}`, kind: "press" })),
              { type: "button" },
            ),
          button,
        ),
      );
      arrange(actions, [...wanted, ...secondary]);
    },
    setTextView: (on) => textView.setAttribute("aria-checked", String(on)),
    places: () => [
      ...(primary ? [{ rect: "primary", element: primary }] : []),
      ...secondary.map((button, index) => ({ rect: `secondary:${index}`, element: button })),
      { rect: "help", element: help },
      { rect: "text_view", element: textView },
    ],
  };
}
