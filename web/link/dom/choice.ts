import type { ChoiceNode } from "../view_model.ts";
import { element, setAttribute, setText } from "./element.ts";
import { domId, type Hooks, type NodeView } from "./node_view.ts";
import { icon } from "./icons.ts";
import { showLogo } from "./picture.ts";

/**
 * A full-width row: one button whose name is exactly its label. The help lies over the button and is its description;
 * inside the button it would be visible text that is not in the name (WCAG 2.5.3).
 */
export function choiceView(id: string, hooks: Hooks): NodeView<ChoiceNode> {
  // The monogram is drawn by the style sheet: a picture, not words of the button.
  const tile = element("span", "tile");
  const label = element("span", "choice-label");
  label.id = domId(id, "label");
  const help = element("span", "choice-help");
  help.id = domId(id, "help");
  help.ariaHidden = "true"; // Told with the button, not once more behind it.
  const button = element("button", "choice", [tile, label, icon("chevron")]);
  button.type = "button";
  button.id = domId(id);
  button.setAttribute("aria-labelledby", label.id);
  button.addEventListener("click", () => hooks.act({ node: id, kind: "press" }));
  return {
    root: element("div", "choice-row", [button, help]),
    target: button,
    update(node) {
      button.dataset["state"] = node.recommended ? "recommended" : "";
      tile.dataset["letters"] = node.tile ?? "";
      showLogo(tile, node.logo);
      setText(label, node.label);
      // In the canvas's place a mark stands beside what is in brackets else.
      setAttribute(label, "data-title", node.title);
      setAttribute(button, "data-mark", node.chip);
      setText(help, node.help);
      setAttribute(button, "aria-describedby", node.help ? help.id : null);
    },
    places: () => [
      { rect: id, element: button },
      ...(tile.firstChild ? [{ rect: `${id}/tile`, element: tile, within: id }] : []),
      { rect: `${id}/label`, element: label, within: id },
      { rect: `${id}/help`, element: help },
    ],
  };
}
