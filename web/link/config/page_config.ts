import {
  byProvider,
  ConfigProblem,
  hasShape,
  list,
  oneOf,
  optional,
  providerList,
  text,
  truth,
} from "./config_check.ts";
import { backendUrl, logoUrl, mailAddress, origin, relayUrl, supportUrl } from "./config_url.ts";
import { publicKey, type PublicKey } from "./public_key.ts";

/** `link.config.json`, the link origin's own settings and the ceiling for whatever a host page asks. */
export interface PageConfig {
  allowedOrigins: string[];
  verify: "relay" | "backend" | "none";
  /** Absolute; empty where nothing is relayed. */
  relay: string;
  handover: { mode: "callback" | "post"; url: string; keys: PublicKey[] };
  providers?: string[];
  /** By provider: what is known of it. */
  notices?: Record<string, "down">;
  /** By provider: an image on the link origin. */
  logos?: Record<string, string>;
  brand?: { name?: string; logoUrl?: string };
  support?: { url?: string; email?: string };
  fontUrl?: string;
  dangerouslyAllowPlaintext: boolean;
}

/** The file as it was written, once it has its shape. */
type Written = Omit<PageConfig, "relay" | "handover" | "dangerouslyAllowPlaintext"> & {
  relay?: string;
  handover: { mode: "callback" | "post"; url?: string; keys: PublicKey[] };
  dangerouslyAllowPlaintext?: boolean;
};

function distinctKids(keys: PublicKey[]): void {
  keys.forEach(({ kid }, index) => {
    if (keys.findIndex((other) => other.kid === kid) !== index)
      throw new ConfigProblem(`handover.keys[${index}].kid`, "a kid that no other key has");
  });
}

/**
 * The checked configuration; throws a ConfigProblem that names the first wrong, missing or unknown field. `base` is the
 * address that relative URLs start from: that of the file.
 */
export function readPageConfig(value: unknown, base: string): PageConfig {
  hasShape({
    allowedOrigins: list(origin, 1),
    verify: oneOf("relay", "backend", "none"),
    relay: optional(relayUrl(base)),
    handover: hasShape({ mode: oneOf("callback", "post"), url: optional(backendUrl), keys: list(publicKey) }),
    providers: optional(providerList),
    notices: optional(byProvider(oneOf("down"))),
    logos: optional(byProvider(logoUrl(base))),
    brand: optional(hasShape({ name: optional(text), logoUrl: optional(logoUrl(base)) })),
    support: optional(hasShape({ url: optional(supportUrl), email: optional(mailAddress) })),
    fontUrl: optional(logoUrl(base)),
    dangerouslyAllowPlaintext: optional(truth),
  })(value, "");
  const read = value as Written;
  const { mode, url = "", keys } = read.handover;
  const plaintext = read.dangerouslyAllowPlaintext ?? false;
  distinctKids(keys);
  if (keys.length === 0 && !(plaintext && mode === "callback" && read.verify !== "backend"))
    throw new ConfigProblem("handover.keys", "at least one public key");
  if (url === "" && (mode === "post" || read.verify === "backend"))
    throw new ConfigProblem("handover.url", "the backend's https address");
  if (read.verify === "relay" && read.relay === undefined)
    throw new ConfigProblem("relay", "the relay's address, such as /relay");
  return {
    ...read,
    relay: read.relay === undefined ? "" : new URL(read.relay, base).href.replace(/\/$/, ""),
    handover: { mode, url, keys },
    dangerouslyAllowPlaintext: plaintext,
  };
}

/**
 * `link.config.json` beside the page, and what the server said of it. Throws a ConfigProblem for a wrong one.
 * Its cookies and passwords are the page's own, for a page that is behind a login.
 */
export async function loadConfig(
  page: string,
  cache: RequestCache = "no-cache",
): Promise<{ config: PageConfig; headers: Headers }> {
  const url = new URL("link.config.json", page).href;
  const response = await fetch(url, { cache, credentials: "same-origin", signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`link.config.json: HTTP ${response.status}`);
  // Every generated set has it for this file; the policy of the page itself cannot be read from here.
  if (!response.headers.has("Cross-Origin-Resource-Policy"))
    console.warn("ATS Link: this server does not send the headers of `ats-link headers`");
  const text = await response.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigProblem("link.config.json", "JSON");
  }
  return { config: readPageConfig(value, url), headers: response.headers };
}

/** What the flow needs of the page's own configuration; addresses and keys stay here. */
export function toFlowPage({ verify, handover, providers, notices, logos, brand, support }: PageConfig): object {
  return {
    verify,
    handover: { mode: handover.mode },
    ...(providers && { providers }),
    ...(notices && { notices: Object.keys(notices) }),
    ...(logos && { logos }),
    ...(brand && { brand }),
    ...(support && { support }),
    // Without a key nothing is sealed, and the screen may not say that it is.
    ...(handover.keys.length === 0 && { plaintext: true }),
  };
}
