import { randomNumbers } from "../../../support/sample.ts";
import type { step } from "../../../../web/opener/step.ts";
import { type Act, acts, type MakePage, SessionModel } from "./session_model.ts";

/** What is wrong with a session after an order of acts, or null. */
export function judge(machine: typeof step, order: readonly Act[], ...page: [MakePage?]): string | null {
  const model = new SessionModel(machine, ...page);
  for (const act of order) {
    model.do(act);
    if (model.told.length > 1) return `told twice: ${model.told.join(", ")}`;
    if (model.told.length === 0 && model.state.is === "failed") return "failed without an ending";
  }
  model.finish();
  if (model.trouble.length > 0) return model.trouble.join("; ");
  if (model.state.is !== "over") return `not over but ${model.state.is}`;
  if (model.told.length !== 1) return `told ${model.told.length} endings`;
  if (model.successArrived && model.told[0] !== "success") return "a hand-over that was heard of is told as an exit";
  if (model.handler !== "idle") return `the handler says ${model.handler}`;
  if (!model.removed) return "something of ours stays in the page";
  if (!model.opened) return "the promise of open() is pending";
  const pending = [...model.questions].filter(([, answer]) => answer === null);
  return pending.length > 0 ? `${pending.length} promises of exit() or back() are pending` : null;
}

/** What a session begins with, up to its first screen. */
export const start: Act[] = (["load", "toHost", "toPage", "toHost", "toHost"] as const).map((name) => ({
  name,
  pick: 0,
}));

/** Orders of 4 to 40 acts, the same for the same seed. Most begin as a session does, so that they get far. */
export function* orders(count: number, salt = "endings"): Generator<Act[]> {
  const random = randomNumbers(salt);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let i = 0; i < count; i++) {
    const chosen = Array.from({ length: 4 + below(36) }, (): Act => ({
      name: acts[below(acts.length)] as Act["name"],
      pick: below(1000),
    }));
    yield below(4) === 0 ? chosen : [...start.slice(0, 1 + below(start.length)), ...chosen];
  }
}

/** The order without every act that the fault does not need. */
export function minimise(machine: typeof step, order: readonly Act[]): Act[] {
  let least = [...order];
  for (let i = 0; i < least.length;) {
    const without = least.toSpliced(i, 1);
    if (judge(machine, without)) least = without;
    else i++;
  }
  return least;
}
