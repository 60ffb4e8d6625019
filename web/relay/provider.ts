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

export type Auth =
  | { kind: "bearer"; field: string; accept?: string }
  | { kind: "basic_key_as_user"; field: string; accept?: string }
  | { kind: "api_key_header"; field: string; header: string; prefix?: string; accept?: string }
  | { kind: "two_headers"; headers: Record<string, string>; accept?: string };

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
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  ok: { array: string } | { true: string };
  pick?: { accounts?: string; account?: string };
}

/** Field id to value. */
export type Values = Readonly<Record<string, string>>;
