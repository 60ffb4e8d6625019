import type { ErrorCode } from "../../types/index.ts";
import { ConfigProblem } from "../config/config_check.ts";
import { loadConfig } from "../config/page_config.ts";
import type { SecretBytes } from "../module/module.ts";
import type { SealEffect } from "../messages.ts";
import { buildPayload } from "./payload.ts";
import type { PublicKey } from "../config/public_key.ts";
import { type Encrypt, sealToken, serverTime } from "./seal.ts";

/** What the page knows and the effect does not say. */
export interface SealGiven {
  origin: string;
  version: string;
  /** As they were when the page was opened. */
  keys: readonly PublicKey[];
}

export type Sealed = { token: string } | { code: ErrorCode; detail?: string };

/** The key that is sealed to is read anew, past every cache: the page may have been open while it was replaced. */
export async function sealNow(
  effect: SealEffect,
  secrets: SecretBytes[],
  { origin, version, keys }: SealGiven,
  encrypt: Encrypt,
): Promise<Sealed> {
  try {
    const { config, headers } = await loadConfig(document.baseURI, "reload");
    const [key] = config.handover.keys;
    if (!key && keys.length > 0) return { code: "CONFIG_INVALID", detail: "handover.keys" };
    const context = { origin, now: serverTime(headers.get("Date"), headers.get("Age")), version };
    const token = await sealToken(effect, secrets, context, key, { buildPayload, encrypt }).catch(() => null);
    return token === null ? { code: "INTERNAL" } : { token };
  } catch (error) {
    if (error instanceof ConfigProblem) return { code: "CONFIG_INVALID", detail: error.field };
    // A file that did not come can be fetched again.
    return { code: navigator.onLine ? "LOAD_FAILED" : "OFFLINE" };
  } finally {
    for (const { bytes } of secrets) bytes.fill(0);
  }
}
