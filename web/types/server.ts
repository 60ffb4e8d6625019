/** What `ats-link/server` gives a backend, on Node and in workers. Types only: importing this file adds no code. */
import type { JWK } from "jose";

export interface TokenScopes {
  granted: string[];
  missing: string[];
  unverified: string[];
}

/** What a sealed token holds (version 1). Times are in Unix seconds. `account` and `scopes` are what the browser was told. */
export interface TokenPayload {
  v: 1;
  jti: string;
  iat: number;
  exp: number;
  state: string | null;
  origin: string | null;
  provider: string;
  method: string;
  fields: Record<string, string>;
  credential: { kind: "api_key"; values: Record<string, string> };
  account: { id?: string; name?: string } | null;
  scopes: TokenScopes;
  widgetVersion: string;
}

/** Why a token is refused, by what it is or, from `session_unknown` on, by the session it is of. */
export type TokenRefusal =
  | "token_too_long"
  | "token_malformed"
  | "key_unknown"
  | "token_unreadable"
  | "token_expired"
  | "state_mismatch"
  | "token_replayed"
  | "credential_not_allowed"
  | "session_unknown"
  | "session_expired"
  | "session_used"
  | "session_busy"
  | "session_of_another_user"
  | "provider_mismatch"
  | "too_many_tries"
  | "ats_unavailable"
  | "not_verified";

/** What a refused token is thrown as; `isTokenError` tells it from a fault of your own. */
export interface TokenError extends Error {
  readonly name: "TokenError";
  readonly code: TokenRefusal;
  /** The HTTP status that says so: from 500 on the same token may come again. */
  readonly status: number;
}

/** The tokens that were taken, in memory. Several processes need a place of their own that all of them ask. */
export interface TakenTokens {
  /** False if the token with this `jti` was taken before. Remembers it for as long as its times would be accepted. */
  take(token: Pick<TokenPayload, "jti" | "exp">): boolean;
  /** For a token that could not be looked into through no fault of its own. */
  giveBack(jti: string): void;
}

export interface OpenTokenOptions {
  /** Your private keys: the new one and, while it is replaced, the old one. */
  keys: readonly JWK[];
  /** The session of the signed-in user who presents the token. Left out, the caller compares it. */
  state?: string;
  /** Refuses a token that was taken before. Left out, the caller sees to it. */
  taken?: TakenTokens;
  /** Your server's clock in milliseconds; `Date.now` if absent. */
  now?: () => number;
}

/** What the ATS answered to one probe, or why there is no answer. The shape that the backend protocol sends on. */
export type ProbeResult =
  | {
      status: number;
      body: "ok" | "json" | "other";
      error?: string;
      rateLimit?: { limit?: number; remaining?: number; resetMs?: number };
      accounts?: { id?: string; name?: string; subdomain?: string }[];
      account?: { id?: string; name?: string; subdomain?: string };
    }
  | { relay: string };

export interface CredentialCheck {
  /** Each answer by its probe's id: what a `verify` of the backend protocol is answered with. */
  probes: Record<string, ProbeResult>;
  /** No answer says anything of the key: answer 503, and the same token comes again. */
  silent: boolean;
  /** The key can do everything that the token says was granted. */
  verified: boolean;
  accountName: string | null;
  /** As your backend saw it, not the browser. */
  scopes: TokenScopes;
}

export interface CheckOptions {
  /** Over each probe's headers and body; 8000 if absent. */
  deadlineMs?: number;
  /** Sends the requests, for tests against a sandbox. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface SealKeyPair {
  /** For `handover.keys` of link.config.json. */
  publicJwk: { kty: "EC"; crv: "P-256"; x: string; y: string; kid: string; use?: "enc"; alg?: "ECDH-ES" };
  /** Stays on the backend. */
  privateJwk: JWK;
}

/** What a hosted link says: the link page on its own, for somebody who is not in your application. */
export interface HostedLink {
  /** The link page's folder: https (http for localhost), without a fragment. */
  linkUrl: string;
  /** The session it is for. Whoever has the link can use the session, so make it long, random and of one use. */
  state: string;
  /** The id of a provider, whose screens then come first. */
  provider?: string;
  /** BCP 47, for example `en-GB`. */
  locale?: string;
}

/** What a session is made of. */
export interface NewSession {
  /** Who asks, shown to the person before anything else: 1 to 200 characters. */
  organisation: string;
  requester?: string;
  /** The id of the one provider that may be connected. */
  provider?: string;
  scopes?: { required?: string[]; optional?: string[] };
  /** Your user, by your own id. Told to nobody; compare it before you answer with a status. */
  owner?: string;
  /** Milliseconds; 30 minutes if absent. A link that is sent to somebody needs longer. */
  lifetimeMs?: number;
  /** Takes more than one connection, for a page whose signed-in user may open the wizard again. A link is used once. */
  reusable?: boolean;
}

export interface LinkSession extends Omit<NewSession, "lifetimeMs"> {
  /** 192 random bits. */
  state: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** A connection as it may be shown: the key is not in it. */
export interface Connected {
  /** What `publicToken` is in the host page with `handover.mode: "post"`. */
  ref: string;
  jti: string;
  provider: string;
  fields: Record<string, string>;
  accountName: string | null;
  scopes: TokenScopes;
  verified: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

export interface SessionRecord {
  session: LinkSession;
  opened: boolean;
  /** In their order; at most one unless the session is reusable. */
  connected: Connected[];
}

type Awaitable<T> = T | Promise<T>;

/**
 * Where sessions are kept. `createSessions` has one in memory; several processes need one that all of them ask. What it
 * forgets counts as ended, so keep a record a day longer than its session.
 */
export interface SessionStore {
  add(session: LinkSession): Awaitable<void>;
  find(state: string): Awaitable<SessionRecord | null>;
  markOpened(state: string): Awaitable<void>;
  /** Adds one to the session's tries and gives the sum, in one step. */
  countTry(state: string): Awaitable<number>;
  /** In one step: false while another call has the session, at most until the time it gave; else this one has it. */
  claim(state: string, untilMs: number): Awaitable<boolean>;
  release(state: string): Awaitable<void>;
  /** Adds a connection and releases the session, in one step. */
  connect(state: string, connected: Connected): Awaitable<void>;
}

export interface SessionsOptions {
  store?: SessionStore;
  /** How often a token of one session is opened; 20 if absent. */
  mostTries?: number;
  /** Your server's clock in milliseconds; `Date.now` if absent. */
  now?: () => number;
}

export type SessionStatus = "pending" | "opened" | "connected" | "expired";

export interface LinkSessions {
  /** Rejects with a `TypeError` that names a wrong member. */
  create(session: NewSession): Promise<LinkSession>;
  /** For a page of your own that a link leads to: the session, which then counts as opened, or null if it has ended. */
  open(state: string): Promise<LinkSession | null>;
  /** `session` is null for one that is not known (any more), which counts as expired. */
  status(state: string): Promise<{ status: SessionStatus; session: LinkSession | null; connected: Connected | null }>;
  readonly store: SessionStore;
  readonly mostTries: number;
  readonly now: () => number;
}

/** What there is to keep when a session has connected. */
export interface NewConnection extends Connected {
  session: LinkSession;
  /** What was entered: store it encrypted, and log it nowhere. */
  secrets: Record<string, string>;
}

export interface TakeOptions extends CheckOptions {
  sessions: LinkSessions;
  /** Your private keys: the new one and, while it is replaced, the old one. */
  keys: readonly JWK[];
  /**
   * Keeps the connection. The session counts as connected once this is done. If it fails, or the process ends in its midst,
   * the same token may come again: keep one connection for one `jti`.
   */
  onConnected(connection: NewConnection): void | Promise<void>;
  /** What becomes of a key for which the ATS does not confirm what the browser saw; "refuse" if absent. */
  unverified?: "refuse" | "accept";
}

export interface BackendOptions extends TakeOptions {
  /** Of the link page, such as `https://link.example.com`: the one origin that may ask across origins. */
  linkOrigin: string;
  /** Told of a fault of your own, such as an `onConnected` that failed. Never of a refused token. */
  onError?(error: unknown): void;
}

/** What the module exports. */
export interface AtsLinkServer {
  /** What a token holds. Rejects with a `TokenError` if it is to be refused, with a `TypeError` for wrong options. */
  openToken(token: string, options: OpenTokenOptions): Promise<TokenPayload>;
  isTokenError(value: unknown): value is TokenError;
  createTakenTokens(now?: () => number): TakenTokens;
  /** Asks the ATS with what is in a token. Rejects with `credential_not_allowed` if the values are not in the catalogue. */
  checkCredential(payload: TokenPayload, options?: CheckOptions): Promise<CredentialCheck>;
  /** A new ECDH P-256 key pair; `kid` is the RFC 7638 thumbprint of the public key. */
  makeSealKey(): Promise<SealKeyPair>;
  /** Sessions with their state, expiry, tries and what they connected. */
  createSessions(options?: SessionsOptions): LinkSessions;
  /** A store in memory, for one process. */
  createMemoryStore(now?: () => number): SessionStore;
  /**
   * Answers the link page's POSTs to `handover.url` by the backend protocol, on everything with Web-standard requests.
   * Rejects with a `TypeError` for wrong options or what is no `Request`, else never.
   */
  handleBackend(request: Request, options: BackendOptions): Promise<Response>;
  /**
   * With `handover.mode: "callback"`: takes the token that your page posts, by the same rules. `state`: the sessions of the
   * signed-in user who presents it; without a live one the token is not opened. Rejects with a `TokenError`.
   */
  takeToken(token: string, options: TakeOptions & { state: string | readonly string[] }): Promise<Connected>;
  /** The address to send. Throws a `TypeError` that names the wrong member and what is allowed. */
  hostedLink(link: HostedLink): string;
  /** What such an address says, for a log or a test. Throws as `hostedLink` does; a link page also takes damaged ones. */
  readHostedLink(url: string): HostedLink;
}
