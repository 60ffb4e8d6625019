import type { AddressNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import { domId, type NodeView } from "./node_view.ts";

/** An address with the part marked that is asked for. It runs from left to right in any language. */
export function addressView(id: string): NodeView<AddressNode> {
  const label = element("p", "address-label");
  const before = element("span", "address-piece");
  const part = element("mark", "address-piece");
  const after = element("span", "address-piece");
  const line = element("p", "address-line", [before, part, after]);
  line.dir = "ltr";
  line.translate = false;
  const root = element("div", "address", [label, line]);
  root.id = domId(id);
  return {
    root,
    target: root,
    update(node) {
      setText(label, node.label);
      setText(before, node.before);
      setText(part, node.part);
      setText(after, node.after);
    },
    places: () => [
      { rect: id, element: root },
      ...(["label", "before", "part", "after"] as const).map((name) => ({
        rect: `${id}/${name}`,
        element: { label, before, part, after }[name],
        within: id,
      })),
    ],
  };
}
