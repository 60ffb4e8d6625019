import type { NewConnection, TokenPayload, TokenScopes } from "../types/server.ts";

/** What the demo shows and keeps of a connection. A real backend would store the key, encrypted. */
interface Connection {
  provider: string;
  subdomain: string | null;
  accountName: string | null;
  scopes: TokenScopes;
  /** `••••` and the last 4 characters. */
  key: string;
  verifiedAgain: boolean;
}

function toConnection({ provider, fields, accountName, scopes, secrets, verified }: NewConnection): Connection {
  const [secret = ""] = Object.values(secrets);
  const subdomain = fields["subdomain"] ?? null;
  return { provider, subdomain, accountName, scopes, key: `••••${secret.slice(-4)}`, verifiedAgain: verified };
}

/** What was in a token, member by member: the secrets and the state by their last 4 characters. */
type TokenShape = Record<string, unknown>;

const masked = (text: string): string => `••••${text.slice(-4)}`;

function tokenShape(payload: TokenPayload): TokenShape {
  const { state, credential, ...open } = payload;
  const values = Object.entries(credential.values).map(([id, value]) => [id, masked(value)]);
  return {
    ...open,
    state: state === null ? null : masked(state),
    credential: { ...credential, values: Object.fromEntries(values) as object },
    // It fills up to a length that says nothing of the key's.
    ...("pad" in payload && { pad: `${String(String(payload.pad).length)} characters` }),
  };
}

/** What the demo remembers of its users, without a secret. */
export interface Kept {
  /** A token whose seal was opened; it counts once it has connected. */
  opened(payload: TokenPayload): void;
  connected(connection: NewConnection): void;
  sent(user: string, state: string): void;
  find(ref: string): Connection | undefined;
  /** The newest last, with what its token held. */
  of(user: string): { connections: Connection[]; token: TokenShape | undefined; sent: string[] };
}

/** More than a person tries in an afternoon. */
const MOST = 20;

export function createKept(): Kept {
  const byRef = new Map<string, Connection>();
  const shapes = new Map<string, TokenShape>();
  const ofUser = new Map<string, { accounts: Map<string, Connection>; token?: TokenShape; sent: Set<string> }>();
  const userNamed = (user: string) => {
    const known = ofUser.get(user) ?? { accounts: new Map<string, Connection>(), sent: new Set<string>() };
    ofUser.set(user, known);
    return known;
  };
  return {
    opened(payload) {
      shapes.set(payload.jti, tokenShape(payload));
      for (const oldest of shapes.keys()) if (shapes.size > MOST) shapes.delete(oldest);
    },
    connected(made) {
      const connection = toConnection(made);
      byRef.set(made.ref, connection);
      const token = shapes.get(made.jti);
      shapes.delete(made.jti);
      if (made.session.owner === undefined) return;
      const kept = userNamed(made.session.owner);
      if (token) kept.token = token;
      // One of each account: who connects it again has mended it.
      const account = JSON.stringify([made.provider, made.fields]);
      kept.accounts.delete(account);
      kept.accounts.set(account, connection);
      for (const oldest of kept.accounts.keys()) if (kept.accounts.size > MOST) kept.accounts.delete(oldest);
    },
    sent: (user, state) => void userNamed(user).sent.add(state),
    find: (ref) => byRef.get(ref),
    of(user) {
      const { accounts, token, sent } = ofUser.get(user) ?? {};
      return { connections: [...(accounts?.values() ?? [])], token, sent: [...(sent ?? [])] };
    },
  };
}
