import type { ExitReason } from "../../types/index.ts";
import type { Action } from "../dom/node_view.ts";
import { typedValue } from "../dom/typed.ts";

/** Something that was done to the first screen, for the page's own script to do. */
export type Done = Action | "text_view";

/** What is known of the search, whose element stays. */
export interface Typing {
  composed: Element | null;
  told: string;
}

interface Given {
  card: HTMLElement;
  signal: AbortSignal;
  done(act: Done): void;
  /** Nothing is lost by closing now. */
  leave(reason: ExitReason): void;
}

/** Tells what is done to the card as its elements' own script would, until the signal. */
export function watchActs({ card, signal, done, leave }: Given): Typing {
  const typing: Typing = { composed: null, told: "" };
  const search = card.querySelector("[data-node=search]") as HTMLInputElement;
  let acted = false;
  const on = <Type extends keyof DocumentEventMap>(type: Type, hear: (event: DocumentEventMap[Type]) => void): void =>
    document.addEventListener(type, hear, { signal });
  const act = (made: Done): void => {
    acted = true;
    done(made);
  };
  const tell = (): void => {
    if (typing.composed || search.value === typing.told) return;
    typing.told = search.value;
    act({ node: "search", kind: "input", value: typedValue(search.value) });
  };
  on("click", ({ target }) => {
    const node = (target as Element).closest<HTMLElement>("button")?.dataset["node"];
    if (node === "text_view") {
      done(node);
      const isWished = !card.classList.toggle("early");
      (card.querySelector("[role=switch]") as HTMLElement).ariaChecked = String(isWished);
    } else if (node) {
      act({ node, kind: "press" });
      if (node === "close") leave("user_closed");
    }
  });
  on("compositionstart", () => (typing.composed = search));
  on("compositionend", () => {
    typing.composed = null;
    tell();
  });
  for (const type of ["input", "change"] as const) on(type, tell);
  on("keydown", ({ key, repeat }) => {
    if (typing.composed || repeat) return;
    if (key === "Escape") {
      if (!acted) leave("escape");
      act({ node: "escape", kind: "press" });
    }
    if (key === "Enter" && document.activeElement === search) act({ node: "search", kind: "submit" });
  });
  on("submit", (event) => event.preventDefault());
  return typing;
}
