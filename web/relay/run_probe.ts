import { describeAnswer, type ProbeAnswer } from "./answer.ts";
import type { Probe, Provider, Values } from "./provider.ts";
import { buildTokenRequest, readToken, tokenRefused } from "./token_request.ts";
import { askUpstream, type Fetch } from "./upstream_answer.ts";
import { buildUpstreamRequest } from "./upstream_request.ts";

export type { Fetch } from "./upstream_answer.ts";

export interface ProbeRun {
  provider: Provider;
  probe: Probe;
  /** Values of the non-secret fields, already accepted by `fieldAccepts`. */
  fields: Values;
  secrets: Values;
  version: string;
  fetch: Fetch;
  /** Over all requests of the probe, headers and body together. */
  deadlineMs: number;
  /** The caller's own wish to stop. */
  signal?: AbortSignal;
}

export type ProbeFailure = "bad_request" | "bad_upstream" | "timeout";

/** Sends one probe and waits for the whole answer. A failure code means that there was no complete answer. */
export async function runProbe(run: ProbeRun): Promise<ProbeAnswer | ProbeFailure> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  run.signal?.addEventListener("abort", stop, { once: true });
  if (run.signal?.aborted) stop();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Raced as well as aborted: the deadline holds even where fetch does not heed its signal.
  const deadline = new Promise<"timeout">((resolve) => {
    timer = setTimeout(() => {
      resolve("timeout");
      stop();
    }, run.deadlineMs);
  });
  try {
    return await Promise.race([deadline, exchange(run, abort.signal)]);
  } finally {
    clearTimeout(timer);
    run.signal?.removeEventListener("abort", stop);
  }
}

/** Everything is built before anything is sent: no token is asked for a probe that cannot be. */
async function exchange(run: ProbeRun, signal: AbortSignal): Promise<ProbeAnswer | ProbeFailure> {
  const { provider, probe, fields, version, fetch } = run;
  const { auth } = provider;
  let { secrets } = run;
  const request = buildUpstreamRequest(provider, probe, fields, secrets, version);
  if (request === null) return "bad_request";
  if (auth.kind === "client_credentials") {
    const forToken = buildTokenRequest(auth, fields, secrets, version);
    if (forToken === null) return "bad_request";
    const given = await askUpstream(fetch, forToken, signal);
    if (given === null) return "bad_upstream";
    const token = readToken(given);
    if (token === null) return tokenRefused(provider, given, secrets);
    request.init.headers["Authorization"] = `Bearer ${token}`;
    // No field is called that: what repeats the token is dropped as what repeats the key is.
    secrets = { ...secrets, "": token };
  }
  const answer = await askUpstream(fetch, request, signal);
  return answer === null ? "bad_upstream" : describeAnswer(provider, probe, answer, secrets);
}
