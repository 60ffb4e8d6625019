/**
 * What `ats-link/testing` gives an integrator's own tests: the sandbox, its keys, and helpers for Playwright. Types only:
 * importing this file adds no code.
 */

/** What the sandbox does with a key; `ok` serves data within `scopes`. */
export type KeyBehaviour =
  "ok" | "expired" | "revoked" | "rate_limited" | "unavailable_html" | "slow" | "truncated_json" | "html";

export interface SandboxKey {
  name: string;
  key: string;
  meaning: string;
  provider: string;
  /** Accounts it is valid for; the first is the one it counts against. */
  accounts: readonly string[];
  scopes: readonly string[];
  behaviour: KeyBehaviour;
  /** The second secret, for providers that have two. */
  secret?: string;
}

export type SandboxKeyName =
  | "allScopes"
  | "onlyJobs"
  | "onlyCandidates"
  | "ofGlobex"
  | "expired"
  | "revoked"
  | "rateLimited"
  | "unavailable"
  | "slow"
  | "truncatedJson"
  | "html200"
  | "ashby"
  | "ashbyNoPermission"
  | "jobvite"
  | "lever"
  | "leverNoPostings"
  | "smartRecruiters"
  | "pinpoint"
  | "pinpointNoJobs";

/** What to enter for one use, by field id. */
export interface ProviderKey {
  meaning: string;
  values: Readonly<Record<string, string>>;
}

/** The documented keys of a provider by what they are for. They are made by its file, and the same in every start. */
export interface ProviderKeys {
  good: ProviderKey;
  /** A key that may not do what the wizard checks. */
  noPermission: ProviderKey;
  /** A key that nobody has. */
  unknown: ProviderKey;
  /** Always 429. */
  rateLimited: ProviderKey;
  /** Always 503. */
  unavailable: ProviderKey;
  /** Key and account do not belong together; absent where no field names an account. */
  otherAccount?: ProviderKey;
}

/** Faults of transport and content, for every request or those whose path holds `faultPath`. */
export type Fault =
  | "none"
  | "status_500"
  | "html_502"
  | "html_503"
  | "html_520"
  | "html_403"
  | "html_404_long"
  | "slow"
  | "drip"
  | "hang"
  | "reset"
  | "truncated_json"
  | "truncated_transfer"
  | "html_200"
  | "empty_200"
  | "no_content_204"
  | "wrong_shape"
  | "huge"
  | "gzip_bomb"
  | "deep_json"
  | "invalid_utf8"
  | "redirect_loop"
  | "redirect_same_host"
  | "redirect_other_host"
  | "key_echo"
  | "control_characters"
  | "nested_error";

/** How the sandbox answers where the real API is not known or can differ. */
export interface Switches {
  /** A subdomain that does not exist. `dns_failure` drops the connection. */
  unknownSubdomain: "html_404" | "json_404" | "redirect" | "dns_failure";
  /** A key of another account than the subdomain's. */
  mismatchStatus: 401 | 404 | 422;
  mismatchText: "named" | "not_authorized";
  missingScope: "forbidden_403" | "not_authorized_401";
  /** `www.workable.com/spi/v3/accounts` without r_jobs. */
  accountsWithoutJobs: 403 | 401;
  suspended: "forbidden_403" | "payment_402" | "redirect";
  /** Counting; the headers are a switch of their own. */
  rateLimit: boolean;
  rateLimitMax: number;
  rateLimitWindowMs: number;
  rateLimitBody: "empty" | "json" | "html";
  rateLimitHeaders: boolean;
  rateLimitHeadersOnErrors: boolean;
  /** Seconds, sent with a 429; null: no such header. */
  retryAfter: number | null;
  slowMs: number;
  fault: Fault;
  /** Only paths that hold this text get the fault; empty: all. */
  faultPath: string;
  redirectStatus: 301 | 302 | 303 | 307 | 308;
  /** More keys, for shapes other than the documented ones. */
  extraKeys: { key: string; accounts: string[]; scopes: string[] }[];
}

export interface SandboxOptions {
  /** 0 or absent: a free one. */
  port?: number;
  switches?: Partial<Switches>;
}

export interface Sandbox {
  /** Such as `http://127.0.0.1:8082`, without a slash at the end. `GET /__sandbox/keys` lists the keys. */
  url: string;
  close(): Promise<void>;
}

/** Playwright's `Locator`, as far as the helpers use it; without Playwright's own types, of whichever version. */
export interface LocatorLike {
  click(): Promise<void>;
  fill(value: string): Promise<void>;
  waitFor(): Promise<void>;
}

/** Playwright's `FrameLocator`. */
export interface FrameLike<L extends LocatorLike> {
  getByRole(
    role: "button" | "dialog" | "heading" | "searchbox" | "textbox",
    options: { name: string; exact: boolean },
  ): L;
  getByLabel(text: string, options: { exact: boolean }): L;
}

/** Playwright's `Page`. */
export interface PageLike<L extends LocatorLike, F extends FrameLike<L>> {
  frameLocator(selector: string): F;
}

/** The open wizard, found as a person finds it: by roles and names, in English. */
export interface Wizard<L extends LocatorLike, F> {
  /** The link page's frame, for what is not below. */
  readonly frame: F;
  /** Waits for the screen with this heading, and gives its dialog. */
  screen(heading: string): Promise<L>;
  button(name: string): L;
  /** A field by its label; a secret has no other name. */
  field(label: string): L;
  /** From the first screen to the first field of an ATS. */
  choose(name: string): Promise<void>;
  /** The whole way through Workable until its check begins; `screen` says what comes then. */
  enterWorkable(values: { subdomain: string; key: string }): Promise<void>;
}

/** What the module exports. */
export interface AtsLinkTesting {
  /** Starts the simulator on loopback. Rejects with code EADDRINUSE if the port is taken. */
  startSandbox(options?: SandboxOptions): Promise<Sandbox>;
  /** The documented keys by name. They open nothing but the sandbox. */
  keys: Readonly<Record<SandboxKeyName, Omit<SandboxKey, "name">>>;
  /** What to enter for a provider, by its id. Throws a `TypeError` if the catalogue does not have it. */
  providerKeys(id: string): ProviderKeys;
  /** For `fetch` of `ats-link/server` and `ats-link/relay`: asks the sandbox in place of every ATS. */
  sandboxFetch(sandboxUrl: string): (url: string, init: RequestInit) => Promise<Response>;
  /** `page`: Playwright's, on which the wizard was opened. */
  wizard<L extends LocatorLike, F extends FrameLike<L>>(page: PageLike<L, F>): Wizard<L, F>;
}
