import { base64url, compactDecrypt, importJWK, type JWK } from "jose";
import { isObject } from "../relay/json.ts";
import type { TokenPayload, TokenRefusal } from "../types/server.ts";
import { parseStrictly } from "./json.ts";

export type OpenFailure = Extract<
  TokenRefusal,
  "token_too_long" | "token_malformed" | "key_unknown" | "token_unreadable"
>;

const longestToken = 8192;
const headerMembers = ["alg", "enc", "kid", "typ", "cty", "epk"];
const clockToleranceS = 300;
const longestLifeS = 600;

/**
 * Opens a token with the private key that its `kid` names: only ECDH-ES with A256GCM, and no other header members. Of any
 * age: for looking at one, not for accepting it.
 */
export async function unseal(token: string, privateKeys: readonly JWK[]): Promise<TokenPayload | OpenFailure> {
  if (token.length > longestToken) return "token_too_long";
  const kid = readKeyId(token);
  if (kid === null) return "token_malformed";
  const jwk = privateKeys.find((key) => key.kid === kid);
  if (jwk === undefined) return "key_unknown";
  return (await decrypt(token, jwk)) ?? "token_unreadable";
}

/**
 * True if the token may be accepted at `nowMs`: 0 to 10 minutes long, five minutes of tolerance at either end. A server's
 * clock decides, not the user's.
 */
export function isFresh({ iat, exp }: TokenPayload, nowMs: number): boolean {
  const now = nowMs / 1000;
  return exp > now - clockToleranceS && iat < now + clockToleranceS && exp >= iat && exp - iat <= longestLifeS;
}

/** From then on `isFresh` is false for a token with this `exp`, so its `jti` need not be remembered. */
export const takenUntilMs = (exp: number): number => (exp + clockToleranceS) * 1000;

/** The protected header, without any trust in it; null if there is none, or one that names a member twice. */
export function readHeader(token: string): Record<string, unknown> | null {
  try {
    const header = parseStrictly(decodeText(base64url.decode(token.split(".")[0] ?? "")));
    return isObject(header) ? header : null;
  } catch {
    return null;
  }
}

const decodeText = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

function readKeyId(token: string): string | null {
  const header = readHeader(token);
  const asAgreed =
    header?.["alg"] === "ECDH-ES" &&
    header["enc"] === "A256GCM" &&
    header["typ"] === "ats-link+jwe" &&
    header["cty"] === "json" &&
    Object.keys(header).every((name) => headerMembers.includes(name));
  const kid = header?.["kid"];
  return asAgreed && typeof kid === "string" && token.split(".").length === 5 ? kid : null;
}

async function decrypt(token: string, jwk: JWK): Promise<TokenPayload | null> {
  try {
    const { plaintext } = await compactDecrypt(token, await importJWK(jwk, "ECDH-ES"), {
      keyManagementAlgorithms: ["ECDH-ES"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return readPayload(parseStrictly(decodeText(plaintext)));
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || value === undefined || isText(value);
const isTextRecord = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** The payload if the document has its shape; null otherwise. */
function readPayload(document: unknown): TokenPayload | null {
  if (!isObject(document)) return null;
  const { credential, account, scopes } = document;
  const right =
    document["v"] === 1 &&
    isText(document["jti"]) &&
    document["jti"] !== "" &&
    Number.isSafeInteger(document["iat"]) &&
    Number.isSafeInteger(document["exp"]) &&
    isTextOrNull(document["state"]) &&
    isTextOrNull(document["origin"]) &&
    isText(document["provider"]) &&
    isTextRecord(document["fields"]) &&
    isObject(credential) &&
    credential["kind"] === "api_key" &&
    isTextRecord(credential["values"]) &&
    (account === null || account === undefined || isObject(account)) &&
    isObject(scopes) &&
    [scopes["granted"], scopes["missing"], scopes["unverified"]].every(isTextList);
  return right ? (document as unknown as TokenPayload) : null;
}
