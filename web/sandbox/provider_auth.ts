import type { Auth, Provider, Values } from "../relay/provider.ts";
import { basicPair, bearer, type Ask } from "./answer.ts";
import { accessToken, credentialFields, keysFor } from "./provider_keys.ts";

/** The keys that open something; `unknown` opens nothing, and `otherAccount` is the good one. */
const valid = ["good", "noPermission", "rateLimited", "unavailable"] as const;
export type ValidKey = (typeof valid)[number];

const header = (ask: Ask, name: string): string => String(ask.headers[name.toLowerCase()] ?? "");

/** What a request to the API carries as a credential, at the place that the file names and in no other form; null: nothing. */
function presented(auth: Exclude<Auth, { kind: "client_credentials" }>, ask: Ask): Values | null {
  switch (auth.kind) {
    case "bearer":
      return some({ [auth.field]: bearer(ask) });
    case "basic_key_as_user": {
      const [user, password] = basicPair(ask);
      return password === (auth.password ?? "") ? some({ [auth.field]: user }) : null;
    }
    case "basic_user_password": {
      const [user, password] = basicPair(ask);
      return some({ [auth.user]: user, [auth.field]: password });
    }
    case "api_key_header": {
      const { prefix = "" } = auth;
      const value = header(ask, auth.header);
      return value.startsWith(prefix) ? some({ [auth.field]: value.slice(prefix.length) }) : null;
    }
    case "two_headers":
      return some(Object.fromEntries(Object.entries(auth.headers).map(([name, field]) => [field, header(ask, name)])));
    case "query": {
      const values = ask.query.getAll(auth.parameter);
      return values.length === 1 ? some({ [auth.field]: values[0] ?? "" }) : null;
    }
    default:
      return auth satisfies never;
  }
}

const some = (values: Values): Values | null => (Object.values(values).some((value) => value !== "") ? values : null);

function keyOf(provider: Provider, given: Values): ValidKey | undefined {
  const keys = keysFor(provider);
  return valid.find((name) => credentialFields(provider.auth).every((id) => keys[name].values[id] === given[id]));
}

/** Whose key a request to the API carries: one of the documented ones, another, or none at all. */
export function keyOfRequest(provider: Provider, ask: Ask): ValidKey | "another" | "none" {
  const { auth } = provider;
  if (auth.kind === "client_credentials") {
    const token = bearer(ask);
    return token === "" ? "none" : (valid.find((name) => accessToken(provider, name) === token) ?? "another");
  }
  const given = presented(auth, ask);
  return given === null ? "none" : (keyOf(provider, given) ?? "another");
}

/** Whose client a request to the token endpoint names; `malformed`: the form is not what the file says. */
export function clientOfRequest(provider: Provider, ask: Ask): ValidKey | "another" | "malformed" {
  const { auth, fields } = provider;
  if (auth.kind !== "client_credentials") return "malformed";
  const isForm = header(ask, "content-type").startsWith("application/x-www-form-urlencoded");
  const form = new URLSearchParams(isForm ? ask.body : "");
  if (form.get("grant_type") !== "client_credentials") return "malformed";
  const inBody = auth.clientAuthentication === "body";
  const [client, secret] = inBody ? [form.get("client_id") ?? "", form.get("client_secret") ?? ""] : basicPair(ask);
  const name = keyOf(provider, { [auth.client]: client, [auth.field]: secret }) ?? "another";
  const values = name === "another" ? {} : keysFor(provider).good.values;
  const allowed = new Set(["grant_type", ...(inBody ? ["client_id", "client_secret"] : [])]);
  for (const [parameter, template] of Object.entries(auth.parameters ?? {})) {
    allowed.add(parameter);
    const id = /^\{(.+)\}$/.exec(template)?.[1];
    const optional = fields.find((field) => field.id === id)?.optional === true;
    const got = form.get(parameter);
    if (id === undefined ? got !== template : got === null ? !optional : got === "") return "malformed";
    if (id !== undefined && id in values && got !== values[id]) return "another";
  }
  return [...form.keys()].every((parameter) => allowed.has(parameter)) ? name : "malformed";
}
