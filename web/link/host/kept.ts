import type { Step } from "../../types/index.ts";
import type { PortConfig, Snapshot } from "../../types/port.ts";
import type { Restored } from "../messages.ts";

/** No field of a provider can be called these. */
const PROVIDER = "@provider";
const TEXT_VIEW = "@text_view";

/** The port's snapshot has fields alone, so the provider travels among them. */
export function packSnapshot(step: Step, provider: string | null, fields: Record<string, string>): Snapshot {
  return { step, fields: { ...fields, ...(provider !== null && { [PROVIDER]: provider }) } };
}

/** The same, with which view the person wants. */
export const withView = ({ step, fields }: Snapshot, textView: boolean): Snapshot => ({
  step,
  fields: textView ? { ...fields, [TEXT_VIEW]: "on" } : fields,
});

export const wantsTextView = ({ fields }: Snapshot): boolean => fields[TEXT_VIEW] === "on";

/** Whether it holds nothing but what the walk begins with anyhow. */
export function isFresh({ step, fields }: Snapshot, { mode, provider, prefill }: PortConfig): boolean {
  const { [PROVIDER]: chosen, [TEXT_VIEW]: _, ...entered } = fields;
  return (
    (mode === "relink" || step === "provider" || step === "method") &&
    (chosen ?? "") === (provider ?? "") &&
    Object.values(entered).every((value) => value === prefill?.subdomain)
  );
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
  const { [PROVIDER]: provider, [TEXT_VIEW]: _, ...rest } = fields;
  const at = isBehindReview(step) && !wasReviewed(provider) ? "permissions" : step;
  return { step: at, fields: rest, ...(provider !== undefined && { provider }) };
}

// The page's own entry of the session history: it stays when the page is loaded again, and no host can write there.
// Written only where it changes, as the browser's process is told of it: 0.7 ms of a step otherwise.
const keep = (word: string): void => {
  if (history.state !== word) history.replaceState(word, "");
};

const CONNECTED = "connected";

/** What was read and accepted: of whom, and what decides what is asked. */
const review = ({ scopes, provider, providers, prefill }: PortConfig, chosen: string | null | undefined): string =>
  JSON.stringify([chosen, scopes, provider, providers, prefill]);

export const keepReview = (config: PortConfig, chosen: string | null): void => keep(review(config, chosen));
export const wasReviewed = (config: PortConfig, chosen: string | undefined): boolean =>
  history.state === review(config, chosen);

export const keepSuccess = (): void => keep(CONNECTED);
export const hasSucceeded = (): boolean => history.state === CONNECTED;
