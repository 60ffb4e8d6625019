import { base64url } from "jose";
import { isObject } from "../relay/json.ts";
import type { AtsLinkServer, LinkSessions, NewSession, SessionRecord, SessionStore } from "../types/server.ts";
import { type Demand, demandFor, demandKnown } from "./demand.ts";
import { createMemoryStore } from "./memory_store.ts";

const lifetimeMs = 30 * 60 * 1000;
const operations = ["add", "find", "markOpened", "countTry", "claim", "release", "connect"] as const;

export const createSessions: AtsLinkServer["createSessions"] = (options = {}) => {
  const demand: Demand = demandFor("createSessions");
  const given: unknown = options;
  demand(isObject(given), "options", "an object");
  demandKnown(demand, options, ["store", "mostTries", "now"]);
  const { now = Date.now, mostTries = 20 } = options;
  demand(typeof (now as unknown) === "function", "now", "a function");
  const { store = createMemoryStore(now) } = options;
  demand(Number.isInteger(mostTries) && mostTries > 0, "mostTries", "a whole number of 1 or more");
  for (const name of operations)
    demand(typeof (store as Partial<SessionStore> | null)?.[name] === "function", `store.${name}`, "a function");
  const sessions: LinkSessions = {
    store,
    mostTries,
    now,
    async create(wanted) {
      const { lifetimeMs: lifetime = lifetimeMs, ...members } = readNew(wanted);
      const session = { ...members, state: randomText(24), expiresAt: now() + lifetime };
      await store.add(session);
      return session;
    },
    async open(state) {
      const record = await store.find(state);
      if (!record || whyOver(record, now()) !== null) return null;
      await store.markOpened(state);
      return record.session;
    },
    async status(state) {
      const record = await store.find(state);
      const connected = record?.connected.at(-1) ?? null;
      return { status: statusOf(record, now()), session: record?.session ?? null, connected };
    },
  };
  return sessions;
};

function statusOf(record: SessionRecord | null, nowMs: number) {
  if (record && record.connected.length > 0) return "connected";
  if (!record || record.session.expiresAt <= nowMs) return "expired";
  return record.opened ? "opened" : "pending";
}

/** Why a session takes no token any more; null while it does. */
export function whyOver({ session, connected }: SessionRecord, nowMs: number) {
  if (connected.length > 0 && !session.reusable) return "session_used";
  return session.expiresAt <= nowMs ? "session_expired" : null;
}

const text = (most: number, pattern = /[^]/) => {
  const fits = (value: unknown) => typeof value === "string" && value.length > 0 && value.length <= most;
  return (value: unknown): boolean => fits(value) && pattern.test(value as string);
};
const ids = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 64 && value.every(text(64, /^[!-~]*$/));
const isScopes = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).every((name) => ["required", "optional"].includes(name)) &&
  Object.values(value).every((list) => list === undefined || ids(list));

/** What the link page takes of an answer, so that a wrong session is met by who makes it and not by the person. */
const members: Record<keyof NewSession, [right: (value: unknown) => boolean, expected: string]> = {
  organisation: [text(200), "a text of 1 to 200 characters"],
  requester: [text(200), "a text of 1 to 200 characters"],
  provider: [text(32, /^[a-z0-9][a-z0-9-]*$/), 'a provider\'s id, such as "workable"'],
  scopes: [isScopes, "required and optional, each a list of at most 64 ids of at most 64 characters"],
  owner: [text(1024), "your user's id, a text of 1 to 1024 characters"],
  lifetimeMs: [(value) => typeof value === "number" && value > 0 && value < Infinity, "milliseconds, more than 0"],
  reusable: [(value) => typeof value === "boolean", "true or false"],
};

function readNew(given: NewSession): NewSession {
  const demand: Demand = demandFor("create");
  const read: unknown = given;
  demand(isObject(read), "session", "an object with organisation");
  demandKnown(demand, read, Object.keys(members));
  for (const [name, [right, expected]] of Object.entries(members)) {
    const value = read[name];
    demand((value === undefined && name !== "organisation") || right(value), name, expected);
  }
  return given;
}

/** So many random bytes as base64url, also where there is no Node. */
export const randomText = (bytes: number): string => base64url.encode(crypto.getRandomValues(new Uint8Array(bytes)));
