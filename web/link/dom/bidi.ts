import { hasOwnLetters } from "../languages.ts";

/** An English passage in a page of other letters: it has Latin ones alone. Among Latin ones its language is not to be seen. */
export const isForeign = (text: string, language: string): boolean =>
  hasOwnLetters(language) && /[a-z]/i.test(text) && !/[\u0370-\u1fff\u2e80-\uffef]/.test(text);

/**
 * Keeps the signs at the ends of a Latin passage with it, in a sentence that runs from right to left: the first dot of
 * `.workable.com`, the last stroke of an address, the full stop of a whole sentence.
 */
export const isolate = (text: string): string =>
  text.replace(
    /[./@_-]*[a-z][^\s\u0590-\u08ff«»]*(?: [^\s\u0590-\u08ff«»]+(?![^\s»]))*/gi,
    (run: string, at: number) => {
      // The signs behind a name or the path of a menu are the sentence's around it, those of what is quoted are its own.
      const quoted = / .* /.test(run) && /: /.test(text.slice(Math.max(0, at - 2), at) + run);
      const passage = quoted ? run : run.replace(/[.,:;!?)]+$/, "");
      // Between two passages a quotation mark would belong to both.
      const meets = /[a-z\d]\s*«$/i.test(text.slice(0, at)) || /^»\s*[a-z\d]/i.test(text.slice(at + run.length));
      return /^\w(.*\w)?$/.test(passage) && !meets ? run : `\u2066${passage}\u2069${run.slice(passage.length)}`;
    },
  );

/** The text as it is to be written, or null for a passage that is not in the page's language: that one stays as it is. */
export function markPassage(text: string): string | null {
  const { lang, dir } = document.documentElement;
  if (isForeign(text, lang)) return null;
  return dir === "rtl" ? isolate(text) : text;
}
