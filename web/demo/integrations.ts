import { connectedCard, type Connection } from "./connected_card.ts";
import { button, el, icon, icons } from "./dom.ts";

/** The place where the widget is opened and where the backend's answer is shown. It outlives the views around it. */
export interface Integrations {
  element: HTMLElement;
  connect: HTMLButtonElement;
  say(text: string): void;
  showConnection(answer: unknown): void;
}

export function createIntegrations(heading: string, lead: string, press: (old?: Connection) => void): Integrations {
  const connect = button("Connect ATS", "primary", () => press());
  const notice = el("p", { class: "notice", role: "status" });
  const cards = el("div", { class: "cards" });
  const status = el("span", { class: "muted" }, "Nothing connected yet");
  const invitation = el(
    "div",
    { class: "integration" },
    el("span", { class: "tile" }, icon(icons.plug)),
    el("div", { class: "integration-text" }, el("strong", {}, "Applicant tracking system"), status),
    connect,
  );
  const element = el(
    "section",
    { class: "integrations", "aria-labelledby": "integrations-title" },
    el("h3", { id: "integrations-title" }, heading),
    el("p", { class: "muted" }, lead),
    cards,
    invitation,
    notice,
  );
  return {
    element,
    connect,
    say: (text) => {
      notice.textContent = text;
    },
    showConnection(answer) {
      notice.textContent = "";
      status.textContent = "Replace the connection above, or add another";
      cards.replaceChildren(connectedCard(answer, press));
    },
  };
}
