import { element } from "./element.ts";

/** Two live regions, there and empty from the start. */
export interface Live {
  elements: HTMLElement[];
  announce(text: string, assertive: boolean): void;
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
  return {
    elements: [polite, assertive],
    announce(text, urgent) {
      clearTimeout(due);
      polite.textContent = "";
      assertive.textContent = "";
      // In a later task: NVDA and JAWS notice a change only across tasks, and a repeated sentence only after a clear.
      due = setTimeout(() => ((urgent ? assertive : polite).textContent = text), 50);
    },
  };
}
