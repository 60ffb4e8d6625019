import type { Restored } from "../messages.ts";
import type { Step } from "../../types/index.ts";
import type { Snapshot } from "../../types/port.ts";

/** No field of a provider can be called this. */
const PROVIDER = "@provider";

/** The port's snapshot has fields alone, so the provider travels among them. */
export function packSnapshot(step: Step, provider: string | null, fields: Record<string, string>): Snapshot {
  return { step, fields: { ...fields, ...(provider !== null && { [PROVIDER]: provider }) } };
}

const steps: readonly Step[] = [
  ...(["session", "provider", "method", "admin", "invite", "permissions", "subdomain", "api_key"] as const),
  ...(["verifying", "connected", "failed"] as const),
];

export const isBehindReview = (step: Step): boolean => steps.indexOf(step) > steps.indexOf("permissions");

/**
 * Null for a step that this version of the page does not have: the walk begins anew then. Without a review of what is asked
 * for now, a snapshot leads to the permissions at most.
 */
export function unpackSnapshot(
  { step, fields }: Snapshot,
  wasReviewed: (provider: string | undefined) => boolean,
): Restored | null {
  if (!steps.includes(step)) return null;
  const { [PROVIDER]: provider, ...rest } = fields;
  const at = isBehindReview(step) && !wasReviewed(provider) ? "permissions" : step;
  return { step: at, fields: rest, ...(provider !== undefined && { provider }) };
}
