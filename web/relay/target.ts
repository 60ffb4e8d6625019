/** A request's target as it was sent: the path, and the query without its `?`, or null where there is none. */
export interface Target {
  path: string;
  query: string | null;
}

/**
 * Takes the target out of a request's URL without parsing it as one: a parser would mend what must be refused (`..`,
 * `%6a`). Null for a URL without a path, with a fragment, or of a request with two hosts.
 */
export function readTarget(url: string): Target | null {
  const match = /^https?:\/\/[^/?#, ]+(\/[^?#]*)(?:\?([^#]*))?$/.exec(url);
  const [, path, query] = match ?? [];
  return path === undefined ? null : { path, query: query ?? null };
}

/** Name and value of each part of a query. Null if a part could be spelt in another way: one value, one spelling. */
export function readQuery(query: string | null): [name: string, value: string][] | null {
  if (query === null) return [];
  const pairs: [string, string][] = [];
  for (const part of query.split("&")) {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    const value = decode(part.slice(at + 1));
    if (at < 1 || value === null || encode(value) !== part.slice(at + 1)) return null;
    pairs.push([name, value]);
  }
  return pairs;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** As the link page encodes (src/web/relay_request.cpp): all but letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
