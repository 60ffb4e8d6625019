import { authHeaders } from "./auth_headers.ts";
import type { Probe, Provider, Values } from "./provider.ts";
import { buildUrl } from "./upstream_url.ts";

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
