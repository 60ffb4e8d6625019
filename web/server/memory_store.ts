import type { AtsLinkServer, SessionRecord } from "../types/server.ts";
import { type Demand, demandFor } from "./demand.ts";

/** Who polls for the end of a session is told of it a while after the session itself is over. */
const keptMs = 24 * 60 * 60 * 1000;

interface Kept extends SessionRecord {
  tries: number;
  claimedUntilMs: number;
}

export const createMemoryStore: AtsLinkServer["createMemoryStore"] = (now = Date.now) => {
  const demand: Demand = demandFor("createMemoryStore");
  demand(typeof now === "function", "now", "a function");
  const records = new Map<string, Kept>();
  return {
    add(session) {
      for (const [state, { session: old }] of records) if (old.expiresAt + keptMs <= now()) records.delete(state);
      records.set(session.state, { session, opened: false, connected: [], tries: 0, claimedUntilMs: 0 });
    },
    find(state) {
      const record = records.get(state);
      // A copy: what the caller keeps says how it was.
      return record ? { session: record.session, opened: record.opened, connected: [...record.connected] } : null;
    },
    markOpened(state) {
      const record = records.get(state);
      if (record) record.opened = true;
    },
    countTry(state) {
      const record = records.get(state);
      return record ? ++record.tries : 0;
    },
    claim(state, untilMs) {
      const record = records.get(state);
      if (!record || record.claimedUntilMs > now()) return false;
      record.claimedUntilMs = untilMs;
      return true;
    },
    release(state) {
      const record = records.get(state);
      if (record) record.claimedUntilMs = 0;
    },
    connect(state, connected) {
      const record = records.get(state);
      if (!record) return;
      record.connected.push(connected);
      record.claimedUntilMs = 0;
    },
  };
};
