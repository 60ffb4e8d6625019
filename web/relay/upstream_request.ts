import { authHeaders } from "./auth_headers.ts";
import type { Probe, Provider, Values } from "./provider.ts";

export interface UpstreamRequest {
  url: string;
  init: { method: string; headers: Record<string, string>; body?: string; redirect: "manual" };
}

/**
 * Builds the one request a probe stands for, from the literals of the provider file and checked values.
 * Null if the finished URL is not exactly what was meant: nothing is sent then. A token that must be asked for is added later.
 */
export function buildUpstreamRequest(
  provider: Provider,
  probe: Probe,
  fields: Values,
  secrets: Values,
  version: string,
): UpstreamRequest | null {
  const { auth } = provider;
  const key = auth.kind === "query" ? secrets[auth.field] : undefined;
  if (auth.kind === "query" && key === undefined) return null;
  const query = { ...probe.query, ...(auth.kind === "query" && key !== undefined ? { [auth.parameter]: key } : {}) };
  const url = buildUrl(probe.host, probe.path, query, fields);
  const authorization = authHeaders(auth, { ...fields, ...secrets });
  if (url === null || authorization === null) return null;
  const headers: Record<string, string> = {
    Accept: auth.accept ?? "application/json",
    ...authorization,
    "User-Agent": `ats-link-relay/${version}`,
  };
  if (probe.method === "GET") return { url, init: { method: "GET", headers, redirect: "manual" } };
  headers["Content-Type"] = "application/json";
  return { url, init: { method: "POST", headers, body: JSON.stringify(probe.body ?? {}), redirect: "manual" } };
}

/**
 * The address of a request to an ATS, from the literals of the provider file and checked values. Null if the finished URL
 * is not exactly what was meant: nothing is sent then.
 */
export function buildUrl(
  hostTemplate: string,
  pathTemplate: string,
  query: Readonly<Record<string, string>>,
  fields: Values,
): string | null {
  const host = buildHost(hostTemplate, fields);
  const path = buildPath(pathTemplate, fields);
  if (host === null || path === null) return null;
  const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query).toString()}` : "";
  const text = `https://${host}${path}${search}`;
  // Parsed back and compared part by part: a value that changed what the URL means is caught here.
  const url = URL.parse(text);
  const asMeant =
    url !== null &&
    url.protocol === "https:" &&
    url.username === "" &&
    url.password === "" &&
    url.hostname === host &&
    url.port === "" &&
    url.pathname === path &&
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

/** A field is one whole segment, sent as it is: a value that would need encoding, or could climb, is refused. */
function buildPath(template: string, fields: Values): string | null {
  const segments: string[] = [];
  for (const segment of template.split("/")) {
    const value = segment.startsWith("{") ? fields[segment.slice(1, -1)] : segment;
    if (value === undefined) return null;
    if (segment !== value && !/^[A-Za-z0-9_-]+$/.test(value)) return null;
    segments.push(value);
  }
  return segments.join("/");
}
