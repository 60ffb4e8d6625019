import { fieldAccepts } from "./field_check.ts";
import { isObject } from "./json.ts";
import type { Provider, Values } from "./provider.ts";
import { readQuery } from "./target.ts";

const longestHeader = 8192;

/** The non-secret fields from the query: each exactly once, nothing else. Null if the query is anything else. */
export function readFields(provider: Provider, query: string | null): Values | null {
  const pairs = readQuery(query);
  if (pairs === null) return null;
  const values: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const field = provider.fields.find((candidate) => candidate.id === name && candidate.kind !== "secret");
    if (field === undefined || Object.hasOwn(values, name) || !fieldAccepts(field, value)) return null;
    values[name] = value;
  }
  const complete = provider.fields.every(({ kind, optional, id }) => kind === "secret" || optional || id in values);
  return complete ? values : null;
}

/**
 * The secret fields from `Authorization: Bearer <value>`; where a provider has several, the value is base64url of a JSON
 * object with exactly those fields. Null if it is anything else.
 */
export function readSecrets(provider: Provider, authorization: string | null): Values | null {
  const scheme = "Bearer ";
  if (authorization === null || authorization.length > longestHeader || !authorization.startsWith(scheme)) return null;
  const credential = authorization.slice(scheme.length);
  const fields = provider.fields.filter((field) => field.kind === "secret");
  const [only] = fields;
  if (only === undefined) return null;
  const source = fields.length === 1 ? { [only.id]: credential } : decodeBase64UrlJson(credential);
  if (!isObject(source)) return null;
  if (Object.keys(source).some((name) => !fields.some((field) => field.id === name))) return null;
  const values: Record<string, string> = {};
  for (const field of fields) {
    const value = source[field.id];
    if (value === undefined && field.optional) continue;
    if (typeof value !== "string" || !fieldAccepts(field, value)) return null;
    values[field.id] = value;
  }
  return values;
}

function decodeBase64UrlJson(text: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
