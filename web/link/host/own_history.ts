import type { PortConfig } from "../../types/port.ts";

// The page's own entry of the session history: it stays when the page is loaded again, and no host can write there.
const keep = (word: string): void => history.replaceState(word, "");

const CONNECTED = "connected";

/** What was read and accepted: of whom, and what decides what is asked. */
const review = ({ scopes, provider, providers, prefill }: PortConfig, chosen: string | null | undefined): string =>
  JSON.stringify([chosen, scopes, provider, providers, prefill]);

export const keepReview = (config: PortConfig, chosen: string | null): void => keep(review(config, chosen));
export const wasReviewed = (config: PortConfig, chosen: string | undefined): boolean =>
  history.state === review(config, chosen);

export const keepSuccess = (): void => keep(CONNECTED);
export const hasSucceeded = (): boolean => history.state === CONNECTED;
