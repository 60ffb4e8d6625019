import type { ErrorCode, LinkError, Step } from "../types/index.ts";

/** An error that the opener itself raises. A plain object like the link page's, so that it survives cloning and JSON. */
export const failure = (code: ErrorCode, message: string, step: Step = "provider", retryable?: boolean): LinkError => ({
  code,
  retryable: !!retryable,
  message,
  displayMessage: null,
  step,
});

export const invalid = (name: string, why = "is unknown or not valid"): LinkError =>
  failure("CONFIG_INVALID", `${name} ${why}`);
