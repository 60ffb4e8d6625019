import { some } from "../types/plain_text.ts";
import { addButton, drop, pin } from "./frame.ts";
import { createRoot } from "./guard.ts";

/**
 * The button that brings the wizard back, over whatever the host shows meanwhile. A modal makes all that is outside of it
 * dead, or keeps the focus inside; so the button goes into the modal on top, again and again as modals come and go.
 */
export function createWayBack(press: () => void): () => void {
  const box = createRoot(() => {});
  box.popover = "manual";
  pin(box, "all:initial;position:fixed;inset:auto 16px 16px auto;");
  const button = addButton(box, "Continue connecting", press);

  const place = (): void => {
    let parent: ParentNode = document.body;
    some(document.querySelectorAll("[role$=dialog],:modal"), (modal) => {
      // Beside what the modal's own panel holds: a press on the rest of it may close it.
      if (modal.checkVisibility()) parent = modal.querySelector("button,input")?.parentNode ?? modal;
    });
    if (parent !== box && parent !== box.parentNode) parent.append(box);
    box.inert = false;
    box.ariaHidden = null;
    box.showPopover();
  };
  place();
  button.focus();
  const timer = setInterval(place, 250);
  return () => {
    drop(box);
    clearInterval(timer);
  };
}
