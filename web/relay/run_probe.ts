import { describeAnswer, type ProbeAnswer } from "./answer.ts";
import { readBody, type Body } from "./body_reader.ts";
import { headerLimit } from "./one_request.ts";
import type { Probe, Provider, Values } from "./provider.ts";
import { readRateLimit } from "./rate_limit_headers.ts";
import { buildUpstreamRequest } from "./upstream_request.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ProbeRun {
  provider: Provider;
  probe: Probe;
  /** Values of the non-secret fields, already accepted by `fieldAccepts`. */
  fields: Values;
  secrets: Values;
  version: string;
  fetch: Fetch;
  /** Over headers and body together. */
  deadlineMs: number;
  /** The caller's own wish to stop. */
  signal?: AbortSignal;
}

export type ProbeFailure = "bad_request" | "bad_upstream" | "timeout";

/** Sends one probe and waits for the whole answer. A failure code means that there was no complete answer. */
export async function runProbe(run: ProbeRun): Promise<ProbeAnswer | ProbeFailure> {
  const request = buildUpstreamRequest(run.provider, run.probe, run.fields, run.secrets, run.version);
  if (request === null) return "bad_request";
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
  const exchange = sendAndRead(run, request.url, { ...request.init, signal: abort.signal });
  try {
    return await Promise.race([deadline, exchange]);
  } finally {
    clearTimeout(timer);
    run.signal?.removeEventListener("abort", stop);
  }
}

async function sendAndRead(run: ProbeRun, url: string, init: RequestInit): Promise<ProbeAnswer | ProbeFailure> {
  try {
    const response = await run.fetch(url, init);
    // Where `redirect: "manual"` hides the status (an opaque redirect), there is no answer to tell of.
    // Nor is there one by a status that is none, or by headers that some engines would take and others not.
    if (response.status < 200 || response.status > 599 || sizeOf(response.headers) > headerLimit) return "bad_upstream";
    const body = await readBody(response);
    // An error page may be long and its status is all that counts; a long "success" is not the API.
    if (body.kind === "too_long" && response.ok) return "bad_upstream";
    const read = isCodingKnown(response.headers) ? body : unreadable;
    const rate = readRateLimit(response.headers, Date.now());
    return describeAnswer(run.provider, run.probe, response.status, read, rate, run.secrets);
  } catch {
    return "bad_upstream";
  }
}

function sizeOf(headers: Headers): number {
  let size = 0;
  for (const [name, value] of headers) size += name.length + value.length + 4;
  return size;
}

const unreadable: Body = { kind: "not_text" };

/** Engines pass a body of a coding that they do not know on as it is, and it might look like JSON. */
function isCodingKnown(headers: Headers): boolean {
  return /^(?:|identity|gzip|x-gzip|deflate|br)$/.test(headers.get("content-encoding")?.trim().toLowerCase() ?? "");
}
