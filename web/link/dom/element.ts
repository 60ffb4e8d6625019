import { claim, textOf } from "./hydrate.ts";
import { make } from "./make.ts";

/** An element with classes and children: the one that is there already, or a new one. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  classes = "",
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const found = claim(`${tag}.${classes.split(" ")[0] ?? ""}`);
  if (!found) return make(tag, classes, children);
  for (const child of children) if (child instanceof Node && child.parentNode !== found) found.append(child);
  return found as HTMLElementTagNameMap[Tag];
}

/** Null: the text is in another language than the page's. */
type Mark = (text: string) => string | null;
let mark: Mark = (text) => text;

/** For a language of other letters: what is done to every text before it is written. */
export const markWith = (given: Mark): void => void (mark = given);

let english: readonly string[] = [];

/** Which texts are English although the page is not: an ATS's own without a translation. */
export const setEnglish = (texts: readonly string[] = []): void => void (english = texts);

export const isEnglish = (text: string): boolean => english.includes(text);

/** Says where a text is not in the page's language, so that it is pronounced and laid out as what it is. */
export function setForeign(target: Element, foreign: boolean): void {
  setAttribute(target, "lang", foreign ? "en" : null);
  setAttribute(target, "dir", foreign ? "ltr" : null);
}

const written = new WeakMap<Element, string>();

/** Whether it still says what it was given. */
export const isWritten = (target: Element): boolean => written.get(target) === target.textContent;

/**
 * Writes only what is different, so that nothing is announced or laid out again for nothing, and a translator's words
 * stay.
 */
export function setText(target: HTMLElement, text = ""): void {
  const marked = isEnglish(text) ? null : mark(text);
  const wanted = marked ?? text;
  setForeign(target, marked === null);
  if ((written.get(target) ?? textOf(target)) !== wanted) target.textContent = wanted;
  written.set(target, wanted);
  if (target.hidden !== (text === "")) target.hidden = text === "";
}

/** Null or "" takes the attribute away: an empty `aria-describedby` means nothing and an empty label hides a name. */
export function setAttribute(target: Element, name: string, value: string | null | undefined): void {
  if (!value) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}

/** Puts exactly these children into a parent, in order, without taking out and putting back what already stands right. */
export function arrange(parent: Element, wanted: readonly Element[]): void {
  for (const child of [...parent.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) move(parent, child, parent.children[index] ?? null);
  });
}

interface MovingParent {
  /** Not in every browser, whatever the library types say. */
  moveBefore?: (child: Element, before: Element | null) => void;
}

/** Moves an element; it keeps its focus, which an ordinary insertion drops (https://dom.spec.whatwg.org/#dom-parentnode-movebefore). */
export function move(parent: Element, child: Element, before: Element | null): void {
  const focused = document.activeElement;
  const moving = parent as MovingParent;
  if (moving.moveBefore && parent.isConnected && child.isConnected) moving.moveBefore(child, before);
  else parent.insertBefore(child, before);
  if (focused instanceof HTMLElement && focused !== document.activeElement && child.contains(focused))
    focused.focus({ preventScroll: true });
}
