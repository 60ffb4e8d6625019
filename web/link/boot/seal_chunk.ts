import { CompactEncrypt, importJWK } from "jose";
import type { SecretBytes } from "../module/module.ts";
import type { SealEffect } from "../messages.ts";
import type { PublicKey } from "../config/public_key.ts";
import { type SealGiven, sealNow } from "../seal/seal_now.ts";

export { wrongInAnswer } from "../backend/backend_answer.ts";
export { drawPicture } from "../dom/picture_shapes.ts";
export { completeReport, copyText } from "../dom/copy.ts";
export { markPassage } from "../dom/bidi.ts";
export { unwrapEntries } from "../dom/unwrap.ts";
export { tellColours } from "../picture/appearance.ts";
export { watchOutside } from "../picture/outside.ts";
export { buildPayload } from "../seal/payload.ts";
export { seesRedirect } from "../backend/relay_check.ts";

/** Seals bytes for the holder of the private key: a compact JWE (RFC 7516), ECDH-ES on P-256 with A256GCM. */
export async function encrypt(payload: Uint8Array, key: PublicKey): Promise<string> {
  const { kty, crv, x, y } = key;
  return new CompactEncrypt(payload)
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", kid: key.kid, typ: "ats-link+jwe", cty: "json" })
    .encrypt(await importJWK({ kty, crv, x, y }, "ECDH-ES"));
}

export const seal = (effect: SealEffect, secrets: SecretBytes[], given: SealGiven) =>
  sealNow(effect, secrets, given, encrypt);
