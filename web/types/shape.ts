import { hasOwn, isArray, keys, some, values } from "./plain_text.ts";

type Test = (value: unknown) => boolean;

/** A shape is an example: "" any string, 0 any number, true any boolean, [x] a list of x, {…} an object; or a test. */
export type Shape = string | number | boolean | Test | readonly [Shape] | { readonly [member: string]: Shape };

export const callable = (value: unknown): value is Test => typeof value === "function";

type Members = Record<string, unknown>;

/**
 * Says whether a plain JSON value has a shape, by its own members: a page may have given every object more. An object has
 * all members of its shape and may have others; `closed`: it may lack some and has no others.
 */
export function fits(value: unknown, shape: Shape, closed?: boolean): boolean {
  if (callable(shape)) return shape(value);
  if (typeof shape !== "object") return typeof value === typeof shape;
  const list = isArray(shape);
  if (typeof value !== "object" || !value || isArray(value) !== list) return false;
  return !some(
    keys(closed || list ? value : shape),
    (name) =>
      !(list || hasOwn(closed ? shape : value, name)) ||
      !fits((value as Members)[name], list ? (shape[0] as Shape) : ((shape as Members)[name] as Shape), closed),
  );
}

export const nullable =
  (shape: Shape): Test =>
  (value) =>
    value === null || fits(value, shape);

/** An object of texts by any names. */
export const texts: Test = (value) => fits(value, {}) && fits(values(value as object), [""]);
