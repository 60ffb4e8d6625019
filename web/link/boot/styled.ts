/**
 * Whether every style sheet is applied. One that was changed on its way is refused by its integrity, and the elements
 * would lie anywhere. Waits for the load event where one is still on its way.
 */
export async function isStyled(document: Document): Promise<boolean> {
  const styled = (): boolean =>
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].every(({ sheet }) => sheet !== null);
  if (!styled() && document.readyState !== "complete")
    await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
  return styled();
}
