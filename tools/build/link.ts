import type { BuildOptions } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashedName, integrityOf } from "../../web/cli/add/hashed.ts";
import type { Asset, AssetTable } from "../../web/link/assets.ts";
import type { FirstScreens } from "../../web/link/boot/first_screen.ts";
import { bundle, moduleFrom, shorten } from "./bundle.ts";
import { detailsOf, type Entry, entryOf, type Provider, readCatalogue } from "./catalogue.ts";
import { prerender } from "./prerender.ts";
import { askModule, firstScreensBy, type FirstScreensOf } from "./first_screens.ts";

const root = join(import.meta.dirname, "../..");
const source = join(root, "web/link");

/** What the integrator fills in. As it is, the page answers CONFIG_INVALID. */
const emptyConfig = {
  allowedOrigins: [],
  verify: "relay",
  relay: "/relay",
  handover: { mode: "callback", keys: [] },
};

/** Relative to the script, which lies in the same folder. */
const asset = ({ path, integrity }: Hashed): Asset => ({ name: path.replace(/^assets\//, ""), integrity });

function fill(template: string, values: Record<string, string>): string {
  const page = template.replace(/\{\{([a-z.]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`shell.html asks for {{${name}}}, which the build does not have`);
    return value;
  });
  // Comments and line breaks between elements are for the reader of the template.
  return page.replace(/<!--[\s\S]*?-->/g, "").replace(/>\s+</g, "><").trim() + "\n";
}

async function readMessages(): Promise<Record<string, string>> {
  const folder = join(root, "locales");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const entries = names.map(async (name) => {
    const words = JSON.parse(await readFile(join(folder, name), "utf8")) as unknown;
    return [name.slice(0, -5), JSON.stringify(words)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Of the English ones, by their bytes. */
async function largestDetails(outdir: string): Promise<string> {
  const names = (await readdir(join(outdir, "assets"))).filter((name) => /^[a-z0-9-]+\.en\.[0-9a-f]+\.json$/.test(name));
  const sized = names
    .filter((name) => !/^(catalogue|first)\./.test(name))
    .map(async (name) => [(await stat(join(outdir, "assets", name))).size, `assets/${name}`] as const);
  const [largest] = (await Promise.all(sized)).sort(([a], [b]) => b - a);
  if (!largest) throw new Error("there are no provider files");
  return largest[1];
}

export interface LinkBuild {
  /** Folder with `ats-link.mjs` and `ats-link.wasm`. */
  module: string;
  outdir: string;
  version: string;
  /** Languages beside those of `locales/`: file contents by tag. */
  moreWords?: Record<string, string>;
  /** Instead of those in `providers/`. */
  catalogue?: Provider[];
  /** Who says what is shown first: the module itself, if nobody else. */
  firstScreens?: FirstScreensOf;
  /** False: scripts and styles stay as they are written, for the tests of the tests. */
  minify?: boolean;
}

/**
 * What an English page transfers until its first screen can be used, and until the second with the details of the provider
 * that has the most, as paths below `outdir`.
 */
export interface Transferred {
  before: string[];
  after: string[];
}

/**
 * First line of a script whose functions are nearly all called as it starts: the browser compiles them on another thread as
 * the file comes, not one by one on the page's own (https://v8.dev/blog/explicit-compile-hints; others read a comment).
 */
const ALL_AT_ONCE = "//# allFunctionsCalledOnLoad\n";

/** Writes the static link page. */
export async function buildLink({ module, outdir, version, moreWords, minify = true, ...build }: LinkBuild): Promise<Transferred> {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const write = (name: string, content: string | Uint8Array): Promise<Hashed> =>
    writeHashed(outdir, `assets/${name}`, content);

  const providers = build.catalogue ?? (await readCatalogue(join(root, "providers")));
  /** The list of one language, and beside it the details that it names. */
  const writeCatalogue = async (language: string, entries: readonly Entry[]): Promise<Asset> => {
    const named = entries.map(async (entry, index) => {
      const details = detailsOf(providers[index] as Provider, language);
      const file = asset(await write(`${entry.id}.${details.lang}.json`, JSON.stringify(details)));
      return { ...entry, file };
    });
    return asset(await write(`catalogue.${language}.json`, JSON.stringify(await Promise.all(named))));
  };
  const firstScreensOf = build.firstScreens ?? firstScreensBy(await askModule(module));
  const messages: Record<string, Asset> = {};
  const catalogue: Record<string, Asset> = {};
  const first: Record<string, Asset> = {};
  let english: [Hashed, FirstScreens] | undefined;
  // English first: it stands in for what another language does not have.
  const { en, ...others } = await readMessages();
  if (en === undefined) throw new Error("locales/en.json is missing");
  for (const [language, words] of Object.entries({ en, ...others, ...moreWords })) {
    const written = await write(`${language}.json`, words);
    const entries = providers.map((provider) => entryOf(provider, language));
    const screens = await firstScreensOf(entries, JSON.parse(words), language);
    messages[language] = asset(written);
    if (language === "en" || providers.some((provider) => provider.words?.[language]))
      catalogue[language] = await writeCatalogue(language, entries);
    if (language === "en") english = [written, screens];
    else first[language] = asset(await write(`first.${language}.json`, JSON.stringify(screens)));
  }
  const [words, screens] = english as [Hashed, FirstScreens];
  const wasm = await write("ats-link.wasm", await readFile(join(module, "ats-link.wasm")));
  const seal = await write("seal.js", await bundle(join(source, "boot/seal_chunk.ts"), { minify }));
  const plugins = [moduleFrom(join(module, "ats-link.mjs"))];
  const saysVersion = { ATS_LINK_VERSION: JSON.stringify(version) };
  const script = async (entry: string, options: BuildOptions): Promise<string> => {
    const text = await bundle(join(source, entry), { minify, ...options });
    return minify ? shorten(text) : text;
  };
  const engineOwn = await script("module/engine.ts", { plugins, define: saysVersion });
  const engine = await write("engine.js", ALL_AT_ONCE + engineOwn);
  const table: AssetTable = {
    engine: asset(engine),
    wasm: asset(wasm),
    catalogue,
    messages,
    first,
    seal: asset(seal),
  };
  const define = {
    ATS_LINK_ASSETS: JSON.stringify(table),
    ATS_LINK_FIRST_SCREENS: JSON.stringify(JSON.stringify(screens)),
    ...saysVersion,
  };
  const own = await write("page.js", ALL_AT_ONCE + (await script("boot/start.ts", { define })));
  const more = await write("wizard.css", await bundle(join(source, "styles/wizard.css"), { minify }));
  const named = {
    ATS_LINK_PAGE: JSON.stringify(asset(own)),
    ATS_LINK_STYLE: JSON.stringify(asset(more)),
    ...saysVersion,
  };
  const link = await write("link.js", await script("arrival/main.ts", { define: named }));
  const style = await write("link.css", await bundle(join(source, "styles/first.css"), { minify }));
  const icon = await write("icon.svg", await readFile(join(source, "favicon.svg")));
  const page = fill(await readFile(join(root, "shell.html"), "utf8"), {
    icon: icon.path,
    script: link.path,
    "script.integrity": link.integrity,
    style: style.path,
    "style.integrity": style.integrity,
    // Whose English is of one kind among others begins with what the page's own script picks.
    prerendered: Object.keys(messages).some((tag) => tag.toLowerCase().startsWith("en-")) ? "" : prerender(screens),
  });
  await writeFile(join(outdir, "index.html"), page);
  await writeFile(join(outdir, "link.config.json"), `${JSON.stringify(emptyConfig, null, 2)}\n`);
  await copyFile(join(root, "LICENSE"), join(outdir, "LICENSE.txt"));
  // The icon is not among them: browsers fetch none for a frame.
  const before = [style, link].map(({ path }) => path);
  const list = `assets/${catalogue["en"]?.name ?? ""}`;
  const after = [...[more, own, engine, wasm, words].map(({ path }) => path), list, await largestDetails(outdir)];
  return { before: ["index.html", "link.config.json", ...before], after };
}

/** A file that was written under a name with its hash, and the value of its `integrity` attribute. */
interface Hashed {
  /** Path below the output folder. */
  path: string;
  integrity: string;
}

/** Writes a file under its name with its hash. */
async function writeHashed(folder: string, name: string, content: string | Uint8Array): Promise<Hashed> {
  const path = hashedName(name, content);
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
  return { path, integrity: integrityOf(content) };
}
