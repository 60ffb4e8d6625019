import { fits, type Shape } from "./shape.ts";

const LIMIT = 16384;

/**
 * A plain copy of a message if it is at most 16 KiB of JSON in UTF-8 and its `type` is known and has its shape, else null.
 * Reading the copy, not the original, leaves no getter, cycle or exotic object to the caller.
 */
export function readMessage(data: unknown, shapes: Record<string, Shape>): unknown {
  try {
    const text = JSON.stringify(data);
    const copy = JSON.parse(text) as { type: string };
    return new TextEncoder().encode(text).length <= LIMIT &&
      Object.hasOwn(shapes, copy.type) &&
      fits(copy.type, "") &&
      fits(copy, shapes[copy.type] as Shape)
      ? copy
      : null;
  } catch {
    return null;
  }
}
