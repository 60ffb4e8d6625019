import { element, isEnglish, setForeign } from "./element.ts";

/** Two live regions, there and empty from the start. */
export interface Live {
  elements: HTMLElement[];
  announce(text: string, assertive: boolean): void;
  /** Another screen speaks for itself: what is said or about to be said of the old one is dropped. */
  hush(): void;
}

export function createLive(): Live {
  const region = (role: "status" | "alert"): HTMLElement => {
    const made = element("div", "live");
    made.setAttribute("role", role);
    return made;
  };
  const polite = region("status");
  const assertive = region("alert");
  let due: ReturnType<typeof setTimeout> | undefined;
  const hush = (): void => {
    clearTimeout(due);
    polite.textContent = "";
    assertive.textContent = "";
  };
  return {
    elements: [polite, assertive],
    hush,
    announce(text, urgent) {
      hush();
      // In a later task: NVDA and JAWS notice a change only across tasks, and a repeated sentence only after a clear.
      const target = urgent ? assertive : polite;
      setForeign(target, isEnglish(text));
      due = setTimeout(() => (target.textContent = text), 50);
    },
  };
}
