import type { Auth, Probe, Provider, Values } from "../../web/relay/provider.ts";

/** A request as a client of an ATS writes it by hand: the way of the provider's file, without the relay's code. */
export interface Sent {
  path: string;
  init: Omit<RequestInit, "headers"> & { headers: Record<string, string> };
}

const filled = (template: string, values: Values): string =>
  template.replace(/\{([a-z0-9_]+)\}/g, (_, id: string) => values[id] ?? "");
const basic = (user: string, password: string): string => `Basic ${btoa(`${user}:${password}`)}`;

function credential(auth: Auth, values: Values, token: string): Record<string, string> {
  const value = (id: string): string => values[id] ?? "";
  switch (auth.kind) {
    case "bearer":
      return { Authorization: `Bearer ${value(auth.field)}` };
    case "basic_key_as_user":
      return { Authorization: basic(value(auth.field), auth.password ?? "") };
    case "basic_user_password":
      return { Authorization: basic(value(auth.user), value(auth.field)) };
    case "api_key_header":
      return { [auth.header]: (auth.prefix ?? "") + value(auth.field) };
    case "two_headers":
      return Object.fromEntries(Object.entries(auth.headers).map(([name, id]) => [name, value(id)]));
    case "query":
      return {};
    case "client_credentials":
      return { Authorization: `Bearer ${token}` };
    default:
      return auth satisfies never;
  }
}

export function probeRequest({ auth }: Provider, probe: Probe, values: Values, token = ""): Sent {
  const query = new URLSearchParams(probe.query);
  if (auth.kind === "query") query.set(auth.parameter, values[auth.field] ?? "");
  const search = query.size > 0 ? `?${query.toString()}` : "";
  const extra = Object.entries(auth.extraHeaders ?? {}).flatMap(([name, template]) => {
    const text = filled(template, values);
    return text === "" ? [] : [[name, text] as const];
  });
  const headers = {
    Accept: auth.accept ?? "application/json",
    ...Object.fromEntries(extra),
    ...credential(auth, values, token),
  };
  const path = filled(probe.host + probe.path, values) + search;
  if (probe.method === "GET") return { path, init: { headers } };
  const body = JSON.stringify(probe.body ?? {});
  return { path, init: { method: "POST", body, headers: { ...headers, "Content-Type": "application/json" } } };
}

/** Null where a provider gives no tokens. */
export function tokenRequest({ auth }: Provider, values: Values): Sent | null {
  if (auth.kind !== "client_credentials") return null;
  const [client = "", secret = ""] = [values[auth.client], values[auth.field]];
  const body = new URLSearchParams({ grant_type: "client_credentials" });
  for (const [name, template] of Object.entries(auth.parameters ?? {})) {
    const text = filled(template, values);
    if (text !== "") body.set(name, text);
  }
  const headers: Record<string, string> = { "Content-Type": "application/x-www-form-urlencoded" };
  if (auth.clientAuthentication === "basic") headers["Authorization"] = basic(client, secret);
  else {
    body.set("client_id", client);
    body.set("client_secret", secret);
  }
  const path = filled(auth.tokenUrl, values).replace("https://", "");
  return { path, init: { method: "POST", body: body.toString(), headers } };
}
