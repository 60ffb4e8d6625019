import { connectedCard, type Connection } from "./connected_card.ts";
import { button, el, icon, icons } from "./dom.ts";
import { showAnswer } from "./received.ts";

/** What is said of somebody else's part. */
export interface PendingLine {
  say(text: string): void;
  end(): void;
}

/** The place where the widget is opened and where the connections are. It outlives the views around it. */
export interface Integrations {
  element: HTMLElement;
  connect: HTMLButtonElement;
  /** For a wizard in the page. */
  place: HTMLElement;
  say(text: string): void;
  showConnection(answer: unknown): void;
  /** Those that were there before the page was loaded. */
  showKept(connections: readonly Connection[]): void;
  showPending(text: string): PendingLine;
}

const accountOf = ({ provider, subdomain }: Connection): string => JSON.stringify([provider, subdomain]);

export function createIntegrations(heading: string, lead: string, press: (old?: Connection) => void): Integrations {
  const connect = button("Connect ATS", "primary", () => press());
  const notice = el("p", { class: "notice", role: "status" });
  const cards = el("div", { class: "cards" });
  const status = el("span", { class: "muted" }, "Nothing connected yet");
  const pending = el("ul", { class: "pending", "aria-label": "Waiting", "aria-live": "polite", hidden: "" });
  const place = el("div", { class: "place", id: "wizard" });
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
    place,
    pending,
    notice,
  );
  const shown = new Map<string, HTMLElement>();
  /** The newest first; one card for an account. */
  const add = (connection: Connection): void => {
    const account = accountOf(connection);
    shown.get(account)?.remove();
    const card = connectedCard(connection, press);
    shown.set(account, card);
    cards.prepend(card);
    status.textContent = "Add another account, or reconnect one above";
  };
  return {
    element,
    connect,
    place,
    say: (text) => {
      notice.textContent = text;
    },
    showConnection(answer) {
      notice.textContent = "";
      add(answer ?? {});
      showAnswer(answer);
    },
    showKept: (connections) => connections.forEach(add),
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
