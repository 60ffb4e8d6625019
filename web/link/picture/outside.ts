import { readColour } from "./palette.ts";
import type { TextReason } from "./view_mode.ts";

/** As a computed style says it. */
const said = (hex: string): string => `rgb(${readColour(hex).join(", ")})`;

export interface Outside {
  card: HTMLElement;
  /** The colours that the card has of us. */
  look(): { text: string; page: string } | null;
  /** The words are not those that were written. */
  rewritten(): boolean;
  tell(reason: TextReason, on: boolean): void;
}

/**
 * Tells when the browser or an extension has given the elements other colours or another language, since neither can do
 * so to a picture. Returns what looks now.
 */
export function watchOutside({ card, look: given, rewritten, tell }: Outside): () => void {
  const html = document.documentElement;
  let seen = false;
  const look = (): void => {
    const { color, backgroundColor } = getComputedStyle(card);
    const now = given();
    tell("recoloured", now !== null && color + backgroundColor !== said(now.text) + said(now.page));
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
