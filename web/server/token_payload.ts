import { isObject } from "../relay/json_member.ts";
import type { TokenPayload } from "../types/server.ts";

const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || value === undefined || isText(value);
const isTextRecord = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** The payload if the document has its shape; null otherwise. */
export function readPayload(document: unknown): TokenPayload | null {
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
