import type { LinkNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import type { Hooks } from "./hooks.ts";
import { icon } from "./icons.ts";
import { domId, type NodeView } from "./node_view.ts";

/** What a link may lead to; anything else is shown without being one. */
const isSafe = (href: string): boolean => /^(https:\/\/|mailto:)/.test(href);

export function linkView(id: string, hooks: Hooks): NodeView<LinkNode> {
  const label = element("span", "link-label");
  const root = element("a", "link", [label, icon("external")]);
  root.id = domId(id);
  root.target = "_blank";
  root.rel = "noopener noreferrer";
  // The flow is told; the browser follows the link by itself.
  root.addEventListener("click", () => hooks.act({ node: id, kind: "press" }));
  return {
    root,
    target: root,
    update(node) {
      setText(label, node.label);
      if (!isSafe(node.href)) root.removeAttribute("href");
      else if (root.getAttribute("href") !== node.href) root.href = node.href;
    },
    places: () => [{ rect: id, element: root }],
  };
}
