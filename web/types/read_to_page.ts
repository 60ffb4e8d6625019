import { fitsConfig } from "./config_values.ts";
import type { ToPage } from "./port.ts";
import { readMessage } from "./read_message.ts";
import { fits, type Shape, texts } from "./shape.ts";

const required: Record<string, Record<string, Shape>> = {
  open: { config: fitsConfig },
  update: { patch: fitsConfig },
  back: { n: 0 },
  exit: { n: 0, force: true },
  ack: {},
  resume: {},
};
const members = { step: "", fields: texts };
const snapshot: Shape = (value) => fits(value, members) && fits(value, members, true);
const optional: Record<string, Record<string, Shape>> = {
  open: { snapshot, version: "" },
  exit: {
    reason: (value) =>
      fits(value, "") && /^(user_closed|escape|backdrop|host|invited_admin|error)$/.test(value as string),
  },
};

/** Host to page: the message, or null for what must be ignored. Unknown members are refused, in the configuration too. */
export function readToPage(data: unknown): ToPage | null {
  const message = readMessage(data, required) as ToPage | null;
  if (!message) return null;
  const known = { type: "", ...required[message.type], ...optional[message.type] };
  return fits(message, known, true) ? message : null;
}
