import type { StepNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import { domId, type NodeView } from "./node_view.ts";

/** An item of the numbered list, which counts by itself. What belongs to the step is put in below its words. */
export function stepView(id: string): NodeView<StepNode> {
  const label = element("p", "step-label");
  const root = element("li", "step", [label]);
  root.id = domId(id);
  return {
    root,
    target: label,
    update: (node) => setText(label, node.label),
    places: () => [{ rect: id, element: label }],
  };
}
