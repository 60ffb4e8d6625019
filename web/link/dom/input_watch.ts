import type { Hooks } from "./node_view.ts";

/** Escape, which node is focused, and the second half of a double click. Tab is never touched. */
export function watchInput(card: HTMLElement, hooks: Hooks, screen: () => string): void {
  let clickedOn = "";
  // On the document, which is all the wizard's: a click on its text or its ground leaves the focus on none of its parts.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !event.repeat && card.isConnected)
      hooks.act({ node: "escape", kind: "press" });
  });
  // The second click of a double click must not press what the first one brought there.
  card.addEventListener(
    "click",
    (event) => {
      const same = clickedOn === screen();
      clickedOn = screen();
      if (event.detail < 2 || same) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  card.addEventListener("focusin", ({ target }) => {
    const node = target instanceof HTMLElement ? (target.dataset["node"] ?? "") : "";
    // As the ring does: a control that was clicked is not marked as focused.
    hooks.focusMoved(node && (target as HTMLElement).matches(":focus-visible") ? node : "");
  });
  card.addEventListener("focusout", ({ relatedTarget }) => {
    if (!relatedTarget) hooks.focusMoved("");
  });
}
