import type { AddressNode, NoticeNode, StatusNode, StepNode, TextNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import { showStateIcon } from "./icons.ts";
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
