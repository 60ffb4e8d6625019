import type { SnippetNode } from "../view_model.ts";
import { element, setAttribute, setText } from "./element.ts";
import { domId, type Hooks, type NodeView } from "./node_view.ts";
import { icon } from "./icons.ts";

/** A text as the ATS has it, what it means, and the button that copies it. */
export function snippetView(id: string, hooks: Hooks): NodeView<SnippetNode> {
  const label = element("span", "snippet-label");
  label.translate = false;
  const help = element("span", "snippet-help");
  const words = element("span", "button-label");
  const sign = element("span", "snippet-sign");
  const copier = element("button", "button", [sign, words]);
  copier.type = "button";
  copier.id = domId(id);
  copier.addEventListener("click", () => hooks.act({ node: id, kind: "press" }));
  // The space keeps the two apart where the element is read as one text.
  const root = element("li", "snippet", [element("span", "snippet-words", [label, " ", help]), copier]);
  return {
    root,
    target: copier,
    update(node) {
      setText(label, node.label);
      setText(help, node.help);
      setText(words, node.button);
      setAttribute(copier, "aria-label", node.name === node.button ? null : node.name);
      const state = node.copied ? "done" : "";
      if (sign.dataset["state"] === state) return;
      sign.dataset["state"] = state;
      sign.replaceChildren(icon(node.copied ? "check" : "copy"));
    },
    places: () => [
      { rect: id, element: copier },
      { rect: `${id}/label`, element: label },
      { rect: `${id}/help`, element: help },
    ],
  };
}
