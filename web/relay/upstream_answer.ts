import { readBody, type Body } from "./body_reader.ts";
import { headerLimit } from "./one_request.ts";
import { readRateLimit, type RateLimit } from "./rate_limit_headers.ts";
import type { UpstreamRequest } from "./upstream_request.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** All that is read of an ATS's answer. */
export interface UpstreamAnswer {
  status: number;
  body: Body;
  rateLimit: RateLimit | undefined;
}

/** Sends one request, reads the whole answer, follows nothing. Null where there is none. Never rejects. */
export async function askUpstream(
  fetch: Fetch,
  { url, init }: UpstreamRequest,
  signal: AbortSignal,
): Promise<UpstreamAnswer | null> {
  try {
    const response = await fetch(url, { ...init, signal });
    // Where `redirect: "manual"` hides the status (an opaque redirect), there is no answer to tell of.
    // Nor is there one by a status that is none, or by headers that some engines would take and others not.
    if (response.status < 200 || response.status > 599 || sizeOf(response.headers) > headerLimit) return null;
    const body = await readBody(response);
    // An error page may be long and its status is all that counts; a long "success" is not the API.
    if (body.kind === "too_long" && response.ok) return null;
    const read = isCodingKnown(response.headers) ? body : unreadable;
    return { status: response.status, body: read, rateLimit: readRateLimit(response.headers, Date.now()) };
  } catch {
    return null;
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
