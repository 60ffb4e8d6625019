import type { Values } from "./provider.ts";

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
