import type { Auth, Values } from "./provider.ts";

/**
 * The headers that carry the secrets and what else `auth` sends with each probe. Null if a value is not there, or could
 * not be told from another one. A token that must be asked for is added later.
 */
export function authHeaders(auth: Auth, values: Values): Record<string, string> | null {
  const extra = fillAll(auth.extraHeaders ?? {}, values);
  const own = ownHeaders(auth, values);
  if (own === null || Object.keys(extra).length !== Object.keys(auth.extraHeaders ?? {}).length) return null;
  return { ...extra, ...own };
}

function ownHeaders(auth: Auth, values: Values): Record<string, string> | null {
  if (auth.kind === "two_headers") {
    const headers = fillAll(auth.headers, values, (field) => values[field]);
    return Object.keys(headers).length === 2 ? headers : null;
  }
  if (auth.kind === "client_credentials") return {};
  const value = values[auth.field];
  if (value === undefined) return null;
  switch (auth.kind) {
    case "bearer":
      return { Authorization: `Bearer ${value}` };
    case "basic_key_as_user":
      return basic(value, auth.password ?? "");
    case "basic_user_password":
      return basic(values[auth.user], value);
    case "api_key_header":
      return { [auth.header]: (auth.prefix ?? "") + value };
    case "query":
      return {};
    default:
      return auth satisfies never;
  }
}

/** HTTP Basic. Null where there is no user, or one with a colon: the rest of it would count as the password. */
export function basic(user: string | undefined, password: string): { Authorization: string } | null {
  return user === undefined || user.includes(":") ? null : { Authorization: `Basic ${btoa(`${user}:${password}`)}` };
}

/** Names with what stands for them: a literal, or `{field}` for its value. One without a value is left out. */
export function fillAll(
  templates: Readonly<Record<string, string>>,
  values: Values,
  fill = (text: string) => (text.startsWith("{") ? values[text.slice(1, -1)] : text),
): Record<string, string> {
  const filled = Object.entries(templates).map(([name, text]) => [name, fill(text)] as const);
  return Object.fromEntries(filled.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
