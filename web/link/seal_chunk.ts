import { CompactEncrypt, importJWK } from "jose";
import type { PublicKey } from "./public_key.ts";

export { buildPayload } from "./payload.ts";

/** Seals bytes for the holder of the private key: a compact JWE (RFC 7516), ECDH-ES on P-256 with A256GCM. */
export async function encrypt(payload: Uint8Array, key: PublicKey): Promise<string> {
  const { kty, crv, x, y } = key;
  return new CompactEncrypt(payload)
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", kid: key.kid, typ: "ats-link+jwe", cty: "json" })
    .encrypt(await importJWK({ kty, crv, x, y }, "ECDH-ES"));
}
