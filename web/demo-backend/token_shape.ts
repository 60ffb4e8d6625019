import type { TokenPayload } from "../types/server.ts";

/** What was in a token, member by member: the secrets and the state by their last 4 characters. */
export type TokenShape = Record<string, unknown>;

const masked = (text: string): string => `••••${text.slice(-4)}`;

export function tokenShape(payload: TokenPayload): TokenShape {
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
