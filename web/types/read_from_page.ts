import type { FromPage } from "./port.ts";
import { hasOwn } from "./plain_text.ts";
import { readMessage } from "./read_message.ts";
import { fits, nullable, type Shape } from "./shape.ts";

const place = { step: "", sessionId: "" };
const base = { ...place, timestamp: "", provider: nullable("") };
const error = { step: "", message: "", code: "", retryable: true, displayMessage: nullable("") };
const lastError = nullable(error);
const event = { ...base, name: "" };
const success: Shape = {
  publicToken: "",
  metadata: { ...base, scopes: {} },
};
const exit = { error: lastError, metadata: { ...base, reason: "", lastError } };

// Names are not closed lists here: a newer page may know more steps, codes and members than this opener. What goes back to
// the page, a snapshot, is the page's to check; what a host is told is checked here, but for the lists of scopes.
const shapes: Record<string, Shape> = {
  event: {
    event: (value) => fits(value, (value as { name?: string } | null)?.name === "ERROR" ? { ...event, error } : event),
  },
  loading: {},
  ready: {},
  size: { height: 0 },
  reply: { n: 0, ok: true },
  refused: { code: "" },
  help: { context: place },
  snapshot: { step: "" },
  success,
  exit: (value) => fits(value, hasOwn(value as object, "success") ? { ...exit, success } : exit),
};

/** Page to host: the message, or null for what must be ignored. */
export const readFromPage = (data: unknown): FromPage | null => readMessage(data, shapes) as FromPage | null;
