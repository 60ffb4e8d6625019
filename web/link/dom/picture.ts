import { loadSealer } from "../sealer.ts";
import type { PictureNode } from "../view_model.ts";
import { element, setAttribute } from "./element.ts";
import { SVG } from "./icons.ts";
import type { NodeView } from "./node_view.ts";

/** A drawing of the ATS's window. Its name is there at once, its shapes are of what comes after the first screen. */
export function pictureView(id: string): NodeView<PictureNode> {
  const svg = document.createElementNS(SVG, "svg");
  svg.ariaHidden = "true";
  const root = element("div", "picture", [svg]);
  // One image with a name, whatever a reader makes of the words in an svg.
  root.setAttribute("role", "img");
  let drawn = "";
  return {
    root,
    target: root,
    update(node) {
      setAttribute(root, "aria-label", node.label);
      const wanted = JSON.stringify(node.shapes);
      if (wanted === drawn) return;
      drawn = wanted;
      loadSealer().then(
        ({ drawPicture }) => drawPicture(svg, node),
        () => undefined,
      );
    },
    places: () => [{ rect: id, element: root }],
  };
}

/** Shows an image over the letters of a tile, in both views. The letters stay until it is there, and where it does not load. */
export function showLogo(tile: HTMLElement, source = ""): void {
  const old = tile.querySelector("img");
  if (source === (old?.getAttribute("src") ?? "")) return;
  old?.remove();
  if (!source) return;
  const image = element("img", "logo");
  image.alt = "";
  image.hidden = true;
  image.addEventListener("load", () => (image.hidden = false));
  image.src = source;
  tile.append(image);
}
