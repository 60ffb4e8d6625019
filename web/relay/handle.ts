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
}

const longestUrl = 2048;
const largestHeaders = 8192;

/**
 * The relay: `GET /relay/v1/{provider}/{probe}?field=value`, key in `Authorization: Bearer`.
 * HTTP 200 for every complete answer of the ATS, `{"relay": code}` otherwise. Never rejects, never logs.
 * The origin rule keeps other sites' pages out; it is not authentication.
 */
export async function handle(request: Request, context: RelayContext): Promise<Response> {
  const origin = request.headers.get("origin");
  const corsOrigin = origin !== null && context.config.origins.includes(origin) ? origin : null;
  const reply: Reply = (code, headers) => answer(statusOf[code], { relay: code }, corsOrigin, headers);
  try {
    return await answerProbe(request, context, corsOrigin, reply);
  } catch {
    // A provider file that nobody checked: there is no such probe that could be made.
    return reply("unknown_probe");
  }
}

type Reply = (code: RelayCode, headers?: Record<string, string>) => Response;

async function answerProbe(
  request: Request,
  { config, clientIp, limiter, ...context }: RelayContext,
  corsOrigin: string | null,
  reply: Reply,
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
  const verdict = await limiter.take(clientIp);
  if (!verdict.allowed) {
    return reply("rate_limited", { "Retry-After": String(Math.ceil(verdict.retryAfterMs / 1000)) });
  }
  const { version, deadlineMs = 8000 } = config;
  const { fetch } = context;
  const result = await runProbe({ ...found, fields, secrets, version, deadlineMs, fetch, signal: request.signal });
  if (typeof result === "string") return reply(result);
  if (result.status === 401) limiter.refused?.(clientIp);
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
