import type { AtsLinkServer } from "../types/server.ts";
import { type Demand, demandFor } from "./demand.ts";
import { takenUntilMs } from "./unseal.ts";

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
