import { type Asset, assets, assetUrl } from "./assets.ts";
import { markWith } from "./dom/element.ts";
import { hasOwnLetters } from "./languages.ts";
import type { LinkModule, ModuleFactory, ModuleHost } from "./module.ts";
import { loadSealer } from "./sealer.ts";

/** Longer than any link that is worth waiting for; then the plain screen offers to try again. */
const DEADLINE_MS = 30_000;

/** With the browser's own credentials mode, as a preload has it: cookies and passwords of the page's own origin. */
async function fetchAsset(asset: Asset): Promise<Response> {
  const response = await fetch(assetUrl(asset), {
    integrity: asset.integrity,
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (!response.ok) throw new Error(`${asset.name}: HTTP ${response.status}`);
  return response;
}

async function fetchJson(asset: Asset): Promise<unknown> {
  return (await fetchAsset(asset)).json();
}

/** Fetches and compiles the module; begun early, since it is the largest file. */
export async function compileModule(): Promise<WebAssembly.Module> {
  const response = await fetchAsset(assets().wasm);
  // Streaming needs the right media type; a plain static server may send another.
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The module, ready to boot. Rejects if the file did not arrive whole or WebAssembly is not to be had. */
export function loadModule(
  factory: ModuleFactory,
  host: ModuleHost,
  compiled: Promise<WebAssembly.Module>,
): Promise<LinkModule> {
  return new Promise((resolve, reject) => {
    const made = factory({
      host,
      instantiateWasm(imports, receive) {
        compiled.then((module) => WebAssembly.instantiate(module, imports)).then(receive, reject);
        return {};
      },
    });
    made.then(resolve, reject);
  });
}

export interface Words {
  messages: unknown;
  language: string;
}

/** The words of one language of the build, with what marks English among them. */
export async function loadWords(language: string): Promise<Words> {
  if (hasOwnLetters(language))
    await loadSealer().then(
      ({ markPassage }) => markWith(markPassage),
      () => undefined,
    );
  return { messages: await fetchJson(assets().messages[language] as Asset), language };
}

export const loadCatalogue = (): Promise<unknown> => fetchJson(assets().catalogue);
