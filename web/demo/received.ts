import { whatIsKept } from "./backend.ts";
import { el } from "./dom.ts";

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const block = (label: string, id?: string): HTMLPreElement =>
  el("pre", { tabindex: "0", role: "group", "aria-label": label, ...(id && { id }) });

const result = block("Backend answer", "result");
const sealed = block("What the token held");
const seen = block("What this page saw");
const nothing = el(
  "p",
  { class: "muted" },
  "Nothing yet. Connect an account, and what your backend has of it stands here.",
);
const tokenPart = el(
  "div",
  { hidden: "" },
  el("h4", {}, "What the token held"),
  el("p", { class: "muted" }, "Opened with the backend’s private key. The demo masks secrets before it shows them."),
  sealed,
);
const pagePart = el(
  "div",
  { hidden: "" },
  el("h4", {}, "What this page saw"),
  el("p", { class: "muted" }, "The same token without that key: a header, and nothing else that can be read."),
  seen,
);
const answerPart = el("div", {});

/** What came of a connection, as the backend and as this page have it. */
export function receivedPart(): HTMLElement {
  return el("div", { class: "received" }, nothing, answerPart, tokenPart, pagePart);
}

/** What the backend answered, as it stands: `#result` is there once something was connected on this page. */
export function showAnswer(answer: unknown): void {
  result.textContent = json(answer);
  nothing.hidden = true;
  answerPart.replaceChildren(result);
  // It is no part of the answer, and a page that lacks it lacks no more.
  void whatIsKept().then(
    ({ token }) => showShape(token),
    () => undefined,
  );
}

export function showShape(token: object | undefined): void {
  tokenPart.hidden = token === undefined;
  if (token) sealed.textContent = json(token);
}

/** A compact JWE has five parts, of which the first is read by anybody; with `post` the page has a reference alone. */
export function showToken(publicToken: string): void {
  const [header = "", ...rest] = publicToken.split(".");
  const lengths = ["encrypted key", "iv", "ciphertext", "tag"].map(
    (name, at) => [name, `${String(rest[at]?.length ?? 0)} characters`] as const,
  );
  seen.textContent =
    rest.length === 4
      ? json({
          header: JSON.parse(atob(header.replaceAll("-", "+").replaceAll("_", "/"))) as unknown,
          ...Object.fromEntries(lengths),
        })
      : json({ reference: publicToken });
  pagePart.hidden = false;
}
