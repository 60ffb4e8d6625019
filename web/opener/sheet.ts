import { some } from "../types/plain_text.ts";

// Three ids outweigh the host's own !important rules. What the dialog needs to be used stands in its own style, which a
// host that replaces its style sheets does not take away.
const text = ":is(ats-link-root dialog,#_#_#_)::backdrop{all:revert!important;background:#14161c8c!important}";

/** Adds the backdrop's style sheet to the page and returns what removes it again. Constructed, it needs no style-src permission. */
export function addSheet(): () => void {
  const ours = new CSSStyleSheet();
  ours.replaceSync(text);
  // By hand: a page may have bent the methods of lists.
  const put = (sheets: CSSStyleSheet[]): void => {
    some(document.adoptedStyleSheets, (sheet) => {
      if (sheet !== ours) sheets[sheets.length] = sheet;
    });
    document.adoptedStyleSheets = sheets;
  };
  put([ours]);
  return () => put([]);
}
