import type { Operation } from "./backend_answer.ts";
import type { Backend, BackendAnswer } from "./backend.ts";
import type { World } from "../module/effects.ts";
import type { Inbound, WantedScopes } from "../messages.ts";
import type { Sealer } from "../seal/seal.ts";

type Post = (message: Inbound) => void;

export interface BackendLine {
  world: World["backend"];
  /** verify: "backend": the probes' answers come from there. */
  verify(attempt: number, token: string): void;
}

type Failed = Extract<BackendAnswer, { ok: false }>;
/** What the answers hold once they are checked; of each operation only its own. */
interface Checked {
  ref: string;
  organisation: string;
  requester?: string;
  provider?: string;
  scopes?: WantedScopes;
  probes: object;
}
type Of<M> = M extends { attempt: number } ? Omit<M, "attempt"> : never;
type Told = Of<Inbound>;

/** Operations of the backend protocol, answered as inbound messages. An aborted attempt is answered by nothing. */
export function createBackendLine(backend: Backend, post: Post, load: () => Promise<Sealer>): BackendLine {
  /** What an answer has to be is in the sealing code, which the first screen does without. */
  const check = async (op: Operation, answer: BackendAnswer): Promise<BackendAnswer> => {
    if (!answer.ok) return answer;
    try {
      const detail = (await load()).wrongInAnswer(op, answer.body);
      return detail === null ? answer : { ok: false, code: "HANDOVER_FAILED", detail };
    } catch {
      return { ok: false, code: "LOAD_FAILED" };
    }
  };
  const ask = (
    attempt: number,
    op: Operation,
    operation: object,
    failed: "handover_failed" | "session_refused" | "backend_failed",
    then: (body: Checked) => Told,
  ): void => {
    const tell = ({ code, detail }: Failed): Told => ({ type: failed, code, ...(detail && { detail }) });
    void backend.ask(attempt, { op, ...operation }).then(async (asked) => {
      if (!asked) return;
      const answer = await check(op, asked);
      post({ attempt, ...(answer.ok ? then(answer.body as unknown as Checked) : tell(answer)) });
    });
  };
  return {
    world: {
      abort: (attempt) => backend.abort(attempt),
      postToken: (attempt, token) =>
        ask(attempt, "handover", { token }, "handover_failed", ({ ref }) => ({ type: "handed_over", ref })),
      askSession: (attempt, state) =>
        ask(attempt, "session", { state }, "session_refused", ({ organisation, requester, provider, scopes }) => ({
          // `expiresAt` and whatever else comes is not the flow's business.
          type: "session",
          organisation,
          ...(requester !== undefined && { requester }),
          ...(provider !== undefined && { provider }),
          ...(scopes !== undefined && { scopes }),
        })),
    },
    verify: (attempt, token) =>
      ask(attempt, "verify", { token }, "backend_failed", ({ probes }) => ({ type: "backend_answer", probes })),
  };
}
