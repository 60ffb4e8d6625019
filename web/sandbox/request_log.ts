import type { IncomingHttpHeaders } from "node:http";

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

const secretHeaders = ["authorization", "x-api-key", "x-smarttoken", "x-jvi-api", "x-jvi-sc", "cookie"];
const mostRequests = 1000;

/** The latest requests, oldest first. Never holds a whole key. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: Omit<LoggedRequest, "headers" | "status" | "aborted">, rawHeaders: readonly string[]): LoggedRequest {
    const headers: [string, string][] = [];
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
      const name = rawHeaders[i] ?? "";
      headers.push([name, maskHeader(name, rawHeaders[i + 1] ?? "")]);
    }
    const entry: LoggedRequest = { ...request, headers, status: null, aborted: false };
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
}

/** `••••` and the last 4 characters. */
export const maskSecret = (secret: string): string => `••••${secret.slice(-4)}`;

function maskHeader(name: string, value: string): string {
  if (!secretHeaders.includes(name.toLowerCase())) return value;
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
