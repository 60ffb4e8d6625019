import type { Appearance } from "./appearance.ts";

/** For the integrator: which colours lacked contrast, and what stands in their place, a sentence each. */
export function gaveWay({ given, suffix, palette, moreContrast }: Appearance): string[] {
  // That somebody wants more contrast is no business of the integrator's.
  if (moreContrast) return [];
  const notes: string[] = [];
  const compare = (member: string, wanted: string | undefined, used = "", asText = used): void => {
    const note = `theme.${member}${suffix}: ${wanted} lacks contrast;`;
    if (wanted && wanted !== used) notes.push(`${note} ${used} is used`);
    else if (wanted && wanted !== asText) notes.push(`${note} ${asText} is used for text and lines`);
  };
  compare("surface", given.surface, palette["page"]);
  compare("text", given.text, palette["text"]);
  compare("accent", given.accent, palette["accent"], palette["link"]);
  return notes;
}

const told = new Set<string>();

/** Each once, however often the look changes back and forth. */
export function tellColours(look: Appearance | null): void {
  for (const note of look ? gaveWay(look) : []) {
    if (!told.has(note)) console.warn(`ATS Link: ${note}`);
    told.add(note);
  }
}
