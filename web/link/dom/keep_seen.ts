/** Brings the field in use into view, with its error, at once and without motion. What is seen already stays put. */
export function showField(): void {
  const field = document.activeElement?.closest(".field");
  // The input last, so that it wins where both are too high.
  for (const selector of [".field-error", ".input"])
    field?.querySelector(selector)?.scrollIntoView({ block: "nearest" });
}

/** To be called when everything has its place: shows the field in use once after each change of the card's height. */
export function createKeepSeen(card: HTMLElement): () => void {
  let height = 0;
  return () => {
    const before = height;
    height = card.clientHeight;
    if (height !== before) showField();
  };
}
