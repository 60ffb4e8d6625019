// Entry of `<ats-link>`: <ats-link link-url="https://link.example.com/" state="…"><button>Connect</button></ats-link>
import { create } from "./index.ts";
import type { LinkConfig, LinkHandler } from "./index.ts";

const words = (value: string | null): string[] | undefined => value?.split(/[\s,]+/).filter(Boolean);

/** The configuration as attributes say it; an attribute that is absent leaves its member out. */
export function configOf(element: Element): Omit<LinkConfig, "onSuccess"> {
  const read = (name: string): string | undefined => element.getAttribute(name) ?? undefined;
  const required = words(element.getAttribute("required-scopes"));
  const optional = words(element.getAttribute("optional-scopes"));
  const config: Record<string, unknown> = {
    state: read("state"),
    provider: read("provider"),
    providers: words(element.getAttribute("providers")),
    scopes: required || optional ? { required, optional } : undefined,
    prefill: element.hasAttribute("subdomain") ? { subdomain: read("subdomain") } : undefined,
    mode: read("mode"),
    relink: element.hasAttribute("relink-reason") ? { reason: read("relink-reason") } : undefined,
    locale: read("locale"),
    theme: read("theme"),
    brand: element.hasAttribute("brand") ? { name: read("brand") } : undefined,
    inviteUrl: read("invite-url"),
    container: element.hasAttribute("inline") ? element : undefined,
  };
  const given = Object.entries(config).filter(([, value]) => value !== undefined);
  return { linkUrl: read("link-url") ?? "", ...Object.fromEntries(given) };
}

function define(): void {
  class AtsLinkElement extends HTMLElement {
    #handler: LinkHandler | undefined;

    connectedCallback(): void {
      this.addEventListener("click", this.#press);
      if (this.hasAttribute("inline")) void this.open().catch(() => {});
    }

    disconnectedCallback(): void {
      this.removeEventListener("click", this.#press);
      this.#handler?.destroy();
      this.#handler = undefined;
    }

    /** Attributes are read at each call; rejects with a LinkError. */
    open(): Promise<void> {
      const config = {
        ...configOf(this),
        onSuccess: (...detail: Parameters<LinkConfig["onSuccess"]>) =>
          this.#fire("link-success", { publicToken: detail[0], metadata: detail[1] }),
        onExit: (...detail: Parameters<NonNullable<LinkConfig["onExit"]>>) =>
          this.#fire("link-exit", { error: detail[0], metadata: detail[1] }),
        onEvent: (event: object) => this.#fire("link-event", event),
        onLoad: () => this.#fire("link-load", null),
      };
      const state = this.#handler?.state;
      // A running session keeps its handler; anything else starts with what the attributes say now.
      if (!this.#handler || state === "idle") this.#handler = create(config);
      return this.#handler.open();
    }

    exit(options?: { force?: boolean }): Promise<void> {
      return this.#handler?.exit(options) ?? Promise.resolve();
    }

    readonly #press = (): void => void this.open().catch(() => {});

    #fire(name: string, detail: unknown): void {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  }
  customElements.define("ats-link", AtsLinkElement);
}

// On a server there is nothing to define; loading the module twice must not throw.
if (typeof customElements !== "undefined" && !customElements.get("ats-link")) define();
