/** The part of a provider file (providers/README.md) that the relay and the servers read. */
export interface Provider {
  id: string;
  name: string;
  auth: Auth;
  fields: Field[];
  scopes: Scope[];
  probes: Probe[];
  /** What a status (`403`), an error text (`text:…`) or both (`403:…`) mean. */
  verdict?: Record<string, string>;
}

/** Where the secrets go in the request (providers/README.md "auth"). */
export type Auth = (
  | { kind: "bearer"; field: string }
  | { kind: "basic_key_as_user"; field: string; password?: string }
  | { kind: "basic_user_password"; user: string; field: string }
  | { kind: "api_key_header"; field: string; header: string; prefix?: string }
  | { kind: "two_headers"; headers: Record<string, string> }
  | { kind: "query"; field: string; parameter: string }
  | ClientCredentials
) & {
  accept?: string;
  /** Literals, or `{field}` for the whole value. */
  extraHeaders?: Record<string, string>;
};

/** A token is asked for first, and goes into the probe's request as a bearer. */
export interface ClientCredentials {
  kind: "client_credentials";
  client: string;
  field: string;
  /** Its host as a probe's. */
  tokenUrl: string;
  clientAuthentication: "basic" | "body";
  /** Literals, or `{field}` for the whole value; left out where an optional field is empty. */
  parameters?: Record<string, string>;
}

export interface Field {
  id: string;
  label: string;
  kind: "text" | "secret" | "choice";
  optional: boolean;
  options?: { value: string; label: string }[];
  chars?: { first: string; middle: string; last: string };
  min?: number;
  max?: number;
  reserved?: { block: string[] };
}

export interface Scope {
  id: string;
  write?: boolean;
  minimum?: boolean;
  probe?: string;
}

export interface Probe {
  id: string;
  method: "GET" | "POST";
  /** A literal, `{field}` before a literal suffix, or `{field}` alone for a choice of literal hosts. */
  host: string;
  /** Literal segments, or `{field}` as a whole one. */
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  ok: Shape;
  pick?: { accounts?: string; account?: string };
}

/** What the body of a success is: an object with this array, this member set to true, this member; an array; an object. */
export type Shape = { array: string } | { true: string } | { member: string } | { json: "array" | "object" };

/** Field id to value. */
export type Values = Readonly<Record<string, string>>;

/** Host and path of a literal https URL of a provider file; its host may be `{field}` and a suffix. */
export function urlParts(url: string): { host: string; path: string } {
  const [, host = "", path = ""] = /^https:\/\/([^/]*)(.*)$/.exec(url) ?? [];
  return { host, path };
}

/** What a verdict's key says: a status, or "" for any, and the text that it needs, or "" for none. */
export function verdictKey(key: string): { status: string; text: string } {
  const [, status = "", text = ""] = /^(\d{3}|text)(?::(.+))?$/.exec(key) ?? [];
  return { status: status === "text" ? "" : status, text };
}
