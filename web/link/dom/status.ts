import type { StatusNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import { showStateIcon } from "./icons.ts";
import { domId, type NodeView } from "./node_view.ts";

/** One line of progress; lines in a row are grouped into one list. */
export function statusView(id: string): NodeView<StatusNode> {
  const mark = element("span", "mark");
  const label = element("span", "item-label");
  const help = element("span", "item-detail");
  const root = element("li", "status", [mark, element("span", "item-words", [label, " ", help])]);
  root.id = domId(id);
  return {
    root,
    target: root,
    update(node) {
      root.dataset["state"] = node.phase;
      showStateIcon(mark, node.phase);
      setText(label, node.label);
      setText(help, node.help);
    },
    places: () => [
      { rect: id, element: root },
      { rect: `${id}/label`, element: label, within: id },
      { rect: `${id}/help`, element: help, within: id },
    ],
  };
}
