import type { Certificate } from "./certificates.ts";
import type { Hidden } from "./engine.ts";

/** One request to the relay and all that must come of it. Data only, so that every engine runs the same. */
export interface RelayCase {
  name: string;
  /**
   * The bytes to send, lines ended by CR LF. `{key}` stands for the case's own key, `{pair}` for it twice as base64url
   * JSON. Goes out with `Connection: close` and the client address an edge would add.
   */
  request: { line: string; headers: string[]; body?: string };
  /** What the ATS answers; by default a good answer of Workable's jobs. */
  upstream?: UpstreamAnswer;
  /** What its token address answers; by default a token. */
  token?: UpstreamAnswer;
  /** What the ATS's server shows in the handshake; `good` if absent. */
  certificate?: Certificate;
  /** Send it again, as one client, until the relay says 429. */
  untilLimited?: true;
  expect: Expectation;
  /** What comes instead of an engine that does not show all that was sent (docs/relay-nginx.md). */
  hidden?: { what: Hidden; expect: Expectation };
  /** Engines that tell the status only: `"same"`, another expectation, or absent where the case says nothing of them. */
  status?: "same" | Expectation;
}

export interface Expectation {
  /** The HTTP status, or those that are all right; `refused`: 4xx or 5xx, or the connection closed without an answer. */
  http: number | number[] | "refused";
  /** The whole JSON answer. */
  body?: unknown;
  /** Header names to values; null: absent. */
  headers?: Record<string, string | null>;
  /** What the ATS must have got, once and in this order; absent: nothing at all. */
  reaches?: UpstreamTarget | UpstreamTarget[];
}

export interface UpstreamTarget {
  host: string;
  target: string;
  method?: "POST";
  /** The headers that carry meaning, lower case; those that an engine always adds come on top. */
  headers: Record<string, string>;
  body?: string;
}

export interface UpstreamAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Bytes on the wire before the answer, such as a 103. */
  before?: string;
  /** Bytes instead of an answer that is made of the members above. */
  raw?: string;
  /** Instead of ending in good order. `silent`: no byte at all; `stall`: headers, then nothing. */
  fault?: "silent" | "stall" | "drip" | "drip_headers" | "reset" | "cut" | "cut_chunked" | "endless" | "not_http";
}

export const linkOrigin = "https://link.example.com";
export const version = "1.2.3";
export const jobs = "/relay/v1/workable/jobs?subdomain=acme";
export const sameOrigin = "Sec-Fetch-Site: same-origin";
export const bearer = "Authorization: Bearer {key}";
export const host = "Host: link.example.com";

/** A request of a same-origin page with a key. */
export function get(target = jobs, ...more: string[]): RelayCase["request"] {
  return { line: `GET ${target} HTTP/1.1`, headers: [host, sameOrigin, bearer, ...more] };
}

/** What the ATS gets of a good request for Workable's jobs. */
export function workable(change: Partial<UpstreamTarget> = {}): UpstreamTarget {
  const headers = {
    accept: "application/json",
    authorization: "Bearer {key}",
    "user-agent": `ats-link-relay/${version}`,
  };
  return { host: "acme.workable.com", target: "/spi/v3/jobs?limit=1", headers, ...change };
}

export const relaySays = (http: number, relay: string): Expectation => ({ http, body: { relay } });
export const jsonType = { "Content-Type": "application/json; charset=utf-8" };
