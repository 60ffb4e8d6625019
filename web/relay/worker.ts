import { handle } from "./handle.ts";
import type { Provider } from "./provider.ts";
import { clientKey, defaultLimits, MemoryRateLimiter, type RateLimiter } from "./rate_limiter.ts";

// Filled in by build_worker.ts, so that a new provider file is in the Worker without a change of code.
declare const ATS_LINK_PROVIDERS: readonly Provider[];
declare const ATS_LINK_VERSION: string;

/** Cloudflare's Rate Limiting binding. https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit */
interface RateLimitBinding {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

export interface WorkerEnv {
  /** Link page origins, comma separated. Empty where the relay is served from the link origin itself. */
  LINK_ORIGINS?: string;
  /** Optional; without it each isolate counts for itself. Refused keys are counted by each isolate in any case. */
  RATE_LIMITER?: RateLimitBinding;
  /** Over upstream headers and body, in milliseconds; 8000 if absent. */
  DEADLINE_MS?: string;
}

const ownLimiter = new MemoryRateLimiter();
const refusedOnly = new MemoryRateLimiter({ ...defaultLimits, perMinute: 1e9, burst: 1e9, globalPerMinute: 1e9 });

/** Cloudflare Worker entry: the relay on workerd. */
export default {
  fetch(request: Request, env: WorkerEnv): Promise<Response> {
    const origins = (env.LINK_ORIGINS ?? "")
      .split(",")
      .map((origin) => origin.trim())
      .filter((origin) => origin !== "");
    const deadlineMs = Number(env.DEADLINE_MS) || 8000;
    return handle(request, {
      config: { providers: ATS_LINK_PROVIDERS, origins, version: ATS_LINK_VERSION, deadlineMs },
      clientIp: request.headers.get("cf-connecting-ip") ?? "unknown",
      limiter: env.RATE_LIMITER ? boundLimiter(env.RATE_LIMITER) : ownLimiter,
      fetch: (url, init) => fetch(url, init),
    });
  },
};

function boundLimiter(binding: RateLimitBinding): RateLimiter {
  return {
    async take(clientIp) {
      const { success } = await binding.limit({ key: clientKey(clientIp) });
      return success ? refusedOnly.take(clientIp) : { allowed: false, retryAfterMs: 60_000 };
    },
    refused: (clientIp) => refusedOnly.refused(clientIp),
  };
}
