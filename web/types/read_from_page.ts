import type { FromPage } from "./port.ts";
import { readMessage } from "./read_message.ts";
import { nullable, texts } from "./shape.ts";

const place = { step: "", sessionId: "" };
const base = { ...place, timestamp: "", provider: nullable("") };
const error = nullable({ code: "", message: "", step: "", retryable: true, displayMessage: nullable("") });

// Names are not closed lists here: a newer page may know more steps, codes and members than this opener.
const shapes = {
  loading: {},
  ready: { version: "" },
  event: { event: { ...base, name: "" } },
  size: { height: 0 },
  snapshot: { step: "", fields: texts },
  success: { publicToken: "", metadata: base },
  exit: { error, metadata: { ...base, reason: "", lastError: error } },
  reply: { n: 0, ok: true },
  help: { context: place },
  refused: { code: "" },
} as const;

/** Page to host: the message, or null for what must be ignored. */
export const readFromPage = (data: unknown): FromPage | null => readMessage(data, shapes) as FromPage | null;
