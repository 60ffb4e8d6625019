/** Elements that are there before anything is made, in their order in the page, by what they are made as. */
const there = new Map<string, Element[]>();
let composed: Element | null = null;

/** What an element is made as: an icon by its path, all else by tag and first class. */
const kindOf = (each: Element): string =>
  each.firstElementChild?.getAttribute("d") ?? `${each.localName}.${each.classList[0] ?? ""}`;

/**
 * From now on what is made is taken from this card, as far as it has it; null: from none. `composing`: in which an input
 * method is at work.
 */
export function hydrate(card: Element | null, composing: Element | null = null): void {
  there.clear();
  composed = composing;
  for (const each of card ? [card, ...card.querySelectorAll("*")] : [])
    there.set(kindOf(each), [...(there.get(kindOf(each)) ?? []), each]);
}

/** The first of its kind: those that are alike are made in the order in which they stand. */
export const claim = (kind: string): Element | undefined => there.get(kind)?.shift();

export const isComposed = (input: Element): boolean => input === composed;
