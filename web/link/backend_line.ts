import type { Backend, BackendAnswer } from "./backend.ts";
import type { World } from "./effects.ts";

type Post = (message: object) => void;

export interface BackendLine {
  world: World["backend"];
  /** verify: "backend": the probes' answers come from there. */
  verify(attempt: number, token: string): void;
}

function failed(answer: BackendAnswer): string {
  return answer.ok ? "HANDOVER_FAILED" : answer.code;
}

/** Operations of the backend protocol, answered as inbound messages. An aborted attempt is answered by nothing. */
export function createBackendLine(backend: Backend, post: Post): BackendLine {
  const ask = (attempt: number, operation: object, then: (answer: BackendAnswer) => object): void => {
    void backend.ask(attempt, operation).then((answer) => answer && post({ attempt, ...then(answer) }));
  };
  return {
    world: {
      abort: (attempt) => backend.abort(attempt),
      postToken: (attempt, token) =>
        ask(attempt, { op: "handover", token }, (answer) =>
          answer.ok && typeof answer.body["ref"] === "string"
            ? { type: "handed_over", ref: answer.body["ref"] }
            : { type: "handover_failed", code: failed(answer) },
        ),
      askSession: (attempt, state) =>
        ask(attempt, { op: "session", state }, (answer) => {
          if (!answer.ok || typeof answer.body["organisation"] !== "string")
            return { type: "session_refused", code: failed(answer) };
          // `expiresAt` and whatever else comes is not the flow's business.
          const { organisation, requester, provider, scopes } = answer.body;
          return {
            type: "session",
            organisation,
            ...(requester !== undefined && { requester }),
            ...(provider !== undefined && { provider }),
            ...(scopes !== undefined && { scopes }),
          };
        }),
    },
    verify: (attempt, token) =>
      ask(attempt, { op: "verify", token }, (answer) =>
        answer.ok && typeof answer.body["probes"] === "object" && answer.body["probes"] !== null
          ? { type: "backend_answer", probes: answer.body["probes"] }
          : { type: "backend_failed", code: failed(answer) },
      ),
  };
}
