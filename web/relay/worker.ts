import { handle } from "./handle.ts";
import type { Provider } from "./provider.ts";
import { upstreamClient } from "./one_request.ts";
import { clientKey, defaultLimits, MemoryRateLimiter, type RateLimiter } from "./rate_limiter.ts";

// From providers.mjs beside what is built (providers_module.ts): what is added there needs no change of code.
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
  /**
   * The header that holds the client's address because the server in front sets it for every request, whatever the
   * client sent: `cf-connecting-ip` on Cloudflare. Of a list the last counts, which that server added.
   */
  CLIENT_IP_HEADER?: string;
  /** The address itself, for a server that gives an environment with each request, such as the socket's other end. */
  CLIENT_IP?: string;
  /** Over upstream headers and body, in milliseconds; 8000 if absent. */
  DEADLINE_MS?: string;
}

const send = upstreamClient();
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
      clientIp: clientOf(request, env),
      limiter: env.RATE_LIMITER ? boundLimiter(env.RATE_LIMITER) : ownLimiter,
      fetch: send,
    });
  },
};

let isTold = false;

/** No header is believed by itself: anybody can send one. */
function clientOf(request: Request, { CLIENT_IP, CLIENT_IP_HEADER }: WorkerEnv): string | null {
  if (CLIENT_IP !== undefined) return CLIENT_IP;
  if (CLIENT_IP_HEADER !== undefined) {
    return request.headers.get(CLIENT_IP_HEADER)?.split(",").at(-1)?.trim() || "unknown";
  }
  if (!isTold)
    console.error("ATS Link relay: set CLIENT_IP_HEADER or CLIENT_IP (docs/deploy.md); nothing is asked without");
  isTold = true;
  return null;
}

function boundLimiter(binding: RateLimitBinding): RateLimiter {
  return {
    async take(clientIp) {
      const { success } = await binding.limit({ key: clientKey(clientIp) });
      return success ? refusedOnly.take(clientIp) : { allowed: false, retryAfterMs: 60_000 };
    },
    refused: (clientIp) => refusedOnly.refused(clientIp),
  };
}
