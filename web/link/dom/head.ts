import type { ViewModel } from "../view_model.ts";
import { element, setText } from "./element.ts";
import type { Hooks, Place } from "./node_view.ts";
import { icon, type IconName } from "./icons.ts";
import { showLogo } from "./picture.ts";

/** Back, the two tiles, Close, and how far the user is. */
export interface Head {
  root: HTMLElement;
  update(view: ViewModel): void;
  places(): Place[];
}

export function createHead(hooks: Hooks): Head {
  const control = (node: "back" | "close", name: IconName): { button: HTMLButtonElement; label: HTMLElement } => {
    const label = element("span", "button-label");
    const button = element("button", `head-button ${node}`, [icon(name), label]);
    button.type = "button";
    button.dataset["node"] = node;
    button.addEventListener("click", () => hooks.act({ node, kind: "press" }));
    return { button, label };
  };
  const back = control("back", "back");
  const close = control("close", "close");
  const host = element("span", "tile");
  const ats = element("span", "tile");
  const tiles = element("div", "tiles", [host, element("span", "tile-line"), ats]);
  // Monograms only: both names are said in words on the screen.
  tiles.ariaHidden = "true";
  const words = element("span", "progress-words");
  const bar = element("span", "progress-bar");
  bar.ariaHidden = "true";
  const progress = element("p", "progress", [bar, words]);
  const root = element("header", "head", [back.button, tiles, close.button, progress]);
  return {
    root,
    update(view) {
      back.button.hidden = !view.canGoBack;
      setText(back.label, view.backLabel);
      setText(close.label, view.closeLabel);
      setText(host, view.hostTile);
      setText(ats, view.atsTile);
      showLogo(host, view.hostLogo);
      showLogo(ats, view.atsLogo);
      tiles.hidden = !view.hostTile;
      progress.hidden = !view.progress;
      setText(words, view.progress);
      const { steps } = view;
      while (bar.childElementCount > steps) bar.lastElementChild?.remove();
      while (bar.childElementCount < steps) bar.append(element("span"));
      [...bar.children].forEach((part, index) => part.classList.toggle("reached", index < view.step));
    },
    places: () => [
      { rect: "back", element: back.button },
      { rect: "close", element: close.button },
      { rect: "tiles", element: tiles },
      { rect: "progress", element: progress },
    ],
  };
}
