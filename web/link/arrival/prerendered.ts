import type { PortConfig } from "../../types/port.ts";
import { version } from "../assets.ts";
import type { PageConfig } from "../config/page_config.ts";
import { focusDue } from "../dom/focus.ts";
import type { Action } from "../dom/node_view.ts";
import { isLow } from "../dom/placement.ts";
import { hostName, monogram } from "../host_name.ts";

/** What was done to it, in order. */
export type Done = Action | "text_view";

export interface Released {
  card: HTMLElement;
  /** In which an input method is composing. */
  composed: Element | null;
}

/** The first screen as index.html has it, in a template: parsed while the scripts are on their way, and in no document. */
export interface Prerendered {
  /** Shows it, if it is what a session with this first message begins with. Returns how high it wants to be, 0: not shown. */
  offer(page: Page, message: unknown): number;
  /** For the script that takes it over, once a person has seen it; null where it is not shown, and will not be. */
  release(): Promise<Released | null>;
  /** What was done until it was released. */
  done(): Done[];
  /** The elements' own script does not come: says so. */
  giveUp(): void;
}

type Page = Pick<PageConfig, "brand" | "fontUrl" | "logos" | "notices" | "providers">;

/** Of a host without a name, whose tile is as it was built. */
const NAMELESS = "";

/**
 * Letters of the host's tile where index.html has what the module would say; null where it may be anything else. The message
 * is not checked yet: whatever is unusual in it is left to those who check it.
 */
export function prerenderedTile(page: Page, message: unknown, languages: readonly string[]): string | null {
  const { type, version: theirs, snapshot, config } = (message ?? {}) as Record<string, unknown>;
  if (type !== "open" || theirs !== version() || snapshot || !config) return null;
  const { mode, provider, providers, theme, locale, brand } = config as PortConfig;
  const { fontUrl, logos, notices } = page;
  const names = [brand ?? {}, page.brand ?? {}];
  const isOther = [provider, providers, page.providers, fontUrl, logos, notices].some((each) => each !== undefined);
  const isNamed = names.every((each) =>
    Object.entries(each).every(([key, to]) => key === "name" && typeof to === "string"),
  );
  const isPlain = theme === undefined || /^(light|dark|system)$/.test(theme as string);
  if (isOther || !isNamed || !isPlain || mode === "relink" || !/^en\b/i.test(locale || languages[0] || "")) return null;
  const name = hostName(page, { brand: brand ?? {} });
  if (name === null) return null;
  return name ? monogram(name) || null : NAMELESS;
}

/** Longer than any value, and never too long for the module, as in dom/field.ts. */
const MOST_TYPED = 1000;

/** Longer than a picture takes. */
const PICTURE_MS = 200;

const prefers = (feature: string): boolean => matchMedia(`(prefers-${feature})`).matches;

export function createPrerendered(root: HTMLElement): Prerendered {
  const card = root.querySelector("template")?.content.querySelector<HTMLElement>(".card");
  const late = root.querySelector<HTMLElement>(".late");
  root.replaceChildren();
  const listening = new AbortController();
  const acts: Done[] = [];
  let isShown = false;
  let isReleased = false;
  let composed: Element | null = null;

  const find = (selector: string): HTMLElement => card?.querySelector(selector) as HTMLElement;

  /** What is done to it, as the elements' own script would tell. */
  const listen = (): void => {
    const on = <Type extends keyof DocumentEventMap>(type: Type, hear: (event: DocumentEventMap[Type]) => void): void =>
      document.addEventListener(type, hear, { signal: listening.signal });
    const search = find("input") as HTMLInputElement;
    const node = search.dataset["node"] ?? "";
    const tell = (): void =>
      void acts.push({ node, kind: "input", value: search.value.slice(0, MOST_TYPED).toWellFormed() });
    on("click", ({ target }) => {
      const pressed = (target as Element).closest<HTMLElement>("button")?.dataset["node"];
      if (pressed === "text_view") {
        acts.push(pressed);
        const on = !card?.classList.toggle("early");
        find("[role=switch]").ariaChecked = String(on);
      } else if (pressed) acts.push({ node: pressed, kind: "press" });
    });
    on("compositionstart", () => (composed = search));
    on("compositionend", () => {
      composed = null;
      tell();
    });
    on("input", () => {
      if (!composed) tell();
    });
    on("keydown", ({ key, repeat }) => {
      if (composed) return;
      if (key === "Escape" && !repeat) acts.push({ node: "escape", kind: "press" });
      if (key === "Enter" && document.activeElement === search) acts.push({ node, kind: "submit" });
    });
    on("submit", (event) => event.preventDefault());
  };

  return {
    offer(page, message) {
      const tile = prerenderedTile(page, message, navigator.languages);
      if (!card || isReleased || tile === null || prefers("contrast: more")) return 0;
      const { theme = "" } = (message as { config: PortConfig }).config;
      const isDark = theme === "dark" || (theme !== "light" && prefers("color-scheme: dark"));
      document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
      if (tile !== NAMELESS) find(".tile").textContent = tile;
      root.append(card);
      // Before anything is measured: later it would be one more layout.
      root.ariaBusy = null;
      const [head = 0, sheet = 0, foot = 0] = ["header", ".sheet", "footer"].map((part) => find(part).offsetHeight);
      // Where head and foot scroll is not for a style sheet to say.
      if (isLow(card.clientHeight, head + foot)) {
        card.remove();
        root.ariaBusy = "true";
        return 0;
      }
      isShown = true;
      listen();
      focusDue(find("h1"));
      return head + sheet + foot;
    },
    done: () => acts,
    async release() {
      // Not in the picture's way; but a hidden page has none.
      if (isShown)
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
          setTimeout(resolve, PICTURE_MS);
        });
      isReleased = true;
      listening.abort();
      return isShown && card ? { card, composed } : null;
    },
    giveUp() {
      listening.abort();
      if (!late) return;
      late.style.animationDelay = "0s";
      root.replaceChildren(late);
      root.ariaBusy = null;
    },
  };
}
