import type { RevealNode, ViewModel } from "../view_model.ts";
import type { Action, FieldView, Hooks } from "./node_view.ts";

/** How long a secret stays readable on the screen. */
const SHOWN_MS = 30_000;

export interface Secrets {
  /** Acts, after handing over what was typed into secret fields. */
  act(action: Action): void;
  watch(): void;
}

/** The rules for secret inputs: handed over before anything happens, and masked again soon. */
export function createSecrets(fields: () => FieldView[], view: () => ViewModel | null, outside: Hooks): Secrets {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const reveals = (): RevealNode[] => view()?.nodes.filter((node) => node.kind === "reveal") ?? [];
  const shownBy = (): string | undefined => reveals().find(({ shown }) => shown)?.id;
  const mask = (): void => {
    clearTimeout(timer);
    const shown = shownBy();
    if (shown) act({ node: shown, kind: "press" });
  };
  const act = (action: Action): void => {
    const leaves = action.node === "primary";
    if (leaves) mask();
    if (action.kind !== "input") for (const field of fields()) field.handOver(leaves);
    outside.act(action);
    if (!reveals().some(({ id }) => id === action.node)) return;
    clearTimeout(timer);
    if (shownBy()) timer = setTimeout(mask, SHOWN_MS);
  };
  return {
    act,
    // The window's own event: nothing on the card says that the user looked away.
    watch: () => window.addEventListener("blur", mask),
  };
}
