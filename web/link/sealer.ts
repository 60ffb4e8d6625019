import { assets, assetUrl } from "./assets.ts";
import type { Sealer } from "./seal.ts";

let loaded: Promise<Sealer> | null = null;
let failures = 0;

/** The script by an address of its own; the preload's integrity covers it: the module map then holds the checked script. */
async function importSealer(href: string, integrity: string): Promise<Sealer> {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.integrity = integrity;
  link.href = href;
  document.head.append(link);
  return (await import(href)) as Sealer;
}

/**
 * The code of the steps after the first, loaded once. A script that did not come is never fetched again under its
 * address (the module map keeps the failure), so each further try has another one.
 */
export function loadSealer(): Promise<Sealer> {
  const { seal } = assets();
  const again = failures > 0 ? `?again=${failures}` : "";
  loaded ??= importSealer(assetUrl(seal) + again, seal.integrity).catch((error: unknown) => {
    loaded = null;
    failures++;
    throw error;
  });
  return loaded;
}

/** With a second try at once: a line that broke off is often there again. */
export const needSealer = (): Promise<Sealer> => loadSealer().catch(loadSealer);
