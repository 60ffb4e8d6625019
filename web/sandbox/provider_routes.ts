import { urlParts, type Field, type Probe, type Provider, type Values } from "../relay/provider.ts";

/** Which provider lives at a host, what its fields are by the host, and what is asked for there. */
export interface Route {
  provider: Provider;
  fields: Values;
  /** Null: nothing lies there that the file knows of. */
  asked: Probe | "token" | null;
}

export const tokenUrlOf = ({ auth }: Provider): { host: string; path: string } | null => {
  if (auth.kind !== "client_credentials") return null;
  return urlParts(auth.tokenUrl);
};

/** Who answers for a host; undefined: nobody. */
export function findRoute(
  providers: readonly Provider[],
  method: string,
  host: string,
  path: string,
): Route | undefined {
  for (const provider of providers) {
    const token = tokenUrlOf(provider);
    const places = [
      ...(token ? [{ ...token, method: "POST", asked: "token" as const }] : []),
      ...provider.probes.map((probe) => ({ ...probe, asked: probe })),
    ];
    const here = places.flatMap((place) => {
      const bound = bindHost(place.host, host, provider.fields);
      return bound ? [{ ...place, bound }] : [];
    });
    const [first] = here;
    if (!first) continue;
    for (const place of here) {
      const inPath = place.method === method ? bindPath(place.path, path) : null;
      if (inPath) return { provider, fields: { ...place.bound, ...inPath }, asked: place.asked };
    }
    return { provider, fields: first.bound, asked: null };
  }
  return undefined;
}

/** A host against `literal`, `{field}.suffix` (one label) or `{field}` (a choice of hosts). */
function bindHost(template: string, host: string, fields: readonly Field[]): Values | null {
  const [, id, suffix = ""] = /^\{([a-z0-9_]+)\}(.*)$/.exec(template) ?? [];
  if (id === undefined) return host === template ? {} : null;
  if (suffix === "") {
    const options = fields.find((field) => field.id === id)?.options ?? [];
    return options.some(({ value }) => value === host) ? { [id]: host } : null;
  }
  const label = host.slice(0, -suffix.length);
  return host.endsWith(suffix) && label !== "" && !label.includes(".") ? { [id]: label } : null;
}

function bindPath(template: string, path: string): Values | null {
  const wanted = template.split("/");
  const segments = path.split("/");
  if (wanted.length !== segments.length) return null;
  const fields: Record<string, string> = {};
  for (const [at, want] of wanted.entries()) {
    const segment = segments[at] ?? "";
    if (want.startsWith("{") && segment !== "") fields[want.slice(1, -1)] = segment;
    else if (want !== segment) return null;
  }
  return fields;
}
