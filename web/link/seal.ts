import type { SecretBytes } from "./module.ts";
import type { SealContext, SealEffect } from "./payload.ts";
import type { PublicKey } from "./public_key.ts";

/** What only the hand-over needs: a file of its own, which the first screen does not wait for. */
export interface Sealer {
  buildPayload(effect: SealEffect, secrets: SecretBytes[], context: SealContext): Uint8Array;
  encrypt(payload: Uint8Array, key: PublicKey): Promise<string>;
}

/**
 * The token for the integrator's backend. Without a key (allowed by `dangerouslyAllowPlaintext` alone) it is the payload
 * itself as JSON. `secrets` and the payload are overwritten before this returns or throws.
 */
export async function sealToken(
  effect: SealEffect,
  secrets: SecretBytes[],
  context: SealContext,
  key: PublicKey | undefined,
  load: () => Promise<Sealer>,
): Promise<string> {
  let payload: Uint8Array | undefined;
  try {
    const sealer = await load();
    payload = sealer.buildPayload(effect, secrets, context);
    return key ? await sealer.encrypt(payload, key) : new TextDecoder().decode(payload);
  } finally {
    payload?.fill(0);
    for (const { bytes } of secrets) bytes.fill(0);
  }
}

/** Said once for each session that hands the key to the host page as it is; `keys` as in link.config.json. */
export function warnOfPlaintext(keys: readonly PublicKey[], warn: (text: string) => void = console.warn): void {
  if (keys.length > 0) return;
  warn(
    "ATS Link: dangerouslyAllowPlaintext is on: every script of the host page can read the API key. Run ats-link keygen " +
      "and put the public key into handover.keys.",
  );
}

/** A clock set by a server's `Date` header, since users' clocks are often wrong; the local one where there is none. */
export function serverClock(
  date: string | null,
  elapsedMs: () => number,
  local: () => number = Date.now,
): () => number {
  const start = date === null ? Number.NaN : Date.parse(date);
  const at = elapsedMs();
  return () => (Number.isNaN(start) ? local() : start + elapsedMs() - at) / 1000;
}
