import { drop } from "./frame.ts";

const NAME = "ats-link-root";

/** `gone`: known to each copy of this script in a page, of whatever version, since the first one defines the element. */
type Root = HTMLElement & { gone?: () => void };

/**
 * The element around everything of ours. It knows when the host takes it out of the page, in whatever tree it is. A host
 * that keeps copies of its pages puts one back without `gone`: the copy takes itself away.
 */
export function createRoot(left: () => void): HTMLElement {
  try {
    customElements.define(
      NAME,
      class extends HTMLElement {
        connectedCallback(this: Root): void {
          if (!this.gone) drop(this);
        }
        async disconnectedCallback(this: Root): Promise<void> {
          // Not within the host's own change of its page.
          await (0 as unknown);
          this.gone?.();
        }
      },
    );
  } catch {
    // Defined by an earlier session, or by another copy of this script.
  }
  const root: Root = document.createElement(NAME);
  root.gone = left;
  // Libraries leave alone what they would hide.
  root.dataset["reactAriaTopLayer"] = "true";
  // What happens in ours is no press beside the host's own modal, and no focus that left it.
  const stop = (event: Event): void => event.stopPropagation();
  root.onpointerdown = root.onmousedown = stop;
  root.addEventListener("focusin", stop);
  return root;
}
