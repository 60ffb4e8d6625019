import type { ViewModel } from "../view_model.ts";
import { element, setText } from "./element.ts";
import type { Place } from "./node_view.ts";

/** The button that leads to the field while that is out of sight; the style sheet takes it away where the two stand side by side. */
export interface Jump {
  root: HTMLButtonElement;
  update(view: ViewModel): void;
  /** In the foot, with the room above it; 0 where it is not there. */
  height(): number;
  places(): Place[];
}

export function createJump(find: (node: string) => HTMLElement | undefined): Jump {
  const root = element("button", "secondary jump");
  root.type = "button";
  root.hidden = true;
  let to = "";
  root.dataset["node"] = "jump";
  root.addEventListener("click", () => {
    const field = find(to);
    field?.focus({ preventScroll: true });
    // With its name above it.
    if (field instanceof HTMLInputElement) field.labels?.[0]?.scrollIntoView({ block: "start" });
  });
  // Where the window grew to two columns it goes away under the focus, which is then the field's.
  let held = false;
  root.addEventListener("focus", () => (held = true));
  root.addEventListener("blur", () => (held &&= !root.offsetHeight));
  new ResizeObserver(() => {
    if (!held || root.offsetHeight) return;
    held = false;
    if ([root, document.body].includes(document.activeElement as HTMLElement)) find(to)?.focus();
  }).observe(root);
  return {
    root,
    update({ jump }) {
      to = jump?.to ?? "";
      setText(root, jump?.label);
    },
    height: () => root.offsetHeight && root.offsetHeight + 4,
    places: () => (to ? [{ rect: "jump", element: root }] : []),
  };
}
