import type { IncomingHttpHeaders } from "node:http";
import type { Provider } from "../relay/provider.ts";

/** One request the sandbox got, for tests to look at. */
export interface LoggedRequest {
  method: string;
  host: string;
  path: string;
  query: string;
  /** As received, in order; a key shows only its last 4 characters. */
  headers: [name: string, value: string][];
  body: string;
  /** Null until it is answered. */
  status: number | null;
  /** True if the client went away before the answer was complete. */
  aborted: boolean;
}

const mostRequests = 1000;

/** Where the provider files put secrets: names of headers, in lower case, and of parameters in a query or form. */
function secretPlaces(providers: readonly Provider[]): { headers: Set<string>; parameters: Set<string> } {
  const headers = new Set(["authorization", "cookie"]);
  const parameters = new Set(["client_id", "client_secret"]);
  for (const { auth } of providers) {
    if (auth.kind === "api_key_header") headers.add(auth.header.toLowerCase());
    if (auth.kind === "two_headers") for (const name of Object.keys(auth.headers)) headers.add(name.toLowerCase());
    if (auth.kind === "query") parameters.add(auth.parameter.toLowerCase());
  }
  return { headers, parameters };
}

/** The latest requests, oldest first. Never holds a whole key. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  readonly #secret: ReturnType<typeof secretPlaces>;

  constructor(providers: readonly Provider[]) {
    this.#secret = secretPlaces(providers);
  }

  add(request: Omit<LoggedRequest, "headers" | "status" | "aborted">, rawHeaders: readonly string[]): LoggedRequest {
    const headers: [string, string][] = [];
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
      const name = rawHeaders[i] ?? "";
      const value = rawHeaders[i + 1] ?? "";
      headers.push([name, this.#secret.headers.has(name.toLowerCase()) ? maskHeader(value) : value]);
    }
    const [query, body] = [this.#maskPairs(request.query), this.#maskPairs(request.body)];
    const entry: LoggedRequest = { ...request, query, body, headers, status: null, aborted: false };
    this.#requests.push(entry);
    if (this.#requests.length > mostRequests) this.#requests.shift();
    return entry;
  }

  all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }

  /** A query with its `?`, or a form; what is neither has no such names. */
  #maskPairs(text: string): string {
    return text.replace(/(^|[?&])([^=&?]+)=([^&]*)/g, (whole, before: string, name: string, value: string) =>
      this.#secret.parameters.has(name.toLowerCase()) ? `${before}${name}=${maskSecret(value)}` : whole,
    );
  }
}

/** `••••` and the last 4 characters. */
export const maskSecret = (secret: string): string => `••••${secret.slice(-4)}`;

function maskHeader(value: string): string {
  const space = value.indexOf(" ");
  const scheme = value.slice(0, space + 1);
  const secret = value.slice(space + 1);
  if (scheme !== "Basic ") return scheme + maskSecret(secret);
  return scheme + maskSecret(Buffer.from(secret, "base64").toString("utf8").replace(/:.*$/, ""));
}

/** The Host header without its port, in lower case. */
export function hostName(headers: IncomingHttpHeaders): string {
  return (headers.host ?? "").toLowerCase().replace(/:[0-9]+$/, "");
}
