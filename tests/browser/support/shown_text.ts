import type { Frame } from "playwright-core";
import type { Area } from "./pixels.ts";

/** One line of text of an element, or what an input shows. */
export interface ShownText extends Area {
  text: string;
  /** As CSS says. */
  color: string;
  disabled: boolean;
}

/** Hides all text of the elements, and nothing else, so that a screenshot shows what it stands on. */
export const hideText = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "*, ::before, ::after, ::placeholder { -webkit-text-fill-color: transparent !important; caret-color: transparent !important }",
    );
    document.adoptedStyleSheets.push(sheet);
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    // What is selected has the browser's own colours.
    if (focused instanceof HTMLInputElement) focused.setSelectionRange(0, 0);
    getSelection()?.removeAllRanges();
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  });

/** What is shown as text of elements: in the canvas view that of the inputs alone. */
export const shownText = (frame: Frame, view: "canvas" | "text"): Promise<ShownText[]> =>
  frame.evaluate((of) => {
    const found: ShownText[] = [];
    const add = (text: string, color: string, of: Element, box: DOMRect) => {
      const disabled = of.closest("[aria-disabled=true], :disabled") !== null;
      const { x, y, width, height } = box;
      if (text.trim() && width > 0) found.push({ text, color, disabled, x, y, width, height });
    };
    const card = document.querySelector(".card") ?? document.body;
    const inputs = card.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input.input, select.input");
    for (const input of inputs) {
      const box = input.getBoundingClientRect();
      const inner = new DOMRect(box.x + 14, box.y + 12, box.width - 60, box.height - 24);
      const placeholder = input instanceof HTMLInputElement && !input.value ? input.placeholder : "";
      const color = getComputedStyle(input, placeholder ? "::placeholder" : null).color;
      add(placeholder || input.value, color, input, inner);
    }
    if (of === "canvas") return found;
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent?.checkVisibility() || parent.closest(".live, .unplaced, select")) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects())
        add(walker.currentNode.textContent ?? "", getComputedStyle(parent).color, parent, box);
    }
    for (const tile of card.querySelectorAll<HTMLElement>(".tile[data-letters]"))
      add(tile.dataset["letters"] ?? "", getComputedStyle(tile, "::before").color, tile, tile.getBoundingClientRect());
    return found;
  }, view);
