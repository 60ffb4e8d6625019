/** What `ats-link/relay` gives a server that runs the relay itself. Types only: importing this file adds no code. */

export interface RateLimits {
  perMinute: number;
  burst: number;
  globalPerMinute: number;
  /** Refused keys of one client in a quarter of an hour. 15 are five tries: one asks up to three probes. */
  refusedPerQuarter?: number;
}

export type LimiterVerdict = { allowed: true } | { allowed: false; retryAfterMs: number };

export interface RateLimiter {
  /** Takes one request of this client; how long to wait if there is none left. */
  take(clientIp: string): LimiterVerdict | Promise<LimiterVerdict>;
  /** Tells that the ATS refused this client's key (401): whoever tries keys runs out of tries. */
  refused?(clientIp: string): void;
}

/** A provider file, as `ats-link check-provider` finds it right. */
export type ProviderFile = Readonly<Record<string, unknown>> & { readonly id: string };

export interface RelayOptions {
  /** Instead of those in `providers.mjs`, which lies beside what is built. */
  providers?: readonly ProviderFile[];
  /** Exact origins of link pages; none where the relay is served from the link origin itself. */
  origins?: readonly string[];
  /** Over upstream headers and body, in milliseconds; 8000 if absent. */
  deadlineMs?: number;
  /** Of the limiter in memory; by default 30 a minute for each client and 600 for all. Several processes count apart. */
  limits?: RateLimits;
  /** A limiter of your own, such as one that several processes share. Not together with `limits`. */
  limiter?: RateLimiter;
  /**
   * Told why a request was answered by `internal` (HTTP 500): what your `limiter` threw, as it is, or the name of what a
   * provider file led to. Without it the console gets the error's name alone. Never holds a key.
   */
  onError?: (error: unknown) => void;
  /** Sends the requests, for tests against a sandbox. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** Node's `IncomingMessage`, as far as it is read; without Node's own types, which a worker does not have. */
export interface NodeRequest {
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Node's `ServerResponse`. */
export interface NodeResponse {
  end(): unknown;
}

export interface NodeRelayOptions extends RelayOptions {
  /**
   * The client's address: the socket's other end, or, behind a proxy of your own, the header that this proxy sets for
   * every request, whatever the client sent.
   */
  clientIp(message: NodeRequest): string | undefined;
}

/** Answers what begins with `/relay/`. Never rejects. `clientIp`: whose request it is, as your server knows it. */
export type RelayHandler = (request: Request, clientIp: string) => Promise<Response>;

/** What the module exports. */
export interface AtsLinkRelay {
  /** For every server with Web-standard requests. Throws a `TypeError` that names a wrong option. */
  createHandler(options?: RelayOptions): RelayHandler;
  /** The same as a listener for Node's http server. */
  createRelay(options: NodeRelayOptions): (message: NodeRequest, response: NodeResponse) => Promise<void>;
}
