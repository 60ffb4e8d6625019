import type { ErrorCode } from "../../types/index.ts";
import { HEADING_ID } from "../dom/body.ts";
import { make } from "../dom/make.ts";
import { focusDue } from "../dom/focus.ts";

interface PlainScreen {
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
  const heading = make("h1", "heading", [screen.heading]);
  heading.id = HEADING_ID;
  heading.tabIndex = -1;
  const body = make("div", "body", [heading, make("p", "lead", [screen.sentence])]);
  if (screen.detail) body.append(make("p", "text", [screen.detail]));
  if (screen.code) body.append(make("p", "code", [`Code: ${screen.code}`]));
  const answer = make("p", "text");
  answer.setAttribute("role", "status");
  body.append(answer);
  const actions = make("div", "actions");
  for (const { label, primary, press } of screen.buttons) {
    const button = make("button", primary ? "primary" : "secondary", [label]);
    button.type = "button";
    button.addEventListener("click", () => press((sentence) => (answer.textContent = sentence)));
    actions.append(button);
  }
  const sheet = make("div", "sheet", [body]);
  const card = make("section", "card text-view plain", [
    make("div", "scroll", [sheet]),
    make("footer", "foot", [actions]),
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

export interface PlainContact {
  url?: string;
  email?: string;
}

interface Ways {
  /** Absent where nobody can be told, as in a page of its own. */
  close?: () => void;
  contact?: PlainContact;
}

const closeButton = ({ close }: Ways): PlainScreen["buttons"] => (close ? [{ label: "Close", press: close }] : []);

function helpSentence({ url, email }: PlainContact = {}): string {
  const where = [url, email].filter(Boolean).join(" or ");
  return where
    ? `You can reach support at ${where}.`
    : "Tell the people who sent you here that this page does not load, and give them the code above.";
}

export const loadFailed = (ways: Ways & { retry: () => void }): PlainScreen => ({
  heading: "This page did not load",
  sentence: "Check your internet connection and try again. Nothing you typed was sent.",
  code: "LOAD_FAILED",
  buttons: [
    { label: "Try again", primary: true, press: ways.retry },
    { label: "Get help", press: (say) => say(helpSentence(ways.contact)) },
    ...closeButton(ways),
  ],
});

export const configInvalid = (problem: string, ways: Ways): PlainScreen => ({
  heading: "This page is not set up yet",
  sentence: "Tell the people who sent you here. They can correct it with the line below.",
  code: "CONFIG_INVALID",
  detail: `link.config.json: ${problem}`,
  buttons: closeButton(ways),
});

const refusals: Partial<Record<ErrorCode, { heading: string; sentence: string }>> = {
  ORIGIN_NOT_ALLOWED: {
    heading: "This page cannot be shown here",
    sentence: "The site around it is not on this page’s list. Go back to the app you came from and start there.",
  },
  INSECURE_CONTEXT: {
    heading: "This page needs a secure connection",
    sentence: "Its address has to start with https, and so does that of the site around it.",
  },
  SESSION_EXPIRED: {
    heading: "This link does not work any more",
    sentence: "Ask the person who sent it to you for a new one.",
  },
  VERSION_MISMATCH: {
    heading: "This page and the app do not fit together",
    sentence:
      "They are of different versions. Reload the app and start again. If that does not help, tell the people who run it.",
  },
};

export function refused(code: ErrorCode, ways: Ways, detail?: string): PlainScreen {
  const words = refusals[code] ?? {
    heading: "Something went wrong",
    sentence: "Close this page and start again from the app you came from.",
  };
  return { ...words, code, ...(detail && { detail }), buttons: closeButton(ways) };
}

/** A hosted link that mail or chat programs cut: nobody can tell whether it is still good. */
export const damaged: PlainScreen = {
  heading: "This link is damaged",
  sentence:
    "A part of it was lost on the way. Open it again from the message it came in, whole, or ask the person who sent it to you for a new one.",
  code: "CONFIG_INVALID",
  buttons: [],
};

export const alone: PlainScreen = {
  heading: "Nothing to connect here yet",
  sentence: "This page opens from the app that you want to connect. Go back to that app and start there.",
  code: "ORIGIN_NOT_ALLOWED",
  buttons: [],
};

/** `seen`: by this page itself, and not only by the host's word. */
export const connected = (seen: boolean, ways: Ways): PlainScreen => ({
  ...finished,
  ...(seen && { heading: "Your ATS is connected" }),
  buttons: closeButton(ways),
});

export const finished: PlainScreen = {
  heading: "You can close this page",
  sentence: "There is nothing more to do here.",
  buttons: [],
};
