import type { LinkPageConfig, SealKey } from "../headers/link_config.ts";

/** What a request gets: an HTTP answer, none at all, or a connection that breaks off. */
export type Answer = { status: number; body: object | string } | "hang" | "drop";

/** One set-up of the link page: what its config changes, and what relay and backend answer. */
export interface Case {
  config?: (origin: string) => Partial<Record<keyof LinkPageConfig, unknown>>;
  /** By probe id; `any` for every other. */
  relay?: Readonly<Record<string, Answer>>;
  /** By operation of the backend protocol. */
  backend?: Readonly<Record<string, Answer>>;
  /** Ends of file names that are not served. */
  missing?: string;
}

const relayed = (body: object): Answer => ({ status: 200, body });
const ok = relayed({ status: 200, body: "ok" });
const named = (subdomain: string, name: string): Answer =>
  relayed({ status: 200, body: "ok", accounts: [{ id: "b4e8e", name, subdomain }] });
const refused = (status: number, error?: string): Answer =>
  relayed({ status, body: "json", ...(error !== undefined && { error }) });
const good = { any: ok, accounts: named("acme", "Acme") };
const notAuthorized = { any: refused(401, "Not authorized") };

/** Hand-over by POST, whatever else. */
const post = (more: Readonly<Record<string, Answer>>): Case => ({
  config: (origin) => ({ handover: { mode: "post", url: `${origin}/gallery/backend` } }),
  relay: good,
  backend: more,
});
const session = { organisation: "Brambleway", requester: "Dana Reyes" };

/** Every set-up by name; the name is a folder in the address of its link page. */
export const cases: Readonly<Record<string, Case>> = {
  good: { relay: good },
  hang: { relay: { any: "hang" } },
  half: { relay: { ...good, candidates: "hang", accounts: "hang" } },
  optional: { relay: { ...good, candidates: refused(403, "Forbidden") } },
  unchecked: { config: () => ({ verify: "none" }) },
  misconfigured: { relay: { any: { status: 404, body: { relay: "unknown_probe" } } } },
  timeout: { relay: { any: { status: 504, body: { relay: "timeout" } } } },
  network: { relay: { any: "drop" } },
  rate: {
    relay: { any: relayed({ status: 429, body: "json", rateLimit: { limit: 10, remaining: 0, resetMs: 9000 } }) },
  },
  mismatch: {
    relay: {
      any: refused(401, "Request subdomain does not match account subdomain"),
      accounts: named("globex", "Globex"),
    },
  },
  not_found: { relay: { any: relayed({ status: 404, body: "other" }), accounts: refused(401) } },
  not_found_named: { relay: { any: relayed({ status: 404, body: "other" }), accounts: named("acme-inc", "Acme") } },
  unavailable: { relay: { any: relayed({ status: 503, body: "other" }) } },
  credentials: { relay: notAuthorized },
  unexpected: { relay: { any: relayed({ status: 200, body: "other" }) } },
  handing_over: post({ handover: "hang" }),
  handover_failed: post({ handover: { status: 503, body: {} } }),
  session_expired: post({ handover: { status: 410, body: {} } }),
  hosted: post({ session: { status: 200, body: session }, handover: { status: 200, body: { ref: "ref" } } }),
  hosted_waiting: post({ session: "hang" }),
  hosted_failed: post({ session: { status: 503, body: {} } }),
  hosted_expired: post({ session: { status: 410, body: {} } }),
  config_wrong: { config: () => ({ verify: "sometimes" }) },
  not_allowed: { config: () => ({ allowedOrigins: ["https://app.example.com"] }) },
  load_failed: { missing: ".wasm" },
};

/** The case's `link.config.json`. */
export function caseConfig(name: string, origin: string, key: SealKey): LinkPageConfig {
  const changed = cases[name]?.config?.(origin) ?? {};
  const handover = (changed["handover"] ?? { mode: "callback" }) as LinkPageConfig["handover"];
  const url = handover.url === undefined ? {} : { url: `${handover.url}/${name}` };
  return {
    allowedOrigins: [origin],
    verify: "relay",
    relay: `/gallery/relay/${name}`,
    brand: { name: "Brambleway" },
    support: { url: "https://example.com/help", email: "help@example.com" },
    ...changed,
    handover: { ...handover, ...url, keys: [key] },
  } as LinkPageConfig;
}
