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
