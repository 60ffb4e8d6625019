import { element, setAttribute, setText } from "./element.ts";
import type { Hooks } from "./hooks.ts";
import { icon } from "./icons.ts";
import { domId, type NodeView } from "./node_view.ts";

/** A button of the content; with the state "pressed" or "released" a toggle. */
export function buttonView(id: string, hooks: Hooks): NodeView {
  const label = element("span", "button-label");
  const root = element("button", "button", [label]);
  if (id.startsWith("show:")) root.prepend(icon("eye"));
  root.type = "button";
  root.id = domId(id);
  root.addEventListener("click", () => {
    if (root.ariaDisabled !== "true") hooks.act({ node: id, kind: "press" });
  });
  return {
    root,
    target: root,
    update(node) {
      setText(label, node.label);
      const toggles = node.state === "pressed" || node.state === "released";
      setAttribute(root, "aria-pressed", toggles ? String(node.state === "pressed") : null);
      setAttribute(root, "aria-controls", toggles && node.owner ? domId(node.owner) : null);
      // Not `disabled`: a focused control that becomes it would lose the focus.
      setAttribute(root, "aria-disabled", node.state === "disabled" ? "true" : null);
      root.classList.toggle("offered", Boolean(node.owner) && !toggles);
    },
    places: () => [{ rect: id, element: root }],
  };
}
