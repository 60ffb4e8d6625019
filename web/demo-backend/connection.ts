import type { NewConnection, TokenScopes } from "../types/server.ts";

/** What the demo shows and keeps of a connection. A real backend would store the key, encrypted. */
export interface Connection {
  provider: string;
  subdomain: string | null;
  accountName: string | null;
  scopes: TokenScopes;
  /** `••••` and the last 4 characters. */
  key: string;
  verifiedAgain: boolean;
}

export function toConnection({ provider, fields, accountName, scopes, secrets, verified }: NewConnection): Connection {
  const [secret = ""] = Object.values(secrets);
  const subdomain = fields["subdomain"] ?? null;
  return { provider, subdomain, accountName, scopes, key: `••••${secret.slice(-4)}`, verifiedAgain: verified };
}
