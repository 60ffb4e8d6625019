import { element, setText } from "./element.ts";
import { domId, type NodeView } from "./node_view.ts";

function prose(tag: "p" | "h2", classes: string, id: string): NodeView {
  const root = element(tag, classes);
  root.id = domId(id);
  return {
    root,
    target: root,
    update: (node) => setText(root, node.label),
    places: () => [{ rect: id, element: root }],
  };
}

export const textView = (id: string): NodeView => prose("p", "text", id);
export const headingView = (id: string): NodeView => prose("h2", "section", id);
