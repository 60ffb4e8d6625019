import { readFields, readSecrets } from "./credentials.ts";
import type { Probe, Provider } from "./provider.ts";
import type { RateLimiter } from "./rate_limiter.ts";
import { runProbe, type Fetch } from "./run_probe.ts";

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
  clientIp: string;
  limiter: RateLimiter;
  fetch: Fetch;
}

export type RelayCode =
  "bad_request" | "origin" | "unknown_probe" | "method" | "rate_limited" | "bad_upstream" | "timeout";

const statusOf: Record<RelayCode, number> = {
  bad_request: 400,
  origin: 403,
  unknown_probe: 404,
  method: 405,
  rate_limited: 429,
  bad_upstream: 502,
  timeout: 504,
};

const longestUrl = 2048;

/**
 * The relay: `GET /relay/v1/{provider}/{probe}?field=value`, key in `Authorization: Bearer`.
 * HTTP 200 for every complete answer of the ATS, `{"relay": code}` otherwise. Never rejects, never logs.
 * The origin rule keeps other sites' pages out; it is not authentication.
 */
export async function handle(request: Request, context: RelayContext): Promise<Response> {
  const { config, clientIp, limiter } = context;
  const origin = request.headers.get("origin");
  const corsOrigin = origin !== null && config.origins.includes(origin) ? origin : null;
  const sameOrigin = request.headers.get("sec-fetch-site") === "same-origin";
  const reply = (code: RelayCode, headers?: Record<string, string>) =>
    answer(statusOf[code], { relay: code }, corsOrigin, headers);

  if (corsOrigin === null && !sameOrigin) return reply("origin");
  if (request.method === "OPTIONS") return preflight(corsOrigin);
  if (request.method !== "GET") return reply("method", { Allow: "GET, OPTIONS" });
  if (request.url.length > longestUrl || carriesBody(request)) return reply("bad_request");

  const url = new URL(request.url);
  const found = findProbe(url.pathname, config.providers);
  if (found === null) return reply("unknown_probe");
  const fields = readFields(found.provider, url.searchParams);
  const secrets = readSecrets(found.provider, request.headers.get("authorization"));
  if (fields === null || secrets === null) return reply("bad_request");

  const verdict = await limiter.take(clientIp);
  if (!verdict.allowed) {
    return reply("rate_limited", { "Retry-After": String(Math.ceil(verdict.retryAfterMs / 1000)) });
  }
  const { version, deadlineMs = 8000 } = config;
  const { fetch } = context;
  const result = await runProbe({ ...found, fields, secrets, version, deadlineMs, fetch, signal: request.signal });
  return typeof result === "string" ? reply(result) : answer(200, result, corsOrigin);
}

function findProbe(path: string, providers: readonly Provider[]): { provider: Provider; probe: Probe } | null {
  const parts = path.split("/");
  if (parts.length !== 5 || parts[0] !== "" || parts[1] !== "relay" || parts[2] !== "v1") return null;
  const provider = providers.find((candidate) => candidate.id === parts[3]);
  const probe = provider?.probes.find((candidate) => candidate.id === parts[4]);
  return provider && probe ? { provider, probe } : null;
}

function carriesBody(request: Request): boolean {
  const length = request.headers.get("content-length");
  return request.body !== null || (length !== null && length !== "0") || request.headers.has("transfer-encoding");
}

function answer(status: number, body: object, corsOrigin: string | null, headers: Record<string, string> = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers, ...sharedHeaders(corsOrigin) },
  });
}

function preflight(corsOrigin: string | null): Response {
  const headers = {
    ...sharedHeaders(corsOrigin),
    "Access-Control-Allow-Methods": "GET",
    "Access-Control-Allow-Headers": "authorization",
    "Access-Control-Max-Age": "600",
  };
  return new Response(null, { status: 204, headers });
}

function sharedHeaders(corsOrigin: string | null): Record<string, string> {
  return {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": corsOrigin === null ? "same-origin" : "cross-origin",
    Vary: "Origin",
    ...(corsOrigin === null
      ? {}
      : { "Access-Control-Allow-Origin": corsOrigin, "Access-Control-Expose-Headers": "Retry-After" }),
  };
}
