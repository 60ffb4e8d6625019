import { assets } from "./assets.ts";

/**
 * The first language of the build that one of `wanted` (BCP 47 tags, best first) asks for, by lookup as in RFC 4647
 * 3.4: `de-AT` finds `de`. English where none is there.
 */
export function pickLanguage(wanted: readonly string[], there = Object.keys(assets().messages)): string {
  for (const tag of wanted)
    for (let range = tag.toLowerCase(); range; range = range.slice(0, Math.max(0, range.lastIndexOf("-"))))
      if (there.includes(range)) return range;
  return "en";
}

/** English words stand out from it. */
export const hasOwnLetters = (language: string): boolean => /^(ar|el|fa|he|ja|ko|ru|uk|ur|zh)\b/.test(language);

/** Of the languages in locales/, by the script they are written in. */
export const direction = (language: string): "ltr" | "rtl" => (/^(ar|fa|he|ur)\b/.test(language) ? "rtl" : "ltr");

/** CLDR plural category of each count from 0 to 100, by the platform: `{"0": "other", "1": "one", …}`. */
export function pluralCategories(language: string): Record<string, string> {
  const rules = new Intl.PluralRules(language);
  return Object.fromEntries(Array.from({ length: 101 }, (_, count) => [String(count), rules.select(count)]));
}
