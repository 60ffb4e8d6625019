import { type Asset, assets, assetUrl } from "../assets.ts";
import { markWith } from "../dom/element.ts";
import { hasOwnLetters } from "../languages.ts";
import { loadSealer } from "../sealer.ts";
import type { FirstScreens } from "./first_screen.ts";

/** English as JSON, written into the script by the build: that is read faster than the same as script. */
declare const ATS_LINK_FIRST_SCREENS: string;

/** Longer than any link that is worth waiting for; then the plain screen offers to try again. */
const DEADLINE_MS = 30_000;

/** With the browser's own credentials mode, as a preload has it: cookies and passwords of the page's own origin. */
async function fetchAsset(asset: Asset, options: RequestInit = {}): Promise<Response> {
  const { integrity } = asset;
  const response = await fetch(assetUrl(asset), { integrity, signal: AbortSignal.timeout(DEADLINE_MS), ...options });
  if (!response.ok) throw new Error(`${asset.name}: HTTP ${response.status}`);
  return response;
}

export async function fetchJson(asset: Asset, options?: RequestInit): Promise<unknown> {
  return (await fetchAsset(asset, options)).json();
}
export type FetchJson = typeof fetchJson;

/**
 * Fetches and compiles the module; begun early, since it is the largest file. Its hash is compared here: by the browser
 * that, and all compiling after it, would be one task of the page's own thread.
 */
export async function compileModule(): Promise<WebAssembly.Module> {
  const { wasm } = assets();
  const bytes = await (await fetchAsset(wasm, { integrity: "" })).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  if (wasm.integrity !== `sha384-${btoa(String.fromCharCode(...digest))}`) throw new Error(`${wasm.name}: changed`);
  return WebAssembly.compile(bytes);
}

/** A provider as the list has it, and where its details are. */
export type Entry = Record<string, unknown> & { id: string; file: Asset };

/** What is said in one language. */
export interface Words {
  messages: Record<string, string>;
  catalogue: Entry[];
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
  const { messages, catalogue } = assets();
  const [words, list] = await Promise.all([
    fetchJson(messages[language] as Asset),
    fetchJson((catalogue[language] ?? catalogue["en"]) as Asset),
    prepareLetters(language),
  ]);
  return { messages: words as Words["messages"], catalogue: list as Entry[], language };
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

/**
 * Whether the page's own style sheet is applied. One that was changed on its way is refused by its integrity, and the
 * elements would lie anywhere. Waits for the load event where it is still on its way.
 */
export async function isStyled(document: Document): Promise<boolean> {
  const styled = (): boolean => Boolean(document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.sheet);
  if (!styled() && document.readyState !== "complete")
    await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
  return styled();
}
