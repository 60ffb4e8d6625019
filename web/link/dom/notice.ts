import type { NoticeNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import { showStateIcon } from "./icons.ts";
import { domId, type NodeView } from "./node_view.ts";

/** A boxed sentence. */
export function noticeView(id: string): NodeView<NoticeNode> {
  const mark = element("span", "mark");
  const label = element("span", "notice-label");
  const root = element("p", "notice", [mark, label]);
  root.id = domId(id);
  return {
    root,
    target: root,
    update(node) {
      root.dataset["state"] = node.tone;
      showStateIcon(mark, node.tone);
      setText(label, node.label);
    },
    places: () => [
      { rect: id, element: root },
      { rect: `${id}/label`, element: label, within: id },
    ],
  };
}
