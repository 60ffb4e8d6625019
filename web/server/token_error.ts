import type { AtsLinkServer, TokenError, TokenRefusal } from "../types/server.ts";

const refusals: Record<TokenRefusal, [status: number, sentence: string]> = {
  token_too_long: [400, "The token is longer than 8 KiB."],
  token_malformed: [400, "This is not a sealed token of ATS Link."],
  key_unknown: [400, "The token was sealed to a key that this backend does not have, or no longer has."],
  token_unreadable: [400, "The token cannot be opened: it was changed, or cut off."],
  token_expired: [400, "The token is too old or its times are wrong."],
  state_mismatch: [403, "The token belongs to another session."],
  token_replayed: [409, "This token was used before."],
  credential_not_allowed: [400, "The token names a provider or values that are not in the catalogue."],
  session_unknown: [404, "There is no such session."],
  session_expired: [410, "The session has ended. Start again."],
  session_used: [410, "The session has connected an account, and connects no other."],
  session_busy: [503, "Another token of this session is being looked into. Send the same token once more."],
  session_of_another_user: [403, "The token belongs to another session."],
  provider_mismatch: [400, "The token is of another ATS than its session."],
  too_many_tries: [429, "Too many tries in this session."],
  ats_unavailable: [503, "The ATS could not be asked again just now. Send the same token once more."],
  not_verified: [422, "The ATS does not confirm what the browser saw."],
};

class Refused extends Error implements TokenError {
  override readonly name = "TokenError";
  readonly code: TokenRefusal;
  readonly status: number;

  constructor(code: TokenRefusal) {
    const [status, sentence] = refusals[code];
    super(sentence);
    this.code = code;
    this.status = status;
  }
}

export const tokenError = (code: TokenRefusal): TokenError => new Refused(code);

/** By its name and code: a bundle may hold this module twice. */
export const isTokenError: AtsLinkServer["isTokenError"] = (value): value is TokenError =>
  value instanceof Error && value.name === "TokenError" && Object.hasOwn(refusals, (value as TokenError).code);
