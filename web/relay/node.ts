import type { IncomingMessage, ServerResponse } from "node:http";
import { serveRelay } from "./node_adapter.ts";
import { upstreamClient } from "./one_request.ts";
import type { Provider } from "./provider.ts";
import { defaultLimits, MemoryRateLimiter, type RateLimits } from "./rate_limiter.ts";

// Filled in by build_worker.ts.
declare const ATS_LINK_PROVIDERS: readonly Provider[];
declare const ATS_LINK_VERSION: string;

export interface NodeRelayOptions {
  /**
   * The client's address: the socket's other end, or, behind a proxy of your own, the header that this proxy sets for
   * every request, whatever the client sent.
   */
  clientIp(message: IncomingMessage): string | undefined;
  /** Exact origins of link pages; none where the relay is served from the link origin itself. */
  origins?: readonly string[];
  /** Over upstream headers and body; 8000 if absent. */
  deadlineMs?: number;
  limits?: RateLimits;
}

/** A listener for Node's http server that answers what begins with `/relay/`. */
export function createRelay(options: NodeRelayOptions) {
  const { clientIp, origins = [], deadlineMs = 8000, limits = defaultLimits } = options;
  if (typeof clientIp !== "function")
    throw new TypeError("createRelay: clientIp says whose request it is (docs/deploy.md)");
  const config = { providers: ATS_LINK_PROVIDERS, version: ATS_LINK_VERSION, origins, deadlineMs };
  const context = { config, limiter: new MemoryRateLimiter(limits), fetch: upstreamClient() };
  return (message: IncomingMessage, response: ServerResponse): Promise<void> =>
    serveRelay(message, response, context, clientIp(message) || "unknown");
}
