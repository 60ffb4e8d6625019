import { assets, importChunk } from "./assets.ts";
import type { Sealer } from "./seal/seal.ts";

export type LoadSealer = () => Promise<Sealer>;

let loaded: Promise<Sealer> | null = null;
let failures = 0;

/**
 * The code of the steps after the first, loaded once. Many browsers never fetch a script that did not come again
 * under its address (the module map keeps the failure), so each further try has another one.
 */
export function loadSealer(): Promise<Sealer> {
  const again = failures > 0 ? `?again=${failures}` : "";
  loaded ??= importChunk<Sealer>(assets().seal, again).catch((error: unknown) => {
    loaded = null;
    failures++;
    throw error;
  });
  return loaded;
}
