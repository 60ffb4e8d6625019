import { configShape } from "../../types/config_shape.ts";
import { wrongInConfig } from "../../types/config_values.ts";
import { readMessage } from "../../types/read_message.ts";

export const UNKNOWN = "no such member";

export interface WrongMember {
  field: string;
  expected: string;
}

/** Which configuration member makes an `open` or `update` unreadable; null if the message is wrong in another way. */
export function wrongMember(data: unknown): WrongMember | null {
  const read = readMessage(data, { open: { config: {} }, update: { patch: {} } });
  const message = read as { config?: object; patch?: object } | null;
  const config = message?.config ?? message?.patch;
  const field = config && wrongInConfig(config);
  if (!field) return null;
  const known = field === "supportRequest" || Object.hasOwn(configShape, field.split(".")[0] ?? "");
  return { field, expected: known ? "another type or value" : UNKNOWN };
}
