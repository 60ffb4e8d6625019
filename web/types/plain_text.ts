// Taken when the script runs: what a page does to its built-ins afterwards changes nothing here.
const { parse, stringify } = JSON;
const { hasOwn, keys, values } = Object;
const { isArray } = Array;
const { apply } = Reflect;

export { apply, hasOwn, isArray, keys, parse, values };

/** Whether one of a list passes; the rest is not looked at then. By index: a page may have bent how lists are walked. */
export function some<T>(list: ArrayLike<T>, passes: (item: T) => unknown): boolean {
  for (let i = 0; i < list.length; i++) if (passes(list[i] as T)) return true;
  return false;
}

/** A string as JSON, a lone surrogate replaced: no reader of UTF-8 takes one. */
const quote = (text: string): string => stringify(text.toWellFormed());

/**
 * JSON of a value's own members. `JSON.stringify` would obey a `toJSON` that a page put on every object or list.
 * Undefined for what JSON leaves out; throws for what it cannot say: cycles, BigInt, a getter that throws.
 */
export function plainText(value: unknown): string | undefined {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || !value) return stringify(value);
  const list = isArray(value);
  let text = "";
  some(list ? (value as unknown[]) : keys(value), (item) => {
    const member = plainText(list ? item : (value as Record<string, unknown>)[item as string]) ?? (list && "null");
    if (member) text += (text && ",") + (list ? "" : `${quote(item as string)}:`) + member;
  });
  return list ? `[${text}]` : `{${text}}`;
}

/** Bytes of UTF-8 in a well-formed text. Not every page's tests have an encoder, and a Blob takes the browser's process. */
export const sizeOf = (text: string): number => encodeURI(text).replace(/%../g, "%").length;

/** Of one message on the port. */
export const LIMIT = 16384;
