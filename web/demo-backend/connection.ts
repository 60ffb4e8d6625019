import type { JWK } from "jose";
import type { Sessions, Session } from "./sessions.ts";
import { askAts, isSilent, judge, type Verifier } from "../server/check_credential.ts";
import { openToken } from "../server/open_token.ts";
import { isTokenError } from "../server/token_error.ts";
import type { TokenPayload, TokenScopes } from "../types/server.ts";

/** What the demo shows and keeps of a connection. A real backend would store the key, encrypted. */
export interface Connection {
  provider: string;
  subdomain: string | null;
  accountName: string | null;
  scopes: TokenScopes;
  /** `••••` and the last 4 characters. */
  key: string;
  verifiedAgain: boolean;
}

/** A refusal with the HTTP status and code of the backend's JSON answer. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
}

const refusals: Record<string, [status: number, message: string]> = {
  token_too_long: [400, "The token is longer than 8 KiB."],
  token_malformed: [400, "This is not a sealed token of ATS Link."],
  key_unknown: [400, "The token was sealed to a key that this backend does not have, or no longer has."],
  token_unreadable: [400, "The token cannot be opened: it was changed, or cut off."],
  token_expired: [400, "The token is too old or its times are wrong."],
  token_replayed: [409, "This token was used before."],
  credential_not_allowed: [400, "The token names a provider or values that are not in the catalogue."],
  session_unknown: [404, "There is no such session."],
  session_expired: [410, "The session has ended. Start again."],
  session_of_another_user: [403, "The token belongs to another session."],
  too_many_tries: [429, "Too many tries in this session."],
  ats_unavailable: [503, "The ATS could not be asked again just now. Send the same token once more."],
  bad_request: [400, "The request is not what this address expects."],
};

export function refuse(code: string): Refusal {
  const [status, message] = refusals[code] ?? [500, "Something went wrong."];
  return { status, code, message };
}

export const isRefusal = (value: object): value is Refusal => "status" in value && "code" in value;

export interface Opener {
  privateKeys: readonly JWK[];
  sessions: Sessions;
  verifier: Verifier;
  now: () => number;
}

/**
 * Opens a token and finds its session; counts one try of that session. `state` lies inside the seal, so it is the first
 * thing that is looked at once the token is open, and the ATS is not asked before.
 */
export async function openInSession(
  opener: Opener,
  token: string,
): Promise<{ payload: TokenPayload; session: Session } | Refusal> {
  let payload: TokenPayload;
  try {
    payload = await openToken(token, { keys: opener.privateKeys, now: opener.now });
  } catch (error) {
    if (isTokenError(error)) return refuse(error.code);
    throw error;
  }
  const session = opener.sessions.use(payload.state);
  return typeof session === "string" ? refuse(session) : { payload, session };
}

/** Asks the ATS again and makes the connection that is kept. */
export async function makeConnection(opener: Opener, payload: TokenPayload): Promise<Connection | Refusal> {
  const provider = opener.verifier.providers.find(({ id }) => id === payload.provider);
  const answers = await askAts(opener.verifier, payload);
  if (!provider || answers === null) return refuse("credential_not_allowed");
  if (isSilent(answers)) return refuse("ats_unavailable");
  const [secret = ""] = Object.values(payload.credential.values);
  return {
    provider: payload.provider,
    subdomain: payload.fields["subdomain"] ?? null,
    ...judge(provider, payload, answers),
    key: `••••${secret.slice(-4)}`,
  };
}
