import type { ErrorCode } from "../../types/index.ts";
import { HEADING_ID } from "../dom/body.ts";
import { focusDue } from "../dom/due_focus.ts";
import { element } from "../dom/element.ts";

export interface PlainScreen {
  heading: string;
  sentence: string;
  code?: ErrorCode;
  /** For whoever set the page up: which field is wrong. */
  detail?: string;
  buttons: { label: string; primary?: boolean; press(say: (sentence: string) => void): void }[];
}

/** The one screen that needs no module: what is wrong and what can be done. It never takes a key. */
export function showPlainScreen(root: HTMLElement, screen: PlainScreen): void {
  // Its words are in the page's script, in one language.
  Object.assign(document.documentElement, { lang: "en", dir: "ltr" });
  const heading = element("h1", "heading", [screen.heading]);
  heading.id = HEADING_ID;
  heading.tabIndex = -1;
  const body = element("div", "body", [heading, element("p", "lead", [screen.sentence])]);
  if (screen.detail) body.append(element("p", "text", [screen.detail]));
  if (screen.code) body.append(element("p", "code", [`Code: ${screen.code}`]));
  const answer = element("p", "text");
  answer.setAttribute("role", "status");
  body.append(answer);
  const actions = element("div", "actions");
  for (const { label, primary, press } of screen.buttons) {
    const button = element("button", primary ? "primary" : "secondary", [label]);
    button.type = "button";
    button.addEventListener("click", () => press((sentence) => (answer.textContent = sentence)));
    actions.append(button);
  }
  const sheet = element("div", "sheet", [body]);
  const card = element("section", "card text-view plain", [
    element("div", "scroll", [sheet]),
    element("footer", "foot", [actions]),
  ]);
  card.setAttribute("role", "dialog");
  card.ariaModal = "true";
  card.setAttribute("aria-labelledby", HEADING_ID);
  root.replaceChildren(card);
  // Without the style sheet it would still be seen.
  root.ownerDocument.querySelector(".loading")?.remove();
  root.ariaBusy = null;
  focusDue(heading);
}
