import type { Operation } from "../backend/backend_answer.ts";
import type { SecretBytes } from "../module/module.ts";
import type { Facts } from "../dom/copy.ts";
import type { Appearance } from "../picture/appearance.ts";
import type { Outside } from "../picture/outside.ts";
import type { Report, SealEffect } from "../messages.ts";
import type { SealContext } from "./payload.ts";
import type { PictureNode } from "../view_model.ts";
import type { PublicKey } from "../config/public_key.ts";
import type { SealGiven, Sealed } from "./seal_now.ts";

export type Encrypt = (payload: Uint8Array, key: PublicKey) => Promise<string>;

/** What only later steps need: a file of its own, which the first screen does not wait for. */
export interface Sealer {
  seal(effect: SealEffect, secrets: SecretBytes[], given: SealGiven): Promise<Sealed>;
  seesRedirect(relay: string): Promise<boolean>;
  copyText(text: string): Promise<boolean>;
  completeReport(text: string, report: Report, facts: Facts, now: Date): string;
  drawPicture(svg: SVGSVGElement, node: PictureNode): void;
  markPassage(text: string): string | null;
  watchOutside(outside: Outside): () => void;
  tellColours(look: Appearance | null): void;
  unwrapEntries(input: HTMLInputElement, secret: boolean): void;
  wrongInAnswer(op: Operation, body: unknown): string | null;
}

interface Tools {
  buildPayload(effect: SealEffect, secrets: SecretBytes[], context: SealContext): Uint8Array;
  encrypt: Encrypt;
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
  { buildPayload, encrypt }: Tools,
): Promise<string> {
  let payload: Uint8Array | undefined;
  try {
    payload = buildPayload(effect, secrets, context);
    return key ? await encrypt(payload, key) : new TextDecoder().decode(payload);
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

/** The local clock counts where it lies this near to what the server says. */
const NEAR_MS = 60_000;

/**
 * Seconds since 1970 by the server's `Date` and `Age`, since users' clocks are often wrong. A cache may have renewed the
 * one and kept the other, so a local clock between the two readings is the nearest there is; as where there is no `Date`.
 */
export function serverTime(date: string | null, age: string | null, local = Date.now()): number {
  const start = Date.parse(date ?? "");
  const end = start + (/^\d{1,9}$/.test(age ?? "") ? Number(age) * 1000 : 0);
  const isLocalWrong = local < start - NEAR_MS || local > end + NEAR_MS;
  return (isLocalWrong ? end : local) / 1000;
}
