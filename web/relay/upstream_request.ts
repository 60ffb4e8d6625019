import type { Auth, Probe, Provider, Values } from "./provider.ts";

export interface UpstreamRequest {
  url: string;
  init: { method: string; headers: Record<string, string>; body?: string; redirect: "manual" };
}

/**
 * Builds the one request a probe stands for, from the literals of the provider file and checked values.
 * Null if the finished URL is not exactly what was meant: nothing is sent then.
 */
export function buildUpstreamRequest(
  provider: Provider,
  probe: Probe,
  fields: Values,
  secrets: Values,
  version: string,
): UpstreamRequest | null {
  const url = buildUrl(probe, fields);
  const authorization = buildAuthHeaders(provider.auth, secrets);
  if (url === null || authorization === null) return null;
  const headers: Record<string, string> = {
    Accept: provider.auth.accept ?? "application/json",
    ...authorization,
    "User-Agent": `ats-link-relay/${version}`,
  };
  if (probe.method === "GET") return { url, init: { method: "GET", headers, redirect: "manual" } };
  headers["Content-Type"] = "application/json";
  return { url, init: { method: "POST", headers, body: JSON.stringify(probe.body ?? {}), redirect: "manual" } };
}

function buildUrl(probe: Probe, fields: Values): string | null {
  const host = buildHost(probe.host, fields);
  if (host === null) return null;
  const search = probe.query ? `?${new URLSearchParams(probe.query).toString()}` : "";
  const text = `https://${host}${probe.path}${search}`;
  // Parsed back and compared part by part: a value that changed what the URL means is caught here.
  const url = URL.parse(text);
  const asMeant =
    url !== null &&
    url.protocol === "https:" &&
    url.username === "" &&
    url.password === "" &&
    url.hostname === host &&
    url.port === "" &&
    url.pathname === probe.path &&
    url.search === search &&
    url.hash === "";
  return asMeant ? text : null;
}

function buildHost(template: string, fields: Values): string | null {
  if (!template.startsWith("{")) return template;
  const end = template.indexOf("}");
  const value = fields[template.slice(1, end)];
  const suffix = template.slice(end + 1);
  if (value === undefined) return null;
  // With a suffix the value is exactly one label; without one it is a choice of whole literal hosts.
  if (suffix !== "" && value.includes(".")) return null;
  return value + suffix;
}

function buildAuthHeaders(auth: Auth, secrets: Values): Record<string, string> | null {
  if (auth.kind === "two_headers") {
    const headers: Record<string, string> = {};
    for (const [name, field] of Object.entries(auth.headers)) {
      const value = secrets[field];
      if (value === undefined) return null;
      headers[name] = value;
    }
    return headers;
  }
  const value = secrets[auth.field];
  if (value === undefined) return null;
  switch (auth.kind) {
    case "bearer":
      return { Authorization: `Bearer ${value}` };
    case "basic_key_as_user":
      return { Authorization: `Basic ${btoa(`${value}:`)}` };
    case "api_key_header":
      return { [auth.header]: (auth.prefix ?? "") + value };
    default:
      return auth satisfies never;
  }
}
