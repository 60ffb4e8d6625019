import type { JWK } from "jose";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { ConfigProblem } from "../link/config/config_check.ts";
import { publicKey } from "../link/config/public_key.ts";
import { isObject } from "../relay/json.ts";
import { makeSealKey } from "../server/seal_key.ts";
import { CommandError, errorCode } from "./command_line.ts";

/** Writes the private key to a file that did not exist (readable by its owner alone) and prints the public key. */
export async function keygen(file: string): Promise<void> {
  const { publicJwk, privateJwk } = await makeSealKey();
  try {
    writeFileSync(file, `${JSON.stringify(privateJwk, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const exists = errorCode(error) === "EEXIST";
    throw new CommandError(exists ? `${file} exists; choose another file with --out.` : `${file} cannot be written.`);
  }
  console.error(`The private key is in ${file}; keep it on your backend. The public key is for link.config.json:`);
  console.log(JSON.stringify(publicJwk));
}

/** Prints the public half of each private key of a file: one alone, or several as a list. */
export function printPublic(file: string): void {
  const halves = readPrivateKeys(file).map(publicHalf);
  console.log(JSON.stringify(halves.length === 1 ? halves[0] : halves));
}

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

/** Whether `d` is the private half of this public key: the library works x and y out of it once more. */
function isKeyPair({ x, y }: JWK, d: unknown): boolean {
  if (typeof d !== "string" || !/^[A-Za-z0-9_-]{43}$/.test(d)) return false;
  try {
    const key = createPrivateKey({ key: sec1(Buffer.from(d, "base64url")), format: "der", type: "sec1" });
    const made = createPublicKey(key).export({ format: "jwk" });
    return made.x === x && made.y === y;
  } catch {
    return false;
  }
}

/** RFC 5915 without the optional public key, which is what is to be worked out; the curve is P-256. */
function sec1(d: Buffer): Buffer {
  const curve = Buffer.from("a00a06082a8648ce3d030107", "hex");
  return Buffer.concat([Buffer.from([0x30, 3 + 2 + d.length + curve.length, 2, 1, 1, 4, d.length]), d, curve]);
}
