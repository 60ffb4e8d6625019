import { base64url } from "jose";

/** So many random bytes as base64url, also where there is no Node. */
export const randomText = (bytes: number): string => base64url.encode(crypto.getRandomValues(new Uint8Array(bytes)));
