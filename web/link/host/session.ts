import type { Base, ErrorCode, ExitMetadata, ExitReason, LinkError, LinkEvent, Step } from "../../types/index.ts";

type WithoutBase<T> = T extends unknown ? Omit<T, "sessionId" | "timestamp"> : never;

/** What one session is called and where it is; adds to messages what only the page knows. */
export interface Session {
  readonly id: string;
  /** Completes what the flow tells with session id and time, and remembers its step and provider. */
  stamp<T extends Pick<Base, "step" | "provider">>(message: T): T & Base;
  event(event: WithoutBase<LinkEvent>): LinkEvent;
  /** For an end that the flow does not tell: it never ran, or it closes silently. */
  exitMetadata(reason: ExitReason, lastError: LinkError | null): ExitMetadata;
  error(code: ErrorCode, message: string): LinkError;
  /** What goes wrong beside the flow, which goes on. */
  fault(code: ErrorCode, message: string): LinkEvent;
}

export function createSession(id: string, now: () => Date = () => new Date()): Session {
  let place: { provider: string | null; step: Step } = { provider: null, step: "provider" };
  const stamp = <T extends Pick<Base, "step" | "provider">>(message: T): T & Base => {
    place = { provider: message.provider, step: message.step };
    return { ...message, sessionId: id, timestamp: now().toISOString() };
  };
  const error: Session["error"] = (code, message) => ({
    code,
    message,
    displayMessage: null,
    retryable: code === "LOAD_FAILED",
    step: place.step,
  });
  return {
    id,
    stamp,
    event: (event) => stamp(event),
    exitMetadata: (reason, lastError) => stamp({ ...place, reason, lastError }),
    error,
    fault: (code, message) => stamp({ name: "ERROR", ...place, error: error(code, message) }),
  };
}
