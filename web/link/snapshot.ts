import type { Step } from "../types/index.ts";
import type { Snapshot } from "../types/port.ts";

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

/** Null for a step that this version of the page does not have: the walk begins anew then. */
export function unpackSnapshot({ step, fields }: Snapshot): object | null {
  if (!steps.includes(step)) return null;
  const { [PROVIDER]: provider, ...rest } = fields;
  return { step, fields: rest, ...(provider !== undefined && { provider }) };
}
