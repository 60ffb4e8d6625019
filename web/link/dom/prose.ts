import type { TextNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import { domId, type NodeView } from "./node_view.ts";

function prose(tag: "p" | "h2", classes: string, id: string): NodeView<TextNode> {
  const root = element(tag, classes);
  root.id = domId(id);
  return {
    root,
    target: root,
    update: (node) => setText(root, node.label),
    places: () => [{ rect: id, element: root }],
  };
}

export const textView = (id: string): NodeView<TextNode> => prose("p", "text", id);
export const headingView = (id: string): NodeView<TextNode> => prose("h2", "section", id);
