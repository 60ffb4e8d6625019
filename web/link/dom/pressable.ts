import type { ButtonNode, LinkNode, RevealNode } from "../view_model.ts";
import { element, setAttribute, setText } from "./element.ts";
import { domId, type Hooks, type NodeView } from "./node_view.ts";
import { icon } from "./icons.ts";

function pressable(id: string, hooks: Hooks): { root: HTMLButtonElement; label: HTMLElement } {
  const label = element("span", "button-label");
  const root = element("button", "button", [label]);
  root.type = "button";
  root.id = domId(id);
  root.addEventListener("click", () => hooks.act({ node: id, kind: "press" }));
  return { root, label };
}

/** A button of the content. */
export function buttonView(id: string, hooks: Hooks): NodeView<ButtonNode> {
  const { root, label } = pressable(id, hooks);
  return {
    root,
    target: root,
    update(node) {
      setText(label, node.label);
      root.classList.toggle("offered", Boolean(node.owner));
    },
    places: () => [{ rect: id, element: root }],
  };
}

/** The switch that shows a field's value: it lies inside the field's box. */
export function revealView({ id, owner = "" }: RevealNode, hooks: Hooks): NodeView<RevealNode> {
  const { root, label } = pressable(id, hooks);
  root.prepend(icon("eye"));
  setAttribute(root, "aria-controls", domId(owner));
  return {
    root,
    target: root,
    update(node) {
      setText(label, node.label);
      setAttribute(root, "aria-pressed", String(node.shown));
    },
    places: () => [{ rect: id, element: root, over: owner }],
  };
}

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
