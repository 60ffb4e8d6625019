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

const element = `import type { ExitMetadata, LinkError, LinkEvent, SuccessMetadata } from "./ats-link.mjs";

export interface AtsLinkElement extends HTMLElement {
  open(): Promise<void>;
  exit(options?: { force?: boolean }): Promise<void>;
}

declare global {
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

const react = `import type { LinkConfig, LinkError, OpenOptions } from "./ats-link.mjs";

export interface AtsLinkHook {
  open(options?: OpenOptions): Promise<void>;
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
