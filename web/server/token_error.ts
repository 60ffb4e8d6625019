import type { AtsLinkServer, TokenError, TokenRefusal } from "../types/server.ts";

const sentences: Record<TokenRefusal, string> = {
  token_too_long: "The token is longer than 8 KiB.",
  token_malformed: "This is not a sealed token of ATS Link.",
  key_unknown: "The token was sealed to a key that this backend does not have, or no longer has.",
  token_unreadable: "The token cannot be opened: it was changed, or cut off.",
  token_expired: "The token is too old or its times are wrong.",
  state_mismatch: "The token belongs to another session.",
  token_replayed: "This token was used before.",
  credential_not_allowed: "The token names a provider or values that are not in the catalogue.",
};

class Refused extends Error implements TokenError {
  override readonly name = "TokenError";
  readonly code: TokenRefusal;

  constructor(code: TokenRefusal) {
    super(sentences[code]);
    this.code = code;
  }
}

export const tokenError = (code: TokenRefusal): TokenError => new Refused(code);

/** By its name and code: a bundle may hold this module twice. */
export const isTokenError: AtsLinkServer["isTokenError"] = (value): value is TokenError =>
  value instanceof Error && value.name === "TokenError" && Object.hasOwn(sentences, (value as TokenError).code);
