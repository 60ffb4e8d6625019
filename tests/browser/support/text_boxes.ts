import type { Frame } from "playwright-core";

/** The user's spacing of WCAG 1.4.12. */
export const spaceOut = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
    );
    document.adoptedStyleSheets.push(sheet);
  });

/** Text twice as large, by the browser's own setting. */
export const enlargeText = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    document.documentElement.style.fontSize = "200%";
    // The setting is usually there before the page; here a picture must be asked for.
    document.querySelector(".scroll")?.dispatchEvent(new Event("scroll"));
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });

/**
 * What is wrong with the places of the texts of the Text view: one over another, out of its box or of the window, cut
 * off, or shortened by an ellipsis. The window must be high enough to show everything.
 */
export const misplacedText = (frame: Frame): Promise<{ texts: number; wrong: string[] }> =>
  frame.evaluate(() => {
    const wrong: string[] = [];
    const texts: { node: Node; words: string; boxes: DOMRect[] }[] = [];
    const card = document.querySelector(".card") ?? document.body;
    const out = (inner: DOMRect, outer: DOMRect) =>
      inner.left < outer.left - 1 ||
      inner.right > outer.right + 1 ||
      inner.top < outer.top - 1 ||
      inner.bottom > outer.bottom + 1;
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const words = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (!words || !parent?.checkVisibility() || parent.closest(".live, .unplaced, select")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      texts.push({ node, words, boxes });
      for (let around: Element | null = parent; around && around !== document.body; around = around.parentElement) {
        const { display, overflowX, overflowY, textOverflow } = getComputedStyle(around);
        const shape = around.getBoundingClientRect();
        if (display !== "inline" && boxes.some((box) => out(box, shape)))
          wrong.push(`“${words}” leaves ${around.className || around.tagName}`);
        const cut = overflowX !== "visible" && around.scrollWidth > around.clientWidth;
        const low = overflowY !== "visible" && around.scrollHeight > around.clientHeight;
        if (cut || low) wrong.push(`“${words}” is cut off by ${around.className || around.tagName}`);
        if (textOverflow === "ellipsis" && cut) wrong.push(`“${words}” ends in an ellipsis`);
      }
    }
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1))
        for (const a of one.boxes)
          for (const b of other.boxes) {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 1 && down > 1) wrong.push(`“${one.words}” lies on “${other.words}”`);
          }
    });
    for (const input of card.querySelectorAll<HTMLInputElement>("input.input, select.input")) {
      // A line of an input scrolls; what it shows before anything is typed must fit.
      const { fontSize } = getComputedStyle(input);
      if (input.clientHeight < Number.parseFloat(fontSize) * 1.2) wrong.push(`${input.id} is lower than its text`);
      if (!input.value && input.scrollWidth > input.clientWidth) wrong.push(`${input.placeholder} is shortened`);
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
    return { texts: texts.length, wrong: [...new Set(wrong)] };
  });

/**
 * Elements of the canvas view in whose rectangle fewer letters are painted than they have, by their words. The letters
 * are those of `painted_text.ts`.
 */
export const cutOffLetters = (frame: Frame): Promise<{ texts: number; wrong: string[] }> =>
  frame.evaluate(() => {
    const { paintedLetters } = window as unknown as {
      paintedLetters: { x: number; y: number; width: number; height: number }[];
    };
    const card = document.querySelector<HTMLElement>(".card") ?? document.body;
    const expected = new Map<HTMLElement, string>();
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest(".live, select, .unplaced, [hidden], .head-button, .box .button, .tiles")) continue;
      let placed: HTMLElement | null = parent;
      while (placed && !placed.style.left) placed = placed.parentElement;
      // The end of a recommended choice's label is painted as a chip below it.
      placed = placed?.closest<HTMLElement>(".choice[data-state=recommended]") ?? placed;
      const words = (walker.currentNode.textContent ?? "").replaceAll(/\s/g, "");
      const spoken = placed?.matches(".choice") ? words.replaceAll(/[()（）]/g, "") : words;
      if (placed && spoken) expected.set(placed, (expected.get(placed) ?? "") + spoken);
    }
    const wrong: string[] = [];
    for (const [element, words] of expected) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      // A glyph's box is up to two pixels wider than its ink, and some letters reach back over their start.
      const slack = 5;
      const inside = paintedLetters.filter(
        ({ x, y, width, height }) =>
          x >= left - slack && x + width <= right + slack && y >= top - slack && y + height <= bottom + slack,
      );
      const count = Array.from(words).length;
      if (inside.length < count) wrong.push(`${element.className}: ${inside.length} of ${count} letters of “${words}”`);
    }
    const outside = paintedLetters.filter(
      ({ x, y, width, height }) => x < -1 || y < -1 || x + width > card.clientWidth + 1 || y + height > innerHeight + 1,
    );
    if (outside.length > 0) wrong.push(`${outside.length} letters are painted outside the card`);
    if (document.querySelector(".scroll")?.scrollHeight !== document.querySelector(".scroll")?.clientHeight)
      wrong.push("the content is higher than the window of this test");
    return { texts: expected.size, wrong };
  });
