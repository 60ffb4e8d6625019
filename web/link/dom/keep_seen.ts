/** Brings the field in use into view, with its error, at once and without motion. What is seen already stays put. */
export function showField(): void {
  const field = document.activeElement?.closest(".field");
  // The input last, so that it wins where both are too high.
  for (const selector of [".field-error", ".input"])
    field?.querySelector(selector)?.scrollIntoView({ block: "nearest" });
}

/**
 * To be called with the card's height when everything has its place: shows the field in use once after each change of
 * it. The height is given, as asking for it here would be one more layout in every step.
 */
export function createKeepSeen(): (height: number) => void {
  let shown = 0;
  return (height) => {
    if (height === shown) return;
    shown = height;
    showField();
  };
}
