import type { ErrorCode, LinkError, Step } from "../types/index.ts";

/** An error that the opener itself raises. A plain object like the link page's, so that it survives cloning and JSON. */
export const failure = (code: ErrorCode, message: string, step: Step = "provider"): LinkError => ({
  code,
  message,
  displayMessage: null,
  retryable: code === "FRAME_BLOCKED",
  step,
});
