import type { ErrorCode } from "../../types/index.ts";

export type BackendAnswer =
  { ok: true; body: Record<string, unknown> } | { ok: false; code: ErrorCode; detail?: string };

export interface Backend {
  /** POSTs one operation as JSON, without cookies. Null: the attempt was aborted, and nothing is to be told. */
  ask(attempt: number, operation: object): Promise<BackendAnswer | null>;
  abort(attempt: number): void;
  abortAll(): void;
}

const LIMIT_MS = 10_000;
const LIMIT_BYTES = 64 * 1024;

function refusal(status: number): ErrorCode {
  return status === 401 || status === 404 || status === 410 ? "SESSION_EXPIRED" : "HANDOVER_FAILED";
}

/** The body as UTF-8, or null as soon as it is longer than an answer can be. */
async function readText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > LIMIT_BYTES) {
      void reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

async function readBody(response: Response): Promise<BackendAnswer> {
  const text = await readText(response);
  try {
    const body = JSON.parse(text ?? "") as unknown;
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return { ok: true, body: body as Record<string, unknown> };
  } catch {
    // Not JSON; said below.
  }
  return { ok: false, code: "HANDOVER_FAILED", detail: text === null ? "more than 64 KiB" : "no JSON object" };
}

/** The integrator's backend at `handover.url`. Every wait ends within 10 s. */
export function createBackend(url: string, send: typeof fetch = fetch, online = () => navigator.onLine): Backend {
  const running = new Map<number, AbortController>();
  return {
    async ask(attempt, operation) {
      running.get(attempt)?.abort();
      const controller = new AbortController();
      running.set(attempt, controller);
      try {
        const response = await send(url, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(operation),
          credentials: "omit",
          redirect: "error",
          cache: "no-store",
          referrerPolicy: "no-referrer",
          signal: AbortSignal.any([controller.signal, AbortSignal.timeout(LIMIT_MS)]),
        });
        const { ok, status } = response;
        return ok ? await readBody(response) : { ok, code: refusal(status), detail: `HTTP ${status}` };
      } catch (error) {
        if (controller.signal.aborted) return null;
        // Not NETWORK or TIMEOUT, whose sentences are about the ATS.
        return online()
          ? { ok: false, code: "HANDOVER_FAILED", detail: `no answer (${error instanceof Error ? error.name : "?"})` }
          : { ok: false, code: "OFFLINE" };
      } finally {
        if (running.get(attempt) === controller) running.delete(attempt);
      }
    },
    abort: (attempt) => running.get(attempt)?.abort(),
    abortAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
