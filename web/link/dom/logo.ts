import { element } from "./element.ts";

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
