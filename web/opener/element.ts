// Entry of `<ats-link>`: <ats-link link-url="https://link.example.com/" state="…"><button>Connect</button></ats-link>
import { attributeNames, configOf as read, memberOf, properties } from "./element_attributes.ts";
import { readProperty, wrongAttribute, wrongProperty } from "./element_attributes.ts";
import { create } from "./index.ts";
import type { LinkConfig, LinkError, LinkHandler, OpenOptions, PressEvent } from "./index.ts";

type Members = Record<string, unknown>;

/** The configuration as attributes say it; an attribute that is absent leaves its member out. */
export const configOf = (element: Element): Omit<LinkConfig, "onSuccess"> =>
  read(element) as unknown as Omit<LinkConfig, "onSuccess">;

function isAllowed(member: string, value: unknown): boolean {
  if (value === null) return false;
  if (member === "container") return value === undefined || value instanceof Element;
  try {
    // An idle handler owns nothing of the page; it knows what a configuration may be.
    create({ linkUrl: "", onSuccess() {} }).update({ [member]: value });
    return true;
  } catch {
    return false;
  }
}

function define(): void {
  class AtsLinkElement extends HTMLElement {
    static readonly observedAttributes = attributeNames;
    #handler: LinkHandler | undefined;
    /** What was set as a property, which goes before what attributes say. */
    readonly #set = new Map<string, unknown>();
    readonly #wrong = new Map<string, string>();

    connectedCallback(): void {
      // Set by a framework before the element was defined: its own members would hide the accessors.
      for (const member of properties)
        if (Object.hasOwn(this, member)) {
          const value = (this as unknown as Members)[member];
          Reflect.deleteProperty(this, member);
          (this as unknown as Members)[member] = value;
        }
      this.addEventListener("click", this.#press);
      if (this.hasAttribute("inline")) void this.open().catch(() => {});
    }

    disconnectedCallback(): void {
      this.removeEventListener("click", this.#press);
      // A frame does not survive a move; the dialog, which lies elsewhere, need not notice one.
      if (this.hasAttribute("inline")) this.#end();
      else queueMicrotask(() => this.isConnected || this.#end());
    }

    attributeChangedCallback(name: string, _before: string | null, text: string | null): void {
      const wrong = wrongAttribute(name, text);
      this.#wrong.delete(name);
      if (wrong === null) return this.#change(memberOf(name));
      this.#wrong.set(name, wrong);
      // Nobody called who could be told otherwise.
      reportError(new TypeError(wrong));
    }

    static {
      for (const member of properties)
        Object.defineProperty(this.prototype, member, {
          configurable: true,
          enumerable: true,
          get(this: AtsLinkElement) {
            return this.#config()[member];
          },
          set(this: AtsLinkElement, value: unknown) {
            this.#put(member, value);
          },
        });
    }

    /** Throws a TypeError that names the member and what is allowed. */
    #put(member: string, given: unknown): void {
      const value = readProperty(member, given ?? undefined);
      if (!isAllowed(member, value)) throw new TypeError(wrongProperty(member));
      if (value === undefined) this.#set.delete(member);
      else this.#set.set(member, value);
      this.#change(member);
    }

    /** Attributes and properties are read at each call; rejects with a LinkError. */
    open(options?: OpenOptions | PressEvent): Promise<void> {
      const config = {
        ...this.#config(),
        onSuccess: (...detail: Parameters<LinkConfig["onSuccess"]>) =>
          this.#fire("link-success", { publicToken: detail[0], metadata: detail[1] }),
        onExit: (...detail: Parameters<NonNullable<LinkConfig["onExit"]>>) =>
          this.#fire("link-exit", { error: detail[0] && this.#explain(detail[0]), metadata: detail[1] }),
        onEvent: (event: object) => this.#fire("link-event", event),
        onLoad: () => this.#fire("link-load", null),
      };
      const state = this.#handler?.state;
      // A running session keeps its handler; anything else starts with what is said now.
      if (!this.#handler || state === "idle") this.#handler = create(config as unknown as LinkConfig);
      const opening = this.#handler.open(options).catch((error: unknown) => {
        throw this.#explain(error as LinkError);
      });
      // As an event handler it awaits nothing; `link-exit` tells as well.
      opening.catch(() => {});
      return opening;
    }

    exit(options?: { force?: boolean }): Promise<void> {
      return this.#handler?.exit(options) ?? Promise.resolve();
    }

    back(): Promise<boolean> {
      return this.#handler?.back() ?? Promise.resolve(false);
    }

    readonly #press = (): void => void this.open().catch(() => {});

    readonly #config = (): Members => ({ ...read(this), ...Object.fromEntries(this.#set) });

    /** The open wizard hears of it; what is wrong or no longer said waits for the next `open`. */
    #change(member: string): void {
      const value = this.#config()[member];
      if (!this.#handler || this.#handler.state === "idle" || value === undefined || value === null) return;
      try {
        this.#handler.update({ [member]: value });
      } catch (error) {
        reportError(new TypeError(`<ats-link>: ${(error as LinkError).message}`));
      }
    }

    /** The opener knows members; a page's author wrote attributes. */
    #explain(error: LinkError): LinkError {
      const [wrong] = this.#wrong.values();
      return error.code === "CONFIG_INVALID" && wrong !== undefined ? { ...error, message: wrong } : error;
    }

    #end(): void {
      this.#handler?.destroy();
      this.#handler = undefined;
    }

    #fire(name: string, detail: unknown): void {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  }
  customElements.define("ats-link", AtsLinkElement);
}

// On a server there is nothing to define; loading the module twice must not throw.
if (typeof customElements !== "undefined" && !customElements.get("ats-link")) define();
