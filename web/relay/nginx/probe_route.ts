import { inRanges } from "../field_check.ts";
import type { Field, Probe, Provider } from "../provider.ts";
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
  headers: [name: string, value: string][];
  accept: string;
}

// Only these need no percent-encoding in a query, which nginx's rewrite rules cannot undo.
const unreserved = /^[A-Za-z0-9._~-]*$/;

// A group of an expression has at most 32 characters, of which `ats_link_field_` takes 15.
const longestId = 17;

/** Every probe, with its route or the reason why nginx has none. */
const all = (providers: readonly Provider[]): [name: string, route: ProbeRoute | string][] =>
  providers.flatMap((provider) =>
    provider.probes.map((probe): [string, ProbeRoute | string] => [
      `${provider.id}/${probe.id}`,
      whyNot(provider, probe) ?? route(provider, probe),
    ]),
  );

export const probeRoutes = (providers: readonly Provider[]): ProbeRoute[] =>
  all(providers).flatMap(([, found]) => (typeof found === "string" ? [] : [found]));

export const leftOut = (providers: readonly Provider[]): [name: string, why: string][] =>
  all(providers).flatMap(([name, found]) => (typeof found === "string" ? [[name, found]] : []));

const whyNotAuth: Record<Provider["auth"]["kind"], string | undefined> = {
  bearer: undefined,
  api_key_header: undefined,
  basic_key_as_user: "nginx makes no base64",
  basic_user_password: "nginx makes no base64",
  two_headers: "nginx does not read two keys out of one",
  query: "nginx writes the address that it asks into its error log, and the key would be in it",
  client_credentials: "nginx asks for no token",
};

/** Only what is served exactly is served: everything else is left out, and said to be. */
function whyNot({ auth, fields }: Provider, { method, host, path }: Probe): string | undefined {
  const kind = whyNotAuth[auth.kind];
  if (kind !== undefined) return kind;
  if (method !== "GET") return "nginx sends no body of its own";
  if (auth.kind === "api_key_header" && /[$"\\]/.test(auth.prefix ?? ""))
    return "its prefix cannot be written for nginx";
  if (fields.filter((field) => field.kind === "secret").length !== 1) return "it has not exactly one secret";
  for (const field of fields.filter((each) => each.kind !== "secret")) {
    if (field.id.length > longestId) return `the name of a field is too long for nginx (${field.id})`;
    if (field.optional) return `nginx takes no optional field (${field.id})`;
    const isChoice = field.kind === "choice";
    const sets = isChoice
      ? (field.options ?? []).map(({ value }) => value)
      : Object.values(field.chars ?? { all: "!-~" });
    if (!sets.every((set) => unreserved.test(set))) return `nginx would have to decode a field (${field.id})`;
    if (!isChoice && (host + path).includes(`{${field.id}}`) && !isPlain(field))
      return `a field is no plain label or segment (${field.id})`;
  }
  return undefined;
}

/** As upstream_request.ts asks of each value. */
function isPlain({ chars }: Field): boolean {
  const others = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => !/[\w-]/.test(c));
  return chars !== undefined && Object.values(chars).every((set) => !others.some((c) => inRanges(set, c)));
}

const filled = (template: string): string => template.replace(/\{([a-z0-9_]+)\}/g, "${ats_link_field_$1}");

function route({ id, auth, fields }: Provider, probe: Probe): ProbeRoute {
  const search = probe.query ? `?${new URLSearchParams(probe.query).toString()}` : "";
  const secret = fields.find(({ kind }) => kind === "secret") as Field;
  const [name, prefix] =
    auth.kind === "api_key_header" ? [auth.header, auth.prefix ?? ""] : ["Authorization", "Bearer "];
  const extra = Object.entries(auth.extraHeaders ?? {}).map(([each, value]): [string, string] => [each, filled(value)]);
  return {
    provider: id,
    probe: probe.id,
    targetPattern: `\\A${literal(`/relay/v1/${id}/${probe.id}`)}${queryPattern(fields)}\\z`,
    keyPattern: `\\ABearer (?<ats_link_key>${fieldPattern(secret)})\\z`,
    host: filled(probe.host),
    path: filled(probe.path) + search,
    headers: [...extra, [name, `${prefix}$ats_link_key`]],
    accept: auth.accept ?? "application/json",
  };
}

function queryPattern(fields: readonly Field[]): string {
  const asked = fields.filter(({ kind }) => kind !== "secret");
  const parts = asked.map((field) => `${literal(field.id)}=(?<ats_link_field_${field.id}>${fieldPattern(field)})`);
  return parts.length > 0 ? `\\x3f${parts.join("&")}` : "";
}
