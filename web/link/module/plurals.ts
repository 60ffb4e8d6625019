/** CLDR plural category of each count from 0 to 100, by the platform: `{"0": "other", "1": "one", …}`. */
export function pluralCategories(language: string): Record<string, string> {
  const rules = new Intl.PluralRules(language);
  return Object.fromEntries(Array.from({ length: 101 }, (_, count) => [String(count), rules.select(count)]));
}
