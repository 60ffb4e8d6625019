const NAME = "ats-link-root";

type Root = HTMLElement & { left?: () => void };

/**
 * The element around everything of ours. It knows when the host takes it out of the page, in whatever tree it is. A host
 * that keeps copies of its pages puts one back without `left`: the copy takes itself away.
 */
export function createRoot(left: () => void): HTMLElement {
  try {
    customElements.define(
      NAME,
      class extends HTMLElement {
        connectedCallback(this: Root): void {
          if (!this.left) this.remove();
        }
        disconnectedCallback(this: Root): void {
          // Not within the host's own change of its page.
          queueMicrotask(() => this.left?.());
        }
      },
    );
  } catch {
    // Defined by an earlier session, or by another copy of this script.
  }
  const root: Root = document.createElement(NAME);
  root.left = left;
  // Libraries leave alone what they would hide.
  root.dataset["reactAriaTopLayer"] = "true";
  // What happens in ours is no press beside the host's own modal, and no focus that left it.
  for (const type of ["pointerdown", "mousedown", "focusin"])
    root.addEventListener(type, (event) => event.stopPropagation());
  return root;
}
