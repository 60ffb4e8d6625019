import type { Fault, Switches } from "../types/testing.ts";

export type { Fault, Switches } from "../types/testing.ts";

/** Faults of transport and content, for every request or those whose path holds `faultPath`. */
export const faults: readonly Fault[] = [
  "none",
  ...(["status_500", "html_502", "html_503", "html_520", "html_403", "html_404_long"] as const),
  ...(["slow", "drip", "hang", "reset"] as const),
  ...(["truncated_json", "truncated_transfer", "html_200", "empty_200", "no_content_204", "wrong_shape"] as const),
  ...(["huge", "gzip_bomb", "deep_json", "invalid_utf8"] as const),
  ...(["redirect_loop", "redirect_same_host", "redirect_other_host"] as const),
  ...(["key_echo", "control_characters", "nested_error"] as const),
];

export const defaultSwitches: Switches = {
  unknownSubdomain: "html_404",
  mismatchStatus: 401,
  mismatchText: "named",
  missingScope: "forbidden_403",
  accountsWithoutJobs: 403,
  suspended: "forbidden_403",
  rateLimit: true,
  rateLimitMax: 10,
  rateLimitWindowMs: 10_000,
  rateLimitBody: "empty",
  rateLimitHeaders: true,
  rateLimitHeadersOnErrors: false,
  retryAfter: null,
  slowMs: 15_000,
  fault: "none",
  faultPath: "",
  redirectStatus: 302,
  extraKeys: [],
};

const choices: { [Name in keyof Switches]?: readonly Switches[Name][] } = {
  unknownSubdomain: ["html_404", "json_404", "redirect", "dns_failure"],
  mismatchStatus: [401, 404, 422],
  mismatchText: ["named", "not_authorized"],
  missingScope: ["forbidden_403", "not_authorized_401"],
  accountsWithoutJobs: [403, 401],
  suspended: ["forbidden_403", "payment_402", "redirect"],
  rateLimitBody: ["empty", "json", "html"],
  redirectStatus: [301, 302, 303, 307, 308],
  fault: faults,
};

/** The name of the first switch in `patch` that does not exist or has no such value; null if all are right. */
export function wrongSwitch(patch: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(patch)) {
    if (!Object.hasOwn(defaultSwitches, name)) return name;
    const key = name as keyof Switches;
    const allowed = choices[key] as readonly unknown[] | undefined;
    const right = allowed ? allowed.includes(value) : isSameKind(value, defaultSwitches[key]);
    if (!right) return name;
  }
  return null;
}

function isSameKind(value: unknown, usual: unknown): boolean {
  if (usual === null) return value === null || isCount(value);
  if (typeof usual === "number") return isCount(value);
  return typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
