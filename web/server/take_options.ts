import { isObject } from "../relay/json.ts";
import type { BackendOptions, CheckOptions, TakeOptions, TokenPayload } from "../types/server.ts";
import { type Demand, demandFor, demandKnown } from "./demand.ts";
import { demandKeys } from "./open_token.ts";

const shared = ["sessions", "keys", "onConnected", "unverified", "fetch", "deadlineMs"];

const optional = (value: unknown, type: "function" | "number"): boolean => value === undefined || typeof value === type;

function demandShared(demand: Demand, options: unknown, more: string[]): void {
  demand(isObject(options), "options", "an object with sessions, keys and onConnected");
  demandKnown(demand, options, [...shared, ...more]);
  const { sessions, keys, onConnected, unverified, fetch, deadlineMs } = options;
  demand(isObject(sessions) && isObject(sessions["store"]), "sessions", "what createSessions gives");
  demandKeys(demand, keys);
  demand(typeof onConnected === "function", "onConnected", "a function that keeps the connection");
  demand([undefined, "refuse", "accept"].includes(unverified as undefined), "unverified", '"refuse" or "accept"');
  demand(optional(fetch, "function"), "fetch", "a function");
  demand(optional(deadlineMs, "number"), "deadlineMs", "milliseconds");
}

/** Before any ATS is asked: a misspelt `fetch` would ask the real one in a test. */
export function readCheckOptions(payload: TokenPayload, options: CheckOptions): CheckOptions {
  const demand: Demand = demandFor("checkCredential");
  demand(isObject(payload) && isObject(payload["credential"]), "payload", "what openToken gives");
  demand(isObject(options), "options", "an object");
  demandKnown(demand, options, ["deadlineMs", "fetch"]);
  demand(optional(options["fetch"], "function"), "fetch", "a function");
  demand(optional(options["deadlineMs"], "number"), "deadlineMs", "milliseconds");
  return options;
}

/** What Node's server and Express give has no `headers.get`. */
export function demandRequest(request: Request): void {
  const demand: Demand = demandFor("handleBackend");
  const headers = (request as Partial<Request> | undefined)?.headers;
  demand(typeof headers?.get === "function", "request", "a Request as fetch has it; make one of a message of Node's");
}

/** Wrong options are refused by the member's name before any request is looked at. */
export function readBackendOptions(options: BackendOptions): BackendOptions {
  const demand: Demand = demandFor("handleBackend");
  demandShared(demand, options, ["linkOrigin", "onError"]);
  const { linkOrigin, onError } = options;
  // As a browser sends it: anything else would be equal to no request's.
  const exact = typeof linkOrigin === "string" && URL.parse(linkOrigin)?.origin === linkOrigin;
  demand(
    exact && linkOrigin !== "null",
    "linkOrigin",
    "the link page's exact origin, such as https://link.example.com",
  );
  demand(optional(onError, "function"), "onError", "a function");
  return options;
}

type WithState = TakeOptions & { state: string | readonly string[] };

export function readTakeOptions(options: WithState): WithState {
  const demand: Demand = demandFor("takeToken");
  demandShared(demand, options, ["state"]);
  const { state } = options;
  const states: readonly unknown[] = Array.isArray(state) ? state : [state];
  // What a session that was not found would give must not open a token.
  const right = states.every((each) => typeof each === "string" && each !== "");
  demand(right, "state", "the signed-in user's session, or a list of them");
  return options;
}
