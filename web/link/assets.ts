/** A file beside the page's script, with its SHA-384 in the form of the `integrity` attribute. */
export interface Asset {
  name: string;
  integrity: string;
}

/** Every file that the script itself loads. */
export interface AssetTable {
  /** What is not needed before the first screen: the module's own script, the canvas, the backend's line. */
  engine: Asset;
  wasm: Asset;
  /** The list of all providers, by language where it is another than the English one. */
  catalogue: Record<string, Asset>;
  messages: Record<string, Asset>;
  /** By language; English is in the script. */
  first: Record<string, Asset>;
  seal: Asset;
}

/** Hashed names are known at build time only, so the build writes the table into the script. */
declare const ATS_LINK_ASSETS: AssetTable;
declare const ATS_LINK_VERSION: string;

export const assets = (): AssetTable => ATS_LINK_ASSETS;
export const version = (): string => ATS_LINK_VERSION;

/** Relative to the script, so the page also works below a path. */
export const assetUrl = (asset: Asset): string => new URL(asset.name, import.meta.url).href;

/** Has the browser fetch a file of the build, which is refused where it was changed on its way. */
function addLink(
  to: Element,
  rel: "modulepreload" | "stylesheet",
  { integrity }: Asset,
  href: string,
): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = rel;
  link.integrity = integrity;
  link.href = href;
  to.append(link);
  return link;
}

/**
 * A style sheet of the build; resolves when it is applied. At the end of the body: WebKit paints nothing that comes after
 * a sheet which is still on its way.
 */
export const loadStyle = (asset: Asset, query = ""): Promise<unknown> =>
  new Promise((applied, failed) => {
    const link = addLink(document.body, "stylesheet", asset, assetUrl(asset) + query);
    link.onload = applied;
    link.onerror = failed;
  });

/**
 * A script of the build, by an address of its own. The preload's integrity covers it, as the import joins that fetch; so
 * nothing may come between them: of one that has failed newer browsers keep nothing, and an import would fetch unchecked.
 */
export async function importChunk<Chunk>(asset: Asset, query = ""): Promise<Chunk> {
  const href = assetUrl(asset) + query;
  addLink(document.head, "modulepreload", asset, href);
  return (await import(href)) as Chunk;
}
