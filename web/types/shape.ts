type Test = (value: unknown) => boolean;

/** A shape is an example: "" any string, 0 any number, true any boolean, [x] a list of x, {…} at least these members; or a test. */
export type Shape = string | number | boolean | Test | readonly [Shape] | { readonly [member: string]: Shape };

type Members = Record<string, unknown>;

/** Says whether a plain JSON value has a shape. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === "function") return shape(value);
  if (typeof shape !== "object") return typeof value === typeof shape;
  if (typeof value !== "object" || !value || Array.isArray(value) !== Array.isArray(shape)) return false;
  return Array.isArray(shape)
    ? (value as unknown[]).every((item) => fits(item, shape[0] as Shape))
    : Object.entries(shape).every(([name, member]) => fits((value as Members)[name], member));
}

export const nullable =
  (shape: Shape): Test =>
  (value) =>
    value === null || fits(value, shape);

/** An object with any names, all of one shape. */
export const record =
  (shape: Shape): Test =>
  (value) =>
    fits(value, {}) && fits(Object.values(value as Members), [shape]);

/** An object with no other members than these, each of which may be absent. */
export const only =
  (members: Record<string, Shape>): Test =>
  (value) =>
    fits(value, {}) &&
    Object.entries(value as Members).every(
      ([name, member]) => Object.hasOwn(members, name) && fits(member, members[name] as Shape),
    );

export const oneOf =
  (...words: unknown[]): Test =>
  (value) =>
    words.includes(value);
