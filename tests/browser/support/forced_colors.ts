import type { Frame } from "playwright-core";
import type { Color } from "./pixels.ts";

const systemColors =
  "Canvas CanvasText LinkText VisitedText ActiveText ButtonFace ButtonText ButtonBorder Field FieldText Highlight HighlightText SelectedItem SelectedItemText AccentColor AccentColorText GrayText Mark MarkText".split(
    " ",
  );

export const colorOf = (css: string): Color => {
  const [red = 0, green = 0, blue = 0] = (/^rgba?\((.*)\)$/.exec(css)?.[1] ?? "").split(",").map(Number);
  return [red, green, blue];
};

/** What the browser's forced palette says, as computed colours by name. */
export const palette = (frame: Frame): Promise<Record<string, string>> =>
  frame.evaluate((names) => {
    const probe = document.createElement("span");
    document.body.append(probe);
    const found = names.map((name) => {
      // Not forced itself, so that it has the colour that is asked for.
      probe.style.cssText = `forced-color-adjust:none;color:${name}`;
      return [name, getComputedStyle(probe).color];
    });
    probe.remove();
    return Object.fromEntries(found) as Record<string, string>;
  }, systemColors);

/** Where a control's edge is drawn: the element that has the border, at the middle of its left side. */
export interface Edge {
  what: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Solid lines of at least 1 px all around, in this colour; "" without. */
  border: string;
  underlined: boolean;
}

/** The edges of everything that can be pressed or filled in. A field's is its box's, which holds its suffix too. */
export const edges = (frame: Frame): Promise<Edge[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input, select, a[href]")]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .map((control) => {
        const edge = (control.matches(".input") ? control.closest(".box") : null) ?? control;
        edge.scrollIntoView({ block: "nearest" });
        const { x, y, width, height } = edge.getBoundingClientRect();
        const style = getComputedStyle(edge);
        const sides = ["Top", "Right", "Bottom", "Left"] as const;
        const lined = sides.every(
          (side) => style[`border${side}Style`] === "solid" && Number.parseFloat(style[`border${side}Width`]) >= 1,
        );
        const border = lined || control.matches("[type=checkbox]") ? style.borderLeftColor : "";
        const underlined = control.matches("a") && style.textDecorationLine === "underline";
        return { what: control.dataset["node"] ?? control.textContent, x, y, width, height, border, underlined };
      }),
  );
