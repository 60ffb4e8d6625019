import { configShape, fitsConfig } from "../types/config_shape.ts";
import { readMessage } from "../types/read_message.ts";

export interface WrongMember {
  field: string;
  expected: string;
}

/** Which configuration member makes an `open` or `update` unreadable; null if the message is wrong in another way. */
export function wrongMember(data: unknown): WrongMember | null {
  const read = readMessage(data, { open: { config: {} }, update: { patch: {} } });
  const message = read as { config?: Record<string, unknown>; patch?: Record<string, unknown> } | null;
  const config = message?.config ?? message?.patch;
  if (!config) return null;
  for (const [field, value] of Object.entries(config)) {
    if (!Object.hasOwn(configShape, field)) return { field, expected: "no such member" };
    if (!fitsConfig({ [field]: value })) return { field, expected: "another type or value" };
  }
  return null;
}
