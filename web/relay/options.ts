import { ConfigProblem } from "../link/config/config_check.ts";
import { origin } from "../link/config/config_url.ts";
import type { RelayOptions } from "../types/relay.ts";
import type { RelayContext } from "./handle.ts";
import { isObject } from "./json.ts";
import { upstreamClient } from "./one_request.ts";
import type { Provider } from "./provider.ts";
import { defaultLimits, MemoryRateLimiter } from "./rate_limiter.ts";

// From providers.mjs beside what is built (providers_module.ts).
declare const ATS_LINK_PROVIDERS: readonly Provider[];
declare const ATS_LINK_VERSION: string;

const isFunction = (value: unknown): boolean => typeof value === "function";
const isNumber = (value: unknown): value is number => typeof value === "number" && value >= 0 && value < Infinity;
const isPositive = (value: unknown): boolean => isNumber(value) && value > 0;

/** No check of each word: that is the command's. What the relay walks through must be there. */
const isProvider = (value: unknown): boolean =>
  isObject(value) &&
  typeof value["id"] === "string" &&
  isObject(value["auth"]) &&
  ["fields", "scopes", "probes"].every((name) => Array.isArray(value[name]));

const members: Record<keyof RelayOptions, [right: (value: unknown) => boolean, expected: string]> = {
  providers: [(value) => Array.isArray(value) && value.every(isProvider), "a list of provider files"],
  origins: [Array.isArray, "a list of origins"],
  deadlineMs: [isNumber, "milliseconds"],
  limits: [
    (value) =>
      isObject(value) &&
      ["perMinute", "burst", "globalPerMinute"].every((name) => isPositive(value[name])) &&
      (value["refusedPerQuarter"] === undefined || isPositive(value["refusedPerQuarter"])),
    "perMinute, burst and globalPerMinute, each a number of more than 0",
  ],
  limiter: [(value) => isObject(value) && isFunction(value["take"]), "an object with take(clientIp)"],
  fetch: [isFunction, "a function"],
  onError: [isFunction, "a function"],
};

/** The relay's context by an embedder's options. `name`: of the function that a wrong one is told of; `more`: its own. */
export function relayContext(name: string, options: RelayOptions, more: string[] = []): Omit<RelayContext, "clientIp"> {
  const refuse = (member: string, expected: string) => new TypeError(`${name}: ${member}: expected ${expected}`);
  if (!isObject(options)) throw refuse("options", "an object");
  for (const [member, value] of Object.entries(options)) {
    const known = Object.hasOwn(members, member) ? members[member as keyof RelayOptions] : undefined;
    if (!known && !more.includes(member)) throw refuse(member, "no such option; remove it");
    if (known && value !== undefined && !known[0](value)) throw refuse(member, known[1]);
  }
  const {
    origins = [],
    deadlineMs = 8000,
    limits,
    limiter,
    fetch = upstreamClient(),
    onError,
  } = options as RelayOptions;
  if (limits && limiter) throw refuse("limits", "limits or a limiter, not both");
  try {
    origins.forEach((each, index) => origin(each, `origins[${String(index)}]`));
  } catch (error) {
    throw error instanceof ConfigProblem ? refuse(error.field, error.expected) : error;
  }
  const providers = (options.providers as readonly Provider[] | undefined) ?? ATS_LINK_PROVIDERS;
  const config = { providers, version: ATS_LINK_VERSION, origins, deadlineMs };
  const own = limiter ?? new MemoryRateLimiter(limits ?? defaultLimits);
  return { config, limiter: own, fetch, ...(onError && { onError }) };
}
