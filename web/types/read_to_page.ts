import { configShape } from "./config_shape.ts";
import type { ToPage } from "./port.ts";
import { readMessage } from "./read_message.ts";
import { fits, oneOf, only, record, type Shape } from "./shape.ts";

const config = only(configShape);
const reason = oneOf("user_closed", "escape", "backdrop", "host", "invited_admin", "error");
const snapshot: Shape = (value) =>
  fits(value, { step: "", fields: record("") }) && only({ step: "", fields: record("") })(value);

const required: Record<string, Record<string, Shape>> = {
  open: { config },
  update: { patch: config },
  back: { n: 0 },
  exit: { n: 0, force: true },
  ack: {},
  resume: {},
};
const optional: Record<string, Record<string, Shape>> = { open: { snapshot }, exit: { reason } };

/** Host to page: the message, or null for what must be ignored. Unknown members are refused, in the configuration too. */
export function readToPage(data: unknown): ToPage | null {
  const message = readMessage(data, required) as ToPage | null;
  if (!message) return null;
  const members = { type: "", ...required[message.type], ...optional[message.type] };
  return only(members)(message) ? message : null;
}
