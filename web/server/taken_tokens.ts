import type { AtsLinkServer } from "../types/server.ts";
import { takenUntilMs } from "./unseal.ts";

export const createTakenTokens: AtsLinkServer["createTakenTokens"] = (now = Date.now) => {
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
