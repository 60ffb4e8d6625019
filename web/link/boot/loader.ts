import { type Asset, assets, assetUrl } from "../assets.ts";
import { markWith } from "../dom/element.ts";
import type { FirstScreens } from "./first_screen.ts";
import { hasOwnLetters } from "../languages.ts";
import { loadSealer } from "../sealer.ts";

/** English as JSON, written into the script by the build: that is read faster than the same as script. */
declare const ATS_LINK_FIRST_SCREENS: string;

/** Longer than any link that is worth waiting for; then the plain screen offers to try again. */
const DEADLINE_MS = 30_000;

/** With the browser's own credentials mode, as a preload has it: cookies and passwords of the page's own origin. */
async function fetchAsset(asset: Asset, integrity = asset.integrity): Promise<Response> {
  const response = await fetch(assetUrl(asset), { integrity, signal: AbortSignal.timeout(DEADLINE_MS) });
  if (!response.ok) throw new Error(`${asset.name}: HTTP ${response.status}`);
  return response;
}

async function fetchJson(asset: Asset): Promise<unknown> {
  return (await fetchAsset(asset)).json();
}

/**
 * Fetches and compiles the module; begun early, since it is the largest file. Its hash is compared here: by the browser
 * that, and all compiling after it, would be one task of the page's own thread.
 */
export async function compileModule(): Promise<WebAssembly.Module> {
  const { wasm } = assets();
  const bytes = await (await fetchAsset(wasm, "")).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  if (wasm.integrity !== `sha384-${btoa(String.fromCharCode(...digest))}`) throw new Error(`${wasm.name}: changed`);
  return WebAssembly.compile(bytes);
}

export interface Words {
  messages: Record<string, string>;
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
  return { messages: (await fetchJson(assets().messages[language] as Asset)) as Words["messages"], language };
}

const screens = new Map<string, Promise<FirstScreens>>();

/** The first screens of one language of the build, each fetched once; English came with the script. */
export function loadFirstScreens(language: string): Promise<FirstScreens> {
  const asset = assets().first[language];
  const load = async (): Promise<FirstScreens> => {
    if (!asset) return JSON.parse(ATS_LINK_FIRST_SCREENS) as FirstScreens;
    await prepareLetters(language);
    return (await fetchJson(asset)) as FirstScreens;
  };
  const loaded = screens.get(language) ?? load();
  screens.set(language, loaded);
  return loaded;
}

export const loadCatalogue = async (): Promise<object[]> => (await fetchJson(assets().catalogue)) as object[];
