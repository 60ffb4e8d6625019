import type { ExitReason } from "../../types/index.ts";
import type { PortConfig } from "../../types/port.ts";
import { version } from "../assets.ts";
import type { PageConfig } from "../config/page_config.ts";
import { focusDue } from "../dom/focus.ts";
import type { Released } from "../dom/hydrate.ts";
import { isLow } from "../dom/placement.ts";
import { hostName, monogram } from "../host_name.ts";
import { type Done, type Typing, watchActs } from "./acts.ts";

/** The first screen as index.html has it, in a template: parsed while the scripts are on their way, and in no document. */
export interface Prerendered {
  /** Shows it, if it is what a session with this first message begins with. Returns how high it wants to be, 0: not shown. */
  offer(page: Page, message: unknown): number;
  /** For the script that takes it over, once a person has seen it; null where it is not shown, and will not be. */
  release(): Promise<Released | null>;
  /** Something else takes its place. */
  stop(): void;
}

type Page = Pick<PageConfig, "brand" | "fontUrl" | "logos" | "notices" | "providers">;

/** Of a host without a name, whose tile is as it was built. */
const NAMELESS = "";

/** What a host may ask for without the screen being another. */
const changesNothing = /^(state|mode|scopes|prefill|locale|theme|brand|inviteUrl|support|supportRequest)$/;

/** Of a session that was not begun, or left on this screen. */
const isFresh = (snapshot: unknown): boolean =>
  snapshot === undefined || JSON.stringify(snapshot) === JSON.stringify({ step: "provider", fields: {} });

const given = (members: object): [string, unknown][] => Object.entries(members).filter(([, to]) => to !== undefined);

/**
 * Letters of the host's tile where index.html has what the module would say; null where it may be anything else. The message
 * is not checked yet: whatever is unusual in it is left to those who check it.
 */
export function prerenderedTile(page: Page, message: unknown, languages: readonly string[]): string | null {
  const { type, version: theirs, snapshot, config } = (message ?? {}) as Record<string, unknown>;
  if (type !== "open" || theirs !== version() || !isFresh(snapshot) || typeof config !== "object" || !config)
    return null;
  const { mode = "connect", theme = "system", locale, brand } = config as PortConfig;
  const isOther =
    (page.providers ?? page.fontUrl ?? page.logos ?? page.notices) !== undefined ||
    given(config).some(([key]) => !changesNothing.test(key)) ||
    [brand ?? {}, page.brand ?? {}].some((each) =>
      given(each).some(([key, to]) => key !== "name" || typeof to !== "string"),
    );
  const isPlain = mode === "connect" && /^(light|dark|system)$/.test(theme as string);
  if (isOther || !isPlain || !/^en(-|$)/i.test(locale || languages[0] || "")) return null;
  const name = hostName(page, { brand: brand ?? {} });
  if (name === null) return null;
  return name ? monogram(name) || null : NAMELESS;
}

/** Longer than a picture takes. */
const PICTURE_MS = 200;

const media = (feature: string): boolean => matchMedia(`(${feature})`).matches;
/** Their style comes with the page's own script. */
const hasOtherColours = (): boolean => media("prefers-contrast: more") || media("forced-colors: active");

export function createPrerendered(
  root: HTMLElement,
  done: (act: Done) => void,
  leave: (reason: ExitReason) => void,
): Prerendered {
  const template = root.querySelector("template");
  // Nothing stands behind it where index.html broke off, and half a screen is none.
  const card = root.nextElementSibling && template?.content.querySelector<HTMLElement>(".card");
  template?.remove();
  const watching = new AbortController();
  let typing: Typing | null = null;
  let texts = new Map<Element, string>();

  return {
    offer(page, message) {
      const tile = prerenderedTile(page, message, navigator.languages);
      if (!card || watching.signal.aborted || tile === null || hasOtherColours()) return 0;
      const { theme } = (message as { config: PortConfig }).config;
      const isDark = theme === "dark" || (theme !== "light" && media("prefers-color-scheme: dark"));
      document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
      const find = (selector: string): HTMLElement => card.querySelector(selector) as HTMLElement;
      if (tile !== NAMELESS) find(".tile").textContent = tile;
      const before = [...root.children];
      root.replaceChildren(card);
      // Before anything is measured: later it would be one more layout.
      root.ariaBusy = null;
      const [head = 0, sheet = 0, foot = 0] = ["header", ".sheet", "footer"].map((part) => find(part).offsetHeight);
      // Where head and foot scroll is not for a style sheet to say.
      if (isLow(card.clientHeight, head + foot)) {
        root.replaceChildren(...before);
        root.ariaBusy = "true";
        return 0;
      }
      texts = new Map([...card.querySelectorAll("*")].map((each) => [each, each.textContent]));
      typing = watchActs({ card, signal: watching.signal, done, leave });
      focusDue(find("h1"));
      return head + sheet + foot;
    },
    async release() {
      // Not in the picture's way; but a hidden page has none.
      if (typing)
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
          setTimeout(resolve, PICTURE_MS);
        });
      watching.abort();
      return typing && card ? { card, ...typing, texts } : null;
    },
    stop: () => watching.abort(),
  };
}
