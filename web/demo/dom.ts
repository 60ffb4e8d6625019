type Child = Node | string | null | undefined;

/** An element with attributes and children. Text goes in as text: nothing here parses markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function button(label: string, className: string, press: () => void): HTMLButtonElement {
  const element = el("button", { type: "button", class: className }, label);
  element.addEventListener("click", press);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A stroked 20 × 20 icon from path data; decoration only. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const stroke = document.createElementNS(SVG, "path");
  stroke.setAttribute("d", path);
  svg.append(stroke);
  return svg;
}

export const icons = {
  gear: "M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4",
  back: "M12 4 6 10l6 6",
  check: "m4 10.5 4 4 8-9",
  plug: "M7 3v4m6-4v4M5 7h10v3a5 5 0 0 1-10 0V7Zm5 8v3",
  people: "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5 8c0-3 2-5 5-5s5 2 5 5m1-14a3 3 0 0 1 0 6m2 3c2 .7 3 2.5 3 5",
};

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}`);
  return element;
}
