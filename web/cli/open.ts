import { isFresh, unseal } from "../server/unseal.ts";
import type { TokenPayload } from "../types/server.ts";
import { CommandError } from "./command_error.ts";
import { readPrivateKeys } from "./private_keys.ts";
import { whyNot } from "./why_not.ts";

/** Prints what the token holds. Its age is told, not judged: accepting tokens is the backend's work. */
export async function open(token: string, keyFile: string, showSecret: boolean): Promise<void> {
  const payload = await unseal(token, readPrivateKeys(keyFile));
  if (typeof payload === "string") throw new CommandError(whyNot(payload, token));
  if (!isFresh(payload, Date.now())) console.error("The token has expired; a backend would refuse it.");
  console.log(JSON.stringify(showSecret ? withoutPad(payload) : masked(payload), null, 2));
}

function withoutPad(payload: TokenPayload): object {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== "pad"));
}

function masked(payload: TokenPayload): object {
  const values = Object.entries(payload.credential.values).map(([id, value]) => [id, `••••${value.slice(-4)}`]);
  const credential = { ...payload.credential, values: Object.fromEntries(values) as Record<string, string> };
  return withoutPad({ ...payload, credential });
}
