import type { JWK } from "jose";
import { isObject } from "../relay/json.ts";
import type { AtsLinkServer } from "../types/server.ts";
import { type Demand, demandFor, demandKnown } from "./demand.ts";
import { tokenError } from "./token_error.ts";
import { isFresh, takenUntilMs, unseal } from "./unseal.ts";

/**
 * Opens a token and checks it: its times, and where they are given the session it must be of and that it was not taken
 * before. The session is looked at first thing, since `state` lies inside the seal.
 */
export const openToken: AtsLinkServer["openToken"] = async (token, options) => {
  const { keys, state, taken, now = Date.now } = readOptions(options);
  if (typeof token !== "string") throw tokenError("token_malformed");
  const payload = await unseal(token, keys);
  if (typeof payload === "string") throw tokenError(payload);
  if (!isFresh(payload, now())) throw tokenError("token_expired");
  if (state !== undefined && payload.state !== state) throw tokenError("state_mismatch");
  if (taken && !taken.take(payload)) throw tokenError("token_replayed");
  return payload;
};

const members = ["keys", "state", "taken", "now"];

/** Wrong options are refused by the member's name before any token is looked at. */
function readOptions(options: Parameters<typeof openToken>[1]): Parameters<typeof openToken>[1] {
  const demand: Demand = demandFor("openToken");
  const given: unknown = options;
  demand(isObject(given), "options", "an object with keys");
  demandKnown(demand, options, members);
  const { keys, state, taken, now } = options as { [Name in keyof typeof options]: unknown };
  demandKeys(demand, keys);
  // An undefined session would compare with nothing, and take any token.
  demand(
    !Object.hasOwn(options, "state") || (typeof state === "string" && state !== ""),
    "state",
    "the session's state",
  );
  demand(taken === undefined || isObject(taken), "taken", "what createTakenTokens gives");
  demand(now === undefined || typeof now === "function", "now", "a function");
  return options;
}

export function demandKeys(demand: Demand, keys: unknown): void {
  demand(Array.isArray(keys) && keys.length > 0, "keys", "a list of at least one private key as JWK");
  (keys as unknown[]).forEach((key, index) => {
    const { kty, crv, kid, d } = isObject(key) ? (key as JWK) : {};
    const path = `keys[${String(index)}]`;
    demand(kty === "EC" && crv === "P-256", path, "a P-256 key as JWK, as ats-link keygen writes it");
    demand(typeof kid === "string" && kid !== "", `${path}.kid`, "a key id");
    demand(typeof d === "string", `${path}.d`, "the private half; this is the public key");
  });
}

export const createTakenTokens: AtsLinkServer["createTakenTokens"] = (now = Date.now) => {
  const demand: Demand = demandFor("createTakenTokens");
  demand(typeof now === "function", "now", "a function");
  /** `jti` of every token that was taken, and when it would be too old to be taken again. */
  const untilMs = new Map<string, number>();
  return {
    take({ jti, exp }) {
      for (const [taken, until] of untilMs) if (until <= now()) untilMs.delete(taken);
      if (untilMs.has(jti)) return false;
      untilMs.set(jti, takenUntilMs(exp));
      return true;
    },
    giveBack: (jti) => void untilMs.delete(jti),
  };
};
