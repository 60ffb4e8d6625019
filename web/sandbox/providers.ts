import { verdictKey, type Probe, type Provider } from "../relay/provider.ts";
import { accounts } from "./accounts.ts";
import { html, json, success, type Answer, type Ask } from "./answer.ts";
import { accessToken, accountFields, accountValue } from "./provider_keys.ts";
import { clientOfRequest, keyOfRequest, type ValidKey } from "./provider_auth.ts";
import { goodBody } from "./provider_bodies.ts";
import { errorAnswer, formOf, type Refusal } from "./provider_forms.ts";
import { findRoute, type Route } from "./provider_routes.ts";

const usualStatus: Record<Refusal, number> = {
  credentials: 401,
  scope: 403,
  account: 404,
  other_account: 401,
  not_found: 404,
  rate_limited: 429,
};
const retryAfter = "5";

/** The API of every ATS but Workable, by the provider files. Undefined: no file knows the host. */
export function answerProvider(ask: Ask, providers: readonly Provider[]): Answer | undefined {
  const route = findRoute(providers, ask.method, ask.host, ask.path);
  if (!route) return undefined;
  const { provider, fields, asked } = route;
  // An account that is a host of its own is not there for anybody.
  if (accountSeen(route, "host") === "none") return html(saidFor(provider, "account", "api").status, "Not found");
  if (asked === "token") return answerToken(provider, ask);

  const key = keyOfRequest(provider, ask);
  const { noKey } = formOf(provider.id);
  if (key === "none" && noKey) return errorAnswer(provider.id, noKey.status, "credentials", noKey.text);
  if (key === "none" || key === "another") return refuse(provider, "credentials");
  const isOfRegion = provider.fields.every(
    ({ id, kind, options }) => kind !== "choice" || !(id in fields) || fields[id] === options?.[0]?.value,
  );
  // A key of one region is unknown in the others.
  if (!isOfRegion) return refuse(provider, "credentials");
  if (key === "unavailable") return html(503, "We will be back soon");
  if (key === "rateLimited") return tooMany(provider);
  return answerProbe(route, asked, key, ask);
}

function answerProbe(route: Route, probe: Probe | null, key: ValidKey, ask: Ask): Answer {
  const { provider } = route;
  if (probe === null) return refuse(provider, "not_found");
  const lacking = missingHeader(provider, ask);
  if (lacking !== null) return errorAnswer(provider.id, 406, "not_found", `Missing or wrong header ${lacking}`);
  const account = accountSeen(route, "anywhere", ask);
  if (account === "none") return refuse(provider, "account");
  if (account === "another") return refuse(provider, "other_account");
  const proves = provider.scopes.some((scope) => scope.probe === probe.id);
  return key === "noPermission" && proves ? refuse(provider, "scope") : success(goodBody(provider, probe));
}

/** RFC 6749, 5.1 and 5.2. The client while the ATS is down has no token; the one that asked too often has. */
function answerToken(provider: Provider, ask: Ask): Answer {
  const client = clientOfRequest(provider, ask);
  if (client === "malformed") return json(400, { error: "invalid_request" });
  if (client === "another") {
    const { status, text = "invalid_client" } = saidFor(provider, "credentials", "token");
    return json(status, { error: text });
  }
  if (client === "unavailable") return html(503, "We will be back soon");
  const headers = { "Cache-Control": "no-store" };
  return json(200, { access_token: accessToken(provider, client), token_type: "Bearer", expires_in: 3600 }, headers);
}

interface Said {
  status: number;
  text?: string;
}

/** How the file's verdict words a meaning: by a text, by the usual status, or by another. */
function saidFor({ verdict = {}, auth }: Provider, why: Refusal, step: "token" | "api"): Said {
  const all = Object.entries(verdict).flatMap(([seen, meaning]): Said[] => {
    const { status, text } = verdictKey(seen);
    const code = status === "" ? usualStatus[why] : Number(status);
    return meaning === why ? [{ status: code, ...(text !== "" && { text }) }] : [];
  });
  const plain = all.find(({ status, text }) => text === undefined && status === usualStatus[why]);
  const worded = all.find(({ text }) => text === "invalid_client") ?? all.find(({ text }) => text !== undefined);
  // Where a token is asked for first, the words are of that answer.
  const isOfToken = auth.kind === "client_credentials" && step === "api";
  return (isOfToken ? undefined : worded) ?? plain ?? all[0] ?? { status: usualStatus[why] };
}

function refuse(provider: Provider, why: Refusal): Answer {
  // Whose other account it is no ATS says unless its file does: the key is just not known there.
  const known = Object.values(provider.verdict ?? {}).includes(why);
  const { status, text } = saidFor(provider, why === "other_account" && !known ? "credentials" : why, "api");
  return errorAnswer(provider.id, status, why, text);
}

function tooMany({ id }: Provider): Answer {
  const answer = errorAnswer(id, 429, "rate_limited");
  return { ...answer, headers: { ...answer.headers, "Retry-After": retryAfter } };
}

/** Whose account a request names, in its host or anywhere; `own`: acme, or nobody is named. */
function accountSeen({ provider, fields }: Route, where: "host" | "anywhere", ask?: Ask): "own" | "another" | "none" {
  const inHeaders = Object.entries(where === "host" ? {} : (provider.auth.extraHeaders ?? {}));
  const named = accountFields(provider).flatMap((field) => {
    if (where === "host" && !isInHost(provider, field.id)) return [];
    const header = inHeaders.find(([, template]) => template === `{${field.id}}`)?.[0];
    const value = fields[field.id] ?? (header === undefined ? undefined : ask?.headers[header.toLowerCase()]);
    return value === undefined ? [] : [accounts.findIndex(({ subdomain }) => accountValue(field, subdomain) === value)];
  });
  if (named.includes(-1)) return "none";
  return named.every((at) => at === 0) ? "own" : "another";
}

const isInHost = ({ probes, auth }: Provider, id: string): boolean =>
  [...probes.map(({ host }) => host), auth.kind === "client_credentials" ? auth.tokenUrl : ""].some((place) =>
    place.replace(/^https:\/\//, "").startsWith(`{${id}}.`),
  );

/** The first header that the file demands with a value of its own and the request has not. */
function missingHeader({ auth, fields }: Provider, ask: Ask): string | null {
  const wrong = Object.entries(auth.extraHeaders ?? {}).find(([name, template]) => {
    const value = ask.headers[name.toLowerCase()];
    const field = fields.find(({ id }) => template === `{${id}}`);
    return field ? value === undefined && !field.optional : value !== template;
  });
  return wrong?.[0] ?? null;
}
