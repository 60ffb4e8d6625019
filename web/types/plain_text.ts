// Taken when the script runs: what a page does to its built-ins afterwards changes nothing here.
const { parse, stringify } = JSON;
const { hasOwn, keys, values } = Object;
const { isArray } = Array;

export { hasOwn, isArray, keys, parse, values };

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
  // The copy of a list has neither holes nor members beside its items.
  for (const name of keys(list ? [...(value as unknown[])] : value)) {
    const member = plainText((value as Record<string, unknown>)[name]) ?? (list && "null");
    if (member) text += (text && ",") + (list ? "" : `${quote(name)}:`) + member;
  }
  return list ? `[${text}]` : `{${text}}`;
}

/** Bytes of UTF-8. */
export const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** Of one message on the port. */
export const LIMIT = 16384;
