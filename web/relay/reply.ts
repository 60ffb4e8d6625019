export type RelayCode =
  | "bad_request"
  | "origin"
  | "unknown_probe"
  | "method"
  | "rate_limited"
  | "client_unknown"
  | "internal"
  | "bad_upstream"
  | "timeout";

/** The HTTP status of each of the relay's own answers; they are given only without a complete answer of the ATS. */
export const statusOf: Readonly<Record<RelayCode, number>> = {
  bad_request: 400,
  origin: 403,
  unknown_probe: 404,
  method: 405,
  rate_limited: 429,
  // Whoever runs the relay did not say where the client's address comes from.
  client_unknown: 500,
  // The limiter failed, or a provider file that nobody checked cannot be worked with.
  internal: 500,
  bad_upstream: 502,
  timeout: 504,
};

/** A JSON answer. `corsOrigin` is the allowed origin of another site that asked, if one did. */
export function answer(
  status: number,
  body: object,
  corsOrigin: string | null,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers, ...sharedHeaders(corsOrigin) },
  });
}

/** The answer to OPTIONS. */
export function preflight(corsOrigin: string | null): Response {
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
