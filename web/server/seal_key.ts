import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import type { SealKey } from "../headers/link_config.ts";

export interface SealKeyPair {
  /** For link.config.json. */
  publicJwk: SealKey;
  /** Stays on the backend. */
  privateJwk: JWK;
}

/** A new ECDH P-256 key pair; `kid` is the RFC 7638 thumbprint of the public key. */
export async function makeSealKey(): Promise<SealKeyPair> {
  const { publicKey, privateKey } = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
  const { x = "", y = "" } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicKey);
  const shared = { kid, use: "enc", alg: "ECDH-ES" } as const;
  return {
    publicJwk: { kty: "EC", crv: "P-256", x, y, ...shared },
    privateJwk: { ...(await exportJWK(privateKey)), ...shared },
  };
}
