import type { Item, ListNode } from "../view_model.ts";
import { arrange, element, setText } from "./element.ts";
import { showStateIcon } from "./icons.ts";
import { domId, type NodeView, type Place } from "./node_view.ts";

interface Line {
  root: HTMLLIElement;
  update(item: Item): void;
}

function line(): Line {
  const mark = element("span", "mark");
  const label = element("span", "item-label");
  const detail = element("span", "item-detail");
  // The space keeps the two apart where the element is read as one text.
  const root = element("li", "item", [mark, element("span", "item-words", [label, " ", detail])]);
  return {
    root,
    update(item) {
      root.dataset["state"] = item.mark ?? "";
      showStateIcon(mark, item.mark);
      setText(label, item.label);
      setText(detail, item.detail);
    },
  };
}

export function listView(id: string): NodeView<ListNode> {
  const name = element("p", "list-name");
  name.id = domId(id, "name");
  const items = element("ul", "items");
  // Without it Safari drops the list role of a list without bullets.
  items.setAttribute("role", "list");
  const lines: Line[] = [];
  const root = element("div", "list", [name, items]);
  return {
    root,
    target: items,
    update(node) {
      setText(name, node.label);
      if (node.label) items.setAttribute("aria-labelledby", name.id);
      while (lines.length < node.items.length) lines.push(line());
      lines.length = node.items.length;
      node.items.forEach((item, index) => lines[index]?.update(item));
      arrange(
        items,
        lines.map(({ root: li }) => li),
      );
    },
    places: () => [
      { rect: `${id}/label`, element: name },
      ...lines.map((item, index): Place => ({ rect: `${id}/${index}`, element: item.root })),
    ],
  };
}
