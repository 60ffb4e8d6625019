import type { CheckNode } from "../view_model.ts";
import { element, setAttribute, setText } from "./element.ts";
import type { Hooks } from "./hooks.ts";
import { domId, type NodeView } from "./node_view.ts";

/** A native checkbox with its label; the whole row is its target. */
export function checkView(id: string, hooks: Hooks): NodeView<CheckNode> {
  const input = element("input", "check-box");
  input.type = "checkbox";
  input.id = domId(id);
  const label = element("span", "check-label");
  const root = element("label", "check", [input, label]);
  root.htmlFor = input.id;
  input.addEventListener("change", () => hooks.act({ node: id, kind: "toggle" }));
  return {
    root,
    target: input,
    update(node) {
      setText(label, node.label);
      // Its box stands where its words begin.
      setAttribute(root, "dir", label.dir);
      if (input.checked !== node.on) input.checked = node.on;
    },
    places: () => [
      { rect: id, element: root },
      { rect: `${id}/label`, element: label, within: id },
    ],
  };
}
