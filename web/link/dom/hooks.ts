import type { Inbound } from "../messages.ts";

/** What the user did. */
export type Action = Omit<Extract<Inbound, { type: "action" }>, "type">;

/** The only ways out of the DOM layer. */
export interface Hooks {
  act(action: Action): void;
  /** Hands the value of a secret field over; `field`: its name. */
  putSecret(field: string, value: string): void;
  /** What was handed over earlier, for a screen that is shown again; "" if nothing. */
  takeSecret(field: string): string;
  /** Which node has DOM focus; "" for none. For painting only. */
  focusMoved(node: string): void;
  toggleTextView(): void;
}
