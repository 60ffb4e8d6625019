const letters: Readonly<Record<string, string>> = {
  ...{ a: "á", c: "ç", e: "é", i: "í", n: "ñ", o: "ö", s: "š", u: "ü", y: "ý" },
  ...{ A: "Å", C: "Ç", E: "É", I: "Î", N: "Ñ", O: "Ö", S: "Š", U: "Û" },
};
/** How much longer a translation may get: 40 % and more for short texts, as German and Finnish do. */
const longer = (length: number): number => Math.ceil(length * (length < 20 ? 0.7 : 0.4));
const filler = " òñé ţŵö ţĥŕéé";

/**
 * A text as no language has it: every letter that can have a mark has one, it is longer, and brackets show where it is
 * cut off. `{holes}` keep their names.
 */
export function pseudo(text: string): string {
  const marked = text
    .split(/(\{[a-z_]+\})/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => letters[letter] ?? letter)))
    .join("");
  const room = longer(text.length);
  return `[${marked}${filler.repeat(Math.ceil(room / filler.length)).slice(0, room)}]`;
}

/** The tag of the pseudo-language; it is built for the gallery alone. */
export const pseudoTag = "en-xa";
