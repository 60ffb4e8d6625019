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

/** Why a token is refused. */
export type TokenRefusal =
  | "token_too_long"
  | "token_malformed"
  | "key_unknown"
  | "token_unreadable"
  | "token_expired"
  | "state_mismatch"
  | "token_replayed"
  | "credential_not_allowed";

/** What a refused token is thrown as; `isTokenError` tells it from a fault of your own. */
export interface TokenError extends Error {
  readonly name: "TokenError";
  readonly code: TokenRefusal;
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
  /** The address to send. Throws a `TypeError` that names the wrong member and what is allowed. */
  hostedLink(link: HostedLink): string;
  /** What such an address says, for a log or a test. Throws as `hostedLink` does; a link page also takes damaged ones. */
  readHostedLink(url: string): HostedLink;
}
