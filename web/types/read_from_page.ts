import type { FromPage } from "./port.ts";
import { readMessage } from "./read_message.ts";
import { fits, nullable, record } from "./shape.ts";

const base = { sessionId: "", timestamp: "", provider: nullable(""), step: "" };
const failure = { code: "", message: "", displayMessage: nullable(""), retryable: true, step: "" };
const error = nullable(failure);

// Names are not closed lists here: a newer page may know more steps, codes and members than this opener.
const shapes = {
  ready: { version: "" },
  event: (message: unknown) =>
    fits(message, { event: { ...base, name: "" } }) &&
    (!fits(message, { event: { name: (name) => name === "ERROR" } }) || fits(message, { event: { error: failure } })),
  size: { height: 0 },
  snapshot: { step: "", fields: record("") },
  success: { publicToken: "", metadata: { ...base, scopes: { granted: [""], missing: [""], unverified: [""] } } },
  exit: { error, metadata: { ...base, reason: "", lastError: error } },
  reply: { n: 0, ok: true },
  help: { context: { step: "", sessionId: "" } },
  refused: { code: "" },
} as const;

/** Page to host: the message, or null for what must be ignored. */
export const readFromPage = (data: unknown): FromPage | null => readMessage(data, shapes) as FromPage | null;
