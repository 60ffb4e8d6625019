import { type Asset, assetUrl } from "./assets.ts";

/**
 * A script of the build, by an address of its own: the preload's integrity covers it, since the module map then holds the
 * checked script.
 */
export async function importChunk<Chunk>(asset: Asset, query = ""): Promise<Chunk> {
  const href = assetUrl(asset) + query;
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.integrity = asset.integrity;
  link.href = href;
  document.head.append(link);
  return (await import(href)) as Chunk;
}
