import { type Asset, assets, assetUrl } from "./assets.ts";
import { markWith } from "./dom/element.ts";
import type { FirstScreens } from "./first_screen.ts";
import { hasOwnLetters } from "./languages.ts";
import { loadSealer } from "./sealer.ts";

/** English, written into the script by the build. */
declare const ATS_LINK_FIRST_SCREENS: FirstScreens;

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

export interface Words {
  messages: unknown;
  language: string;
}

/** For a language of other letters: what marks English among them. */
async function prepareLetters(language: string): Promise<void> {
  if (!hasOwnLetters(language)) return;
  await loadSealer().then(
    ({ markPassage }) => markWith(markPassage),
    () => undefined,
  );
}

/** The words of one language of the build. */
export async function loadWords(language: string): Promise<Words> {
  await prepareLetters(language);
  return { messages: await fetchJson(assets().messages[language] as Asset), language };
}

const screens = new Map<string, Promise<FirstScreens>>();

/** The first screens of one language of the build, each fetched once; English came with the script. */
export function loadFirstScreens(language: string): Promise<FirstScreens> {
  const asset = assets().first[language];
  if (!asset) return Promise.resolve(ATS_LINK_FIRST_SCREENS);
  const loaded =
    screens.get(language) ?? prepareLetters(language).then(async () => (await fetchJson(asset)) as FirstScreens);
  screens.set(language, loaded);
  return loaded;
}

export const loadCatalogue = (): Promise<unknown> => fetchJson(assets().catalogue);
