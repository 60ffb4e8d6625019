import { connectedCard, type Connection } from "./connected_card.ts";
import { button, el, icon, icons } from "./dom.ts";

/** The place where the widget is opened and where the backend's answer is shown. It outlives the views around it. */
export interface Integrations {
  element: HTMLElement;
  connect: HTMLButtonElement;
  say(text: string): void;
  showConnection(answer: unknown): void;
  /** A line for what somebody else has yet to do. */
  showPending(text: string): { say(text: string): void; end(): void };
}

export function createIntegrations(heading: string, lead: string, press: (old?: Connection) => void): Integrations {
  const connect = button("Connect ATS", "primary", () => press());
  const notice = el("p", { class: "notice", role: "status" });
  const cards = el("div", { class: "cards" });
  const status = el("span", { class: "muted" }, "Nothing connected yet");
  const pending = el("ul", { class: "pending", "aria-label": "Waiting", "aria-live": "polite", hidden: "" });
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
    pending,
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
    showPending(text) {
      const line = el("li", {}, text);
      pending.hidden = false;
      pending.append(line);
      return {
        say(next) {
          // What is said anew is also announced anew.
          if (line.textContent !== next) line.textContent = next;
        },
        end() {
          line.remove();
          pending.hidden = pending.children.length === 0;
        },
      };
    },
  };
}
