import { readFields, readSecrets } from "./credentials.ts";
import type { Probe, Provider } from "./provider.ts";
import type { RateLimiter } from "./rate_limiter.ts";
import { answer, preflight, statusOf, type RelayCode } from "./reply.ts";
import { runProbe, type Fetch } from "./run_probe.ts";
import { readTarget } from "./target.ts";

export interface RelayConfig {
  providers: readonly Provider[];
  /** Exact origins of link pages that may call from another origin. A same-origin page needs no entry. */
  origins: readonly string[];
  version: string;
  /** Over upstream headers and body; 8000 if absent. */
  deadlineMs?: number;
}

export interface RelayContext {
  config: RelayConfig;
  /** Whose budget it is. Null: nobody said where to read it, and nothing is asked: one budget for all would lock all out. */
  clientIp: string | null;
  limiter: RateLimiter;
  fetch: Fetch;
  /** Told why an answer is `internal`; without it the console gets the error's name. */
  onError?: (error: unknown) => void;
}

const longestUrl = 2048;
const largestHeaders = 8192;

/**
 * The relay: `GET /relay/v1/{provider}/{probe}?field=value`, key in `Authorization: Bearer`.
 * HTTP 200 for every complete answer of the ATS, `{"relay": code}` otherwise. Never rejects; logs nothing but the
 * name of an error of whoever runs it.
 * The origin rule keeps other sites' pages out; it is not authentication.
 */
export async function handle(request: Request, context: RelayContext): Promise<Response> {
  const origin = request.headers.get("origin");
  const corsOrigin = origin !== null && context.config.origins.includes(origin) ? origin : null;
  const reply: Reply = (code, headers) => answer(statusOf[code], { relay: code }, corsOrigin, headers);
  const report = (error: unknown): void => tell(error, context.onError);
  try {
    return await answerProbe(request, context, corsOrigin, reply, report);
  } catch (error) {
    // A provider file that nobody checked. What was thrown over it may hold the key, so its name is all that is told.
    if (!(error instanceof LimiterFailed)) report(new Error(`a probe could not be made (${nameOf(error)})`));
    return reply("internal");
  }
}

/** It was told already. */
class LimiterFailed extends Error {}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

function tell(error: unknown, onError: RelayContext["onError"]): void {
  try {
    if (onError) onError(error);
    else
      console.error(`ATS Link relay: a request was answered by "internal" (${nameOf(error)}); give onError to see why`);
  } catch {
    // Who is told of an error and fails costs no answer.
  }
}

/** The limiter is the embedder's, and never sees a key: its error is told as it is. */
async function takeOne(
  limiter: RateLimiter,
  clientIp: string,
  report: (error: unknown) => void,
): Promise<Awaited<ReturnType<RateLimiter["take"]>>> {
  try {
    return await limiter.take(clientIp);
  } catch (error) {
    report(error);
    throw new LimiterFailed();
  }
}

type Reply = (code: RelayCode, headers?: Record<string, string>) => Response;

async function answerProbe(
  request: Request,
  { config, clientIp, limiter, ...context }: RelayContext,
  corsOrigin: string | null,
  reply: Reply,
  report: (error: unknown) => void,
): Promise<Response> {
  const sameOrigin = request.headers.get("sec-fetch-site") === "same-origin";
  if (corsOrigin === null && !sameOrigin) return reply("origin");
  if (request.method === "OPTIONS") return preflight(corsOrigin);
  if (request.method !== "GET") return reply("method", { Allow: "GET, OPTIONS" });
  const target = readTarget(request.url);
  if (target === null || !isPlain(request)) return reply("bad_request");

  const found = findProbe(target.path, config.providers);
  if (found === null) return reply("unknown_probe");
  const fields = readFields(found.provider, target.query);
  const secrets = readSecrets(found.provider, request.headers.get("authorization"));
  if (fields === null || secrets === null) return reply("bad_request");

  if (clientIp === null) return reply("client_unknown");
  const verdict = await takeOne(limiter, clientIp, report);
  if (!verdict.allowed) {
    return reply("rate_limited", { "Retry-After": String(Math.ceil(verdict.retryAfterMs / 1000)) });
  }
  const { version, deadlineMs = 8000 } = config;
  const { fetch } = context;
  const result = await runProbe({ ...found, fields, secrets, version, deadlineMs, fetch, signal: request.signal });
  if (typeof result === "string") return reply(result);
  // The answer is there, whatever becomes of counting it.
  if (result.status === 401) new Promise((done) => done(limiter.refused?.(clientIp))).catch(report);
  return answer(200, result, corsOrigin);
}

function findProbe(path: string, providers: readonly Provider[]): { provider: Provider; probe: Probe } | null {
  const parts = path.split("/");
  if (parts.length !== 5 || parts[0] !== "" || parts[1] !== "relay" || parts[2] !== "v1") return null;
  const provider = providers.find((candidate) => candidate.id === parts[3]);
  const probe = provider?.probes.find((candidate) => candidate.id === parts[4]);
  return provider && probe ? { provider, probe } : null;
}

/** No body, no second host, nothing overlong: what servers differ in is refused by all of them. */
function isPlain(request: Request): boolean {
  const { headers, url, body } = request;
  let size = 0;
  for (const [name, value] of headers) size += name.length + value.length;
  const hasBody = body !== null || headers.has("content-length") || headers.has("transfer-encoding");
  const hasTwoHosts = headers.get("host")?.includes(",") ?? false;
  return !hasBody && !hasTwoHosts && url.length <= longestUrl && size <= largestHeaders;
}
