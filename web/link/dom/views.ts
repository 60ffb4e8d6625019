import type { ViewNode } from "../view_model.ts";
import { addressView, headingView, noticeView, statusView, stepView, textView } from "./text_nodes.ts";
import { buttonView, linkView, revealView } from "./pressable.ts";
import { choiceView } from "./choice.ts";
import { fieldView } from "./field.ts";
import type { Hooks, NodeView } from "./node_view.ts";
import { listView } from "./list.ts";
import { pictureView } from "./picture.ts";
import { snippetView } from "./snippet.ts";

/** The elements of a node, by its kind. */
export function createView(node: ViewNode, hooks: Hooks): NodeView {
  switch (node.kind) {
    case "text":
      return textView(node.id);
    case "heading":
      return headingView(node.id);
    case "list":
      return listView(node.id);
    case "choice":
      return choiceView(node.id, hooks);
    case "field":
      return fieldView(node, hooks);
    case "step":
      return stepView(node.id);
    case "snippet":
      return snippetView(node.id, hooks);
    case "link":
      return linkView(node.id, hooks);
    case "button":
      return buttonView(node.id, hooks);
    case "reveal":
      return revealView(node, hooks);
    case "address":
      return addressView(node.id);
    case "status":
      return statusView(node.id);
    case "notice":
      return noticeView(node.id);
    case "picture":
      return pictureView(node.id);
  }
}
