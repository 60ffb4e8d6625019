/** A card that is shown before anything is made, and what its own script has seen of it. */
export interface Released {
  card: HTMLElement;
  /** In which an input method is composing. */
  composed: Element | null;
  /** What was told last of what is typed. */
  told: string;
  /** What each element said when it was put in: another text now is a translator's. */
  texts: Map<Element, string>;
}

/** Its elements, in their order in the page, by what they are made as, as long as nothing has taken them over. */
const there = new Map<string, Element[]>();
let released: Released | null = null;

/** What an element is made as: an icon by its path, all else by tag and first class. */
const kindOf = (each: Element): string =>
  each.firstElementChild?.getAttribute("d") ?? `${each.localName}.${each.classList[0] ?? ""}`;

/** From now on what is made is taken from this card, as far as it has it; null: from none. */
export function hydrate(given: Released | null): void {
  there.clear();
  released = given;
  for (const each of given ? [given.card, ...given.card.querySelectorAll("*")] : [])
    there.set(kindOf(each), [...(there.get(kindOf(each)) ?? []), each]);
}

/** The first of its kind: those that are alike are made in the order in which they stand. */
export const claim = (kind: string): Element | undefined => there.get(kind)?.shift();

export const isComposed = (input: Element): boolean => input === released?.composed;

/** Of a field: what the next change is compared with. */
export const toldOf = (input: HTMLInputElement | HTMLSelectElement): string => released?.told ?? input.value;

export const textOf = (target: Element): string | null => released?.texts.get(target) ?? target.textContent;
