import { readFile } from "node:fs/promises";

const contract = new URL("../../web/types/index.ts", import.meta.url);

const moduleTail = `
export declare const create: AtsLink["create"];
export declare const preload: AtsLink["preload"];
export declare const link: AtsLink["link"];
export declare const version: string;
`;

const globalTail = `
declare global {
  interface Window {
    AtsLink: AtsLink;
  }
}
`;

/** Attributes by what web/opener/element.ts reads; React gives a custom element's events to `on` and the event's name. */
const element = `import type { ExitMetadata, LinkConfig, LinkError, LinkEvent, OpenOptions, PressEvent, SuccessMetadata } from "./ats-link.mjs";

type Callback = "onSuccess" | "onExit" | "onEvent" | "onLoad";

/** Each member of LinkConfig is a property, which goes before the attributes; the callbacks are events. */
export interface AtsLinkElement extends HTMLElement, Partial<Omit<LinkConfig, Callback>> {
  open(options?: OpenOptions | PressEvent): Promise<void>;
  exit(options?: { force?: boolean }): Promise<void>;
  back(): Promise<boolean>;
}

/** The configuration as attributes say it. */
export declare function configOf(element: Element): Omit<LinkConfig, "onSuccess">;

/** The attributes and, as React names them, the events of \`<ats-link>\` in JSX. */
export interface AtsLinkAttributes {
  "link-url"?: string;
  state?: string;
  provider?: string;
  providers?: string | string[];
  "required-scopes"?: string;
  "optional-scopes"?: string;
  subdomain?: string;
  mode?: "connect" | "relink";
  "relink-reason"?: NonNullable<LinkConfig["relink"]>["reason"];
  relink?: LinkConfig["relink"];
  locale?: string;
  theme?: LinkConfig["theme"];
  accent?: string;
  "accent-dark"?: string;
  surface?: string;
  "surface-dark"?: string;
  text?: string;
  "text-dark"?: string;
  radius?: number | string;
  density?: "comfortable" | "compact";
  font?: string;
  brand?: string | LinkConfig["brand"];
  "support-url"?: string;
  "support-email"?: string;
  "invite-url"?: string;
  linkUrl?: string;
  scopes?: LinkConfig["scopes"];
  prefill?: LinkConfig["prefill"];
  support?: LinkConfig["support"];
  inviteUrl?: string;
  container?: HTMLElement;
  inline?: boolean;
  id?: string;
  class?: string;
  className?: string;
  hidden?: boolean;
  slot?: string;
  children?: any;
  key?: string | number | null;
  ref?: any;
  "onlink-success"?: (event: HTMLElementEventMap["link-success"]) => void;
  "onlink-exit"?: (event: HTMLElementEventMap["link-exit"]) => void;
  "onlink-event"?: (event: HTMLElementEventMap["link-event"]) => void;
  "onlink-load"?: (event: HTMLElementEventMap["link-load"]) => void;
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      "ats-link": AtsLinkAttributes;
    }
  }
  interface HTMLElementTagNameMap {
    "ats-link": AtsLinkElement;
  }
  interface HTMLElementEventMap {
    "link-success": CustomEvent<{ publicToken: string; metadata: SuccessMetadata }>;
    "link-exit": CustomEvent<{ error: LinkError | null; metadata: ExitMetadata }>;
    "link-event": CustomEvent<LinkEvent>;
    "link-load": CustomEvent<null>;
  }
}
`;

const react = `import type { LinkConfig, LinkError, OpenOptions, PressEvent } from "./ats-link.mjs";
import type { AtsLinkAttributes } from "./element.mjs";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ats-link": AtsLinkAttributes;
    }
  }
}

export interface AtsLinkHook {
  open(options?: OpenOptions | PressEvent): Promise<void>;
  exit(options?: { force?: boolean }): Promise<void>;
  ready: boolean;
  error: LinkError | null;
}

export declare function useAtsLink(config: LinkConfig): AtsLinkHook;
`;

/** The declaration files of `dist/opener`, by file name. The contract's file holds types alone, so it is one as it stands. */
export async function openerTypes(): Promise<Record<string, string>> {
  const types = await readFile(contract, "utf8");
  return {
    "ats-link.d.mts": types + moduleTail,
    "ats-link.d.ts": types + globalTail,
    "element.d.mts": element,
    "react.d.mts": react,
  };
}
