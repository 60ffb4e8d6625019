import { fieldAccepts } from "../relay/field_check.ts";
import type { Provider, Values } from "../relay/provider.ts";
import { runProbe, type Fetch } from "../relay/run_probe.ts";
import type { CredentialCheck, ProbeResult, TokenPayload, TokenScopes } from "../types/server.ts";
import { tokenError } from "./token_error.ts";

export interface Verifier {
  providers: readonly Provider[];
  version: string;
  fetch: Fetch;
  /** Over each probe's headers and body; 8000 if absent. */
  deadlineMs?: number;
}

/** Asks the ATS everything the provider's probes ask, as the relay would. Null if the token's values are not allowed. */
export async function askAts(verifier: Verifier, payload: TokenPayload): Promise<Record<string, ProbeResult> | null> {
  const provider = verifier.providers.find(({ id }) => id === payload.provider);
  if (!provider || !valuesAreAllowed(provider, payload)) return null;
  const { version, fetch, deadlineMs = 8000 } = verifier;
  const shared = { provider, fields: payload.fields, secrets: payload.credential.values, version, fetch };
  const results = provider.probes.map(async (probe) => {
    const result = await runProbe({ ...shared, probe, deadlineMs });
    return [probe.id, typeof result === "string" ? { relay: result } : result] as const;
  });
  return Object.fromEntries(await Promise.all(results));
}

/** The token says what a browser saw; a backend looks for itself, since a token proves nothing but its content. */
function valuesAreAllowed(provider: Provider, payload: TokenPayload): boolean {
  const allowed = (values: Values, secret: boolean) => {
    const fields = provider.fields.filter(({ kind }) => (kind === "secret") === secret);
    const known = Object.keys(values).every((id) => fields.some((field) => field.id === id));
    return known && fields.every((field) => fits(values[field.id], field.optional, (v) => fieldAccepts(field, v)));
  };
  return allowed(payload.fields, false) && allowed(payload.credential.values, true);
}

function fits(value: string | undefined, optional: boolean, accepts: (value: string) => boolean): boolean {
  return value === undefined ? optional : accepts(value);
}

/** What `checkCredential` of the package gives. Rejects with `credential_not_allowed`. */
export async function checkWith(verifier: Verifier, payload: TokenPayload): Promise<CredentialCheck> {
  const provider = verifier.providers.find(({ id }) => id === payload.provider);
  const probes = await askAts(verifier, payload);
  if (!provider || probes === null) throw tokenError("credential_not_allowed");
  const { verifiedAgain: verified, ...finding } = judge(provider, payload, probes);
  return { probes, silent: isSilent(probes), verified, ...finding };
}

/** No answer says anything of the key: none came, or only "later". */
export const isSilent = (answers: Record<string, ProbeResult>): boolean =>
  Object.values(answers).every((answer) => !("status" in answer) || answer.status >= 500 || answer.status === 429);

export interface Finding {
  verifiedAgain: boolean;
  accountName: string | null;
  scopes: TokenScopes;
}

/** What the answers say of the scopes the token names: seen by us, not by the browser. */
export function judge(provider: Provider, payload: TokenPayload, answers: Record<string, ProbeResult>): Finding {
  const { granted, missing, unverified } = payload.scopes;
  const found: TokenScopes = { granted: [], missing: [], unverified: [] };
  for (const scope of new Set([...granted, ...missing, ...unverified])) {
    const probe = provider.scopes.find(({ id }) => id === scope)?.probe;
    const answer = probe === undefined ? undefined : answers[probe];
    if (answer !== undefined && isOk(answer)) found.granted.push(scope);
    else (answer !== undefined && lacksScope(answer) ? found.missing : found.unverified).push(scope);
  }
  // Who asks for nothing but what cannot be proved has no scope granted, and a key that works none the less.
  const verifiedAgain = Object.values(answers).some(isOk) && granted.every((scope) => found.granted.includes(scope));
  return { verifiedAgain, accountName: accountName(payload, answers), scopes: found };
}

const isOk = (answer: ProbeResult): boolean => "body" in answer && answer.body === "ok";

/**
 * The ATS took the key, but not for this: as `lacks_scope` of src/flow/verdict/evidence.cpp says, and tests/fixtures/
 * scope_results.json for both. A server error, a redirect or silence says nothing of the key.
 */
const lacksScope = (answer: ProbeResult): boolean => "status" in answer && [401, 403, 404].includes(answer.status);

function accountName(payload: TokenPayload, answers: Record<string, ProbeResult>): string | null {
  const seen = Object.values(answers).flatMap((answer) =>
    "body" in answer ? [...(answer.account ? [answer.account] : []), ...(answer.accounts ?? [])] : [],
  );
  const own = seen.find(({ subdomain }) => subdomain === payload.fields["subdomain"]);
  return own?.name ?? payload.account?.name ?? null;
}
