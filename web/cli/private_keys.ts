import type { JWK } from "jose";
import { readFileSync } from "node:fs";
import { isObject } from "../relay/json_member.ts";
import { ConfigProblem } from "../link/config/config_check.ts";
import { publicKey } from "../link/config/public_key.ts";
import { CommandError } from "./command_error.ts";
import { isKeyPair } from "./key_pair.ts";

/** The private keys of a file: one JWK, or a JWK set with several while a key is replaced. */
export function readPrivateKeys(file: string): JWK[] {
  const refuse = (problem: string) => new CommandError(`${file}: ${problem}.`);
  const document = readJson(file);
  if (document === undefined) throw refuse("expected a file with a private key as JWK, as ats-link keygen writes it");
  const isSet = isObject(document) && Object.hasOwn(document, "keys");
  const keys: unknown = isSet ? document["keys"] : [document];
  if (!Array.isArray(keys) || keys.length === 0) throw refuse("keys: expected a list of private keys");
  keys.forEach((key, index) => {
    const problem = whatIsWrong(key, isSet ? `keys[${String(index)}]` : "key");
    if (problem !== null) throw refuse(problem);
  });
  return keys as JWK[];
}

/** What may be shown of a private key. */
export const publicHalf = ({ d: _, ...half }: JWK): JWK => half;

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function whatIsWrong(key: unknown, path: string): string | null {
  const { d, ...half } = isObject(key) ? key : {};
  try {
    publicKey(isObject(key) ? half : key, path);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message;
    throw error;
  }
  if (d === undefined) return `${path}.d: this is the public key; give the file with the private one`;
  return isKeyPair(half, d) ? null : `${path}.d: expected the private half of this key's x and y`;
}
