import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "../provider.ts";
import { httpPart } from "./http_part.ts";
import { locationsPart } from "./locations_part.ts";

export interface NginxSettings {
  /** Exact origins of link pages on other sites; none where the link page is served beside the relay. */
  origins: readonly string[];
  /** Arguments of nginx's `resolver`: upstream names are looked up while it runs. */
  resolver: string;
  /** Certificates that upstream's is checked against. */
  trustedCertificates: string;
  accessLog: string;
  errorLog: string;
  version: string;
  /** Seconds that upstream may take to accept the connection, and for each read of its headers. */
  timeouts: { connect: number; read: number };
  /** For tests only: another port than 443. */
  upstreamPort?: number;
}

/** What stands in `dist/relay/nginx`; an integrator changes the lines that the files' first comment names. */
export const shippedSettings = (version: string): NginxSettings => ({
  origins: [],
  resolver: "127.0.0.53 valid=30s ipv6=off",
  trustedCertificates: "/etc/ssl/certs/ca-certificates.crt",
  accessLog: "/var/log/nginx/ats-link-relay.log",
  errorLog: "/var/log/nginx/ats-link-relay.error.log",
  version,
  timeouts: { connect: 3, read: 5 },
});

/** The relay as nginx configuration, made from the provider files, by file name: a part for `http`, one for a `server`. */
export const nginxFiles = (providers: readonly Provider[], settings: NginxSettings): Record<string, string> => ({
  "ats-link-http.conf": httpPart(settings),
  "ats-link-locations.conf": locationsPart(providers, settings),
});

export function writeNginx(folder: string, providers: readonly Provider[], settings: NginxSettings): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(nginxFiles(providers, settings))) writeFileSync(join(folder, name), text);
}
