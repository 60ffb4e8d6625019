import type { Probe, Provider } from "../provider.ts";
import { fieldPattern, literal } from "./field_pattern.ts";

/** A probe that nginx can serve: a GET whose one secret goes into one header as it is. */
export interface ProbeRoute {
  provider: string;
  probe: string;
  /** Matches exactly the target of an allowed request; captures each field. */
  targetPattern: string;
  /** Matches exactly an allowed Authorization header; captures the key. */
  keyPattern: string;
  /** With nginx variables in it. */
  host: string;
  path: string;
  header: { name: string; value: string };
  accept: string;
}

// Only these need no percent-encoding in a query, which nginx's rewrite rules cannot undo.
const unreserved = /^[A-Za-z0-9._~-]*$/;

export function probeRoutes(providers: readonly Provider[]): ProbeRoute[] {
  return providers.flatMap((provider) => {
    const header = authHeader(provider);
    const gets = header === null ? [] : provider.probes.filter(({ method }) => method === "GET");
    return header === null ? [] : gets.map((probe) => route(provider, probe, header));
  });
}

function authHeader({ auth }: Provider): ProbeRoute["header"] | null {
  if (auth.kind === "bearer") return { name: "Authorization", value: "Bearer $ats_link_key" };
  if (auth.kind !== "api_key_header") return null;
  if (/[$"\\]/.test(auth.prefix ?? "")) throw new Error(`The prefix of ${auth.header} cannot be written for nginx`);
  return { name: auth.header, value: `${auth.prefix ?? ""}$ats_link_key` };
}

function route(provider: Provider, probe: Probe, header: ProbeRoute["header"]): ProbeRoute {
  const [secret, ...more] = provider.fields.filter(({ kind }) => kind === "secret");
  if (!secret || more.length > 0) throw new Error(`${provider.id} has not exactly one secret`);
  const search = probe.query ? `?${new URLSearchParams(probe.query).toString()}` : "";
  return {
    provider: provider.id,
    probe: probe.id,
    targetPattern: `\\A${literal(`/relay/v1/${provider.id}/${probe.id}`)}${queryPattern(provider)}\\z`,
    keyPattern: `\\ABearer (?<ats_link_key>${fieldPattern(secret)})\\z`,
    host: probe.host.replace(/\{([a-z0-9_]+)\}/, "${ats_link_field_$1}"),
    path: probe.path + search,
    header,
    accept: provider.auth.accept ?? "application/json",
  };
}

function queryPattern(provider: Provider): string {
  const asked = provider.fields.filter(({ kind }) => kind !== "secret");
  const parts = asked.map((field) => {
    const { id, options = [], chars } = field;
    if (field.optional) throw new Error(`${provider.id}: nginx takes no optional field (${id})`);
    const sets = Object.values(chars ?? {}).concat(options.map(({ value }) => value));
    if (!sets.every((set) => unreserved.test(set))) throw new Error(`${provider.id}: ${id} would need decoding`);
    return `${literal(id)}=(?<ats_link_field_${id}>${fieldPattern(field)})`;
  });
  return parts.length > 0 ? `\\x3f${parts.join("&")}` : "";
}
