import type { CredentialCheck, Connected, LinkSession, TakeOptions, TokenPayload } from "../types/server.ts";
import { openToken } from "./open_token.ts";
import { randomText, whyOver } from "./sessions.ts";
import { tokenError } from "./token_error.ts";

/** With the check of a credential, which knows the catalogue. Rejects with `credential_not_allowed`. */
export interface Taking extends Omit<TakeOptions, "fetch" | "deadlineMs"> {
  check(payload: TokenPayload): Promise<CredentialCheck>;
}

/** Longer than an ATS is waited for; a process that died in the midst of a token does not end the session. */
const claimMs = 60_000;

/** Opens a token. `state` lies inside the seal, so its session is looked at first thing, and nobody is asked before. */
export const open = (taking: Taking, token: string): Promise<TokenPayload> =>
  openToken(token, { keys: taking.keys, now: taking.sessions.now });

/** The live session of a token that was opened, one of its tries counted. */
export async function enter({ sessions }: Taking, { state, provider }: TokenPayload): Promise<LinkSession> {
  const { store, now, mostTries } = sessions;
  const record = await store.find(state ?? "");
  if (!record) throw tokenError("session_unknown");
  const over = whyOver(record, now());
  if (over) throw tokenError(over);
  if ((await store.countTry(record.session.state)) > mostTries) throw tokenError("too_many_tries");
  const { provider: only = provider } = record.session;
  if (provider !== only) throw tokenError("provider_mismatch");
  return record.session;
}

/** What this very token connected before. */
export async function connectedBy({ sessions }: Taking, { state, jti }: TokenPayload): Promise<Connected | null> {
  const record = await sessions.store.find(state ?? "");
  return record?.connected.find((each) => each.jti === jti) ?? null;
}

/** Asks the ATS, has the connection kept, and connects the session; nothing of it counts if any of it fails. */
export async function connect(taking: Taking, payload: TokenPayload): Promise<Connected> {
  const { store, now } = taking.sessions;
  const session = await enter(taking, payload);
  if (!(await store.claim(session.state, now() + claimMs))) throw tokenError("session_busy");
  try {
    // Another call may have had the session until now.
    if (await connectedBy(taking, payload)) throw tokenError("token_replayed");
    const { silent, verified, scopes, accountName } = await taking.check(payload);
    if (silent) throw tokenError("ats_unavailable");
    if (!verified && taking.unverified !== "accept") throw tokenError("not_verified");
    const { jti, provider, fields, credential } = payload;
    const ref = `ref_${randomText(16)}`;
    const connected: Connected = { ref, jti, provider, fields, accountName, scopes, verified, at: now() };
    await taking.onConnected({ ...connected, session, secrets: credential.values });
    await store.connect(session.state, connected);
    return connected;
  } catch (error) {
    await store.release(session.state);
    throw error;
  }
}

/** For a token that a host page posts: the signed-in user must have a session before it is opened, and it must be of one. */
export async function takeToken(taking: Taking, token: string, states: readonly string[]): Promise<Connected> {
  const { store, now } = taking.sessions;
  const own = (await Promise.all(states.map(async (state) => store.find(state)))).filter((record) => record !== null);
  if (own.length === 0) throw tokenError("session_unknown");
  if (own.every(({ session }) => session.expiresAt <= now())) throw tokenError("session_expired");
  const payload = await open(taking, token);
  if (!states.includes(payload.state ?? "")) {
    const other = await store.find(payload.state ?? "");
    throw tokenError(other ? "session_of_another_user" : "session_unknown");
  }
  if (await connectedBy(taking, payload)) throw tokenError("token_replayed");
  return connect(taking, payload);
}
