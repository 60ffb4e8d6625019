import type { Probe, Provider, Values } from "../../web/relay/provider.ts";
import type { ProviderKeys } from "../../web/types/testing.ts";

/** What an answer means for a connection, in the words of the verdict in providers/README.md. */
export type Outcome =
  "ok" | "credentials" | "scope" | "account" | "other_account" | "rate_limited" | "unavailable" | "?";

/** What has to come of each use of the sandbox's keys, by the file of the provider alone. */
export function outcomeOf({ verdict = {} }: Provider, use: keyof ProviderKeys): Outcome {
  const means = Object.values(verdict);
  switch (use) {
    case "good":
      return "ok";
    case "unknown":
      return "credentials";
    case "rateLimited":
      return "rate_limited";
    case "unavailable":
      return "unavailable";
    case "noPermission":
      // Some say 403 to a wrong key as well, and no word tells the two apart.
      return means.includes("scope") || verdict["403"] === undefined ? "scope" : (verdict["403"] as Outcome);
    case "otherAccount":
      return means.includes("other_account") ? "other_account" : "credentials";
    default:
      return use satisfies never;
  }
}

/** The probe's address at the relay, as the link page makes it (contract of /relay/v1). */
export function relayPath(provider: Provider, probe: Probe, values: Values): string {
  const shown = provider.fields.filter(({ id, kind }) => kind !== "secret" && values[id] !== undefined);
  const query = shown.map(({ id }) => `${id}=${encodeURIComponent(values[id] ?? "")}`).join("&");
  return `${provider.id}/${probe.id}${query === "" ? "" : `?${query}`}`;
}

/** What the link page puts after `Bearer`: the secret, or several as base64url of JSON. */
export function credentialOf({ fields }: Provider, values: Values): string {
  const secrets = fields.filter(({ kind }) => kind === "secret").map(({ id }) => [id, values[id] ?? ""] as const);
  const [[, only] = ["", ""]] = secrets;
  return secrets.length === 1 ? only : Buffer.from(JSON.stringify(Object.fromEntries(secrets))).toString("base64url");
}

/** The probes that prove a scope, each once. */
export const scopeProbes = ({ scopes, probes }: Provider): Probe[] =>
  probes.filter(({ id }) => scopes.some(({ probe }) => probe === id));
