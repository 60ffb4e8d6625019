import type { TextReason } from "./view_mode.ts";

/** What the style sheet gives the card, in words and on its ground; tokens.css has them. */
const colours = { light: "rgb(20, 23, 31)rgb(255, 255, 255)", dark: "rgb(242, 244, 248)rgb(20, 22, 28)" };

export interface Outside {
  card: HTMLElement;
  scheme(): "light" | "dark";
  /** The words are not those that were written. */
  rewritten(): boolean;
  tell(reason: TextReason, on: boolean): void;
}

/**
 * Tells when the browser or an extension has given the elements other colours or another language, since neither can do
 * so to a picture. Returns what looks now.
 */
export function watchOutside({ card, scheme, rewritten, tell }: Outside): () => void {
  const html = document.documentElement;
  let seen = false;
  const look = (): void => {
    const { color, backgroundColor } = getComputedStyle(card);
    tell("recoloured", color + backgroundColor !== colours[scheme()]);
    // Not every translator marks the page. Those that do not begin anew with each screen, so what was seen once stays.
    seen ||= rewritten();
    tell("translated", seen || /\btranslated-/.test(html.className));
  };
  const soon = new MutationObserver(() => requestAnimationFrame(look));
  soon.observe(html, { attributes: true, childList: true });
  soon.observe(document.head, { childList: true });
  new MutationObserver(() => {
    if (rewritten() !== seen) look();
  }).observe(card, { childList: true, characterData: true, subtree: true });
  // Until then every colour is the system's.
  matchMedia("(forced-colors: active)").addEventListener("change", look);
  look();
  return look;
}
