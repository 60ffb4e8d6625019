import { Window } from "happy-dom";
import { createLayer } from "../../web/link/dom/layer.ts";
import { type FirstScreens, firstScreenName } from "../../web/link/boot/first_screen.ts";

/** What happy-dom does not write into the markup. */
const reflected = {
  ariaHidden: "aria-hidden",
  ariaModal: "aria-modal",
  autocapitalize: "autocapitalize",
  enterKeyHint: "enterkeyhint",
  spellcheck: "spellcheck",
  translate: "translate",
} as const;

function reflect({ HTMLElement }: Window): void {
  for (const [name, attribute] of Object.entries(reflected))
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      set(this: InstanceType<typeof HTMLElement>, value: string | boolean) {
        this.setAttribute(attribute, name === "translate" ? (value ? "yes" : "no") : String(value));
      },
    });
}

/**
 * The elements of the first screen, for a host without a name, as index.html brings them: made by the page's own code in
 * a document that needs no browser.
 */
export function prerender({ screens }: FirstScreens): string {
  const view = screens[firstScreenName({})];
  if (!view) return "";
  const window = new Window();
  reflect(window);
  const names = ["document", "window", "Node", "HTMLElement", "HTMLInputElement", "HTMLFormElement", "ResizeObserver"];
  const before = Object.getOwnPropertyDescriptors(globalThis) as PropertyDescriptorMap;
  const nothing = (): void => {};
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: window[name as "document"], configurable: true, writable: true });
  try {
    const layer = createLayer({
      act: nothing,
      putSecret: nothing,
      takeSecret: () => "",
      focusMoved: nothing,
      toggleTextView: nothing,
    });
    layer.setTextView(true, false);
    document.body.append(layer.card);
    layer.show(view);
    for (const empty of ["style", "class"])
      for (const each of layer.card.querySelectorAll(`[${empty}=""]`)) each.removeAttribute(empty);
    return layer.card.outerHTML;
  } finally {
    for (const name of names) {
      const old = before[name];
      if (old) Object.defineProperty(globalThis, name, old);
      else Reflect.deleteProperty(globalThis, name);
    }
    void window.happyDOM.abort();
  }
}
