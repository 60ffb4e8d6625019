import { isFresh, type OpenFailure, readHeader, unseal } from "../server/unseal.ts";
import type { TokenPayload } from "../types/server.ts";
import { CommandError } from "./command_line.ts";
import { readPrivateKeys } from "./keys.ts";

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

/** What the header must say, and what else may be in it. */
const agreed = { alg: "ECDH-ES", enc: "A256GCM", typ: "ats-link+jwe", cty: "json" };
const others = ["kid", "epk"];

/** One sentence that names what is wrong with a token that does not open, and the way out. */
function whyNot(failure: OpenFailure, token: string): string {
  switch (failure) {
    case "token_too_long":
      return "The token is longer than 8 KiB, which no sealed token is; copy it once more, alone.";
    case "key_unknown":
      return `The token was sealed to the key ${keyId(token)}, which is not in the file; give the file that has it.`;
    case "token_unreadable":
      return "The token cannot be opened: it was changed or cut off, or the file's key has this kid but is another.";
    case "token_malformed":
      return malformed(token);
  }
}

const keyId = (token: string): string => String(readHeader(token)?.["kid"]);

function malformed(token: string): string {
  if (token.trimStart().startsWith("{"))
    return "The token is plaintext: the link page has no key; put one into handover.keys of link.config.json.";
  const parts = token.split(".").length;
  if (parts !== 5) return `The token has ${parts} of 5 parts, which dots separate; copy it whole.`;
  const header = readHeader(token);
  if (header === null)
    return "The token's header, its first part, is not JSON in base64url, or has a member twice; copy the token whole.";
  for (const [name, value] of Object.entries(agreed))
    if (header[name] !== value)
      return `The token's header has another ${name} than "${value}"; it is not from ATS Link.`;
  const strange = Object.keys(header).find((name) => !(name in agreed) && !others.includes(name));
  if (strange !== undefined) return `The token's header has the member ${quoted(strange)}, which ATS Link never sets.`;
  return "The token's header has no kid, so no key can be chosen; it is not from ATS Link.";
}

/** A name out of a foreign token, fit for a terminal. */
const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));
