import { hasOwn, LIMIT, parse, plainText, sizeOf } from "./plain_text.ts";
import { fits, type Shape } from "./shape.ts";

/**
 * A plain copy of a message if it is at most 16 KiB of JSON in UTF-8 and its `type` is known and has its shape, else null.
 * Reading the copy, not the original, leaves no getter, cycle or exotic object to the caller.
 */
export function readMessage(data: unknown, shapes: Record<string, Shape>): unknown {
  try {
    const text = plainText(data) as string;
    const copy = parse(text) as { type: string };
    const { type } = copy;
    return sizeOf(text) <= LIMIT && hasOwn(shapes, type) && fits(copy, shapes[type] as Shape) ? copy : null;
  } catch {
    return null;
  }
}
