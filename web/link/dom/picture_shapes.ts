import type { PictureNode, Shape } from "../view_model.ts";
import { SVG } from "./icons.ts";

type Attributes = Readonly<Record<string, string | number>>;

/** With presentation attributes alone: the policy takes no style from markup, and a colour of the page is a variable. */
function made(tag: string, attributes: Attributes, text = ""): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

const edge = { fill: "var(--page)", stroke: "var(--border)", "stroke-width": 1 };
const pressed = { ...edge, stroke: "var(--link)", "stroke-width": 2 };
const stroke = (color: string): Attributes => ({
  fill: "none",
  stroke: `var(--${color})`,
  "stroke-width": 1.75,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
});

const box = ({ x, y, width, height }: Omit<Shape, "form">, rx: number, how: Attributes): SVGElement => {
  // Inside its rectangle, as the painter's.
  const inset = Number(how["stroke-width"] ?? 0) / 2;
  const [w, h] = [width - 2 * inset, height - 2 * inset];
  return made("rect", { x: x + inset, y: y + inset, width: w, height: h, rx, ...how });
};

const words = (label: string, x: number, y: number, anchor = "start"): SVGElement =>
  made("text", { x, y, fill: "var(--text)", "font-size": 13, "text-anchor": anchor }, label);

const dots = (count: number, x: number, step: number, y: number, color: string): SVGElement[] =>
  Array.from({ length: count }, (_, index) =>
    made("circle", { cx: x + step * index, cy: y, r: 2.5, fill: `var(--${color})` }),
  );

function drawn(shape: Shape, whole: PictureNode): SVGElement[] {
  const { x, y, width, height, label = "" } = shape;
  const how = shape.pressed ? pressed : edge;
  const [middle, base] = [x + width / 2, y + height / 2 + 4.5];
  switch (shape.form) {
    case "window":
      return [box(shape, 8, { ...edge, fill: "var(--raised)" })];
    case "bar": {
      const line = made("path", { d: `M${x} ${y + height}h${width}`, stroke: "var(--border)" });
      return [...dots(3, x + 14, 9, y + height / 2, "border"), ...(height === whole.height ? [] : [line])];
    }
    case "item":
      return [box(shape, 4, how), words(label, middle, base, "middle")];
    case "button":
      return [box(shape, height / 2, how), words(label, middle, base, "middle")];
    case "value":
      return [box(shape, 4, edge), words(label, x + 8, base)];
    case "round":
      return [
        box(shape, height / 2, how),
        made("path", {
          ...stroke("text"),
          d: `M${middle - 5} ${y + 17.6}a5 5 0 0 1 10 0M${middle} ${y + 6.8}a2.6 2.6 0 1 0 .1 0Z`,
        }),
      ];
    case "words":
      return [words(label, x, base)];
    case "tick":
      return [
        box({ x, y: y + 5, width: 14, height: 14 }, 3, pressed),
        made("path", { ...stroke("link"), d: `m${x + 3.4} ${y + 12.3} 2.5 2.4 4.7-5.3` }),
        words(label, x + 22, base),
      ];
    case "secret":
      return [box(shape, 4, edge), ...dots(8, x + 14, 10, y + height / 2, "text")];
    case "next":
      return [made("path", { ...stroke("text"), d: `m${middle - 1.8} ${y + height / 2 - 4} 4 4-4 4` })];
    case "pointer":
      return [
        made("path", {
          d: `M${x} ${y}v14l3.6-3.3 2.6 6 2.9-1.2-2.6-5.7h4Z`,
          fill: "var(--text)",
          stroke: "var(--page)",
          "stroke-width": 1.5,
          "paint-order": "stroke",
        }),
      ];
  }
}

/** Draws what the painter draws, of the same data. The window is the ATS's: in its language, from left to right. */
export function drawPicture(svg: SVGSVGElement, node: PictureNode): void {
  const { width, height } = node;
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  // As wide as the text is large, and no wider than there is room.
  svg.setAttribute("width", `${width / 16}rem`);
  svg.style.maxWidth = "100%";
  svg.style.verticalAlign = "top";
  const window = made("g", { lang: "en", direction: "ltr" });
  window.append(...node.shapes.flatMap((shape) => drawn(shape, node)));
  svg.replaceChildren(window);
}
