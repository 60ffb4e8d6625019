import { type Details, detailsOf, type Entry, entryOf, type PageProvider } from "../../provider_file/for_the_page.ts";
import type { ProviderFile } from "../../provider_file/file.ts";
import { CommandError } from "../command_line.ts";
import type { GivenProvider } from "../provider_files.ts";
import type { DistFolder } from "./dist_folder.ts";
import { hashedName, integrityOf } from "./hashed.ts";
import { type Asset, type FirstEntry, LinkScript } from "./link_script.ts";

const index = "link/index.html";
const folder = "link/assets/";

type Listed = Entry & { file: Asset };

/** Writes a file of the page under a name with its hash. */
function writeAsset(dist: DistFolder, name: string, content: string): Asset {
  const hashed = hashedName(name, content);
  dist.write(folder + hashed, content);
  return { name: hashed, integrity: integrityOf(content) };
}

/** The page's own script, and what leads to it: each names the next with its integrity. */
interface Page {
  html: string;
  link: Asset;
  script: Asset;
}

const named = /name"?:\s*"(page\.[0-9a-f]{16}\.js)",\s*"?integrity"?:\s*"([^"]+)"/;

function readPage(dist: DistFolder): Page {
  const found = (text: string, pattern: RegExp, where: string): Asset => {
    const [, name, integrity] = pattern.exec(text) ?? [];
    if (name === undefined || integrity === undefined)
      throw new CommandError(
        `${dist.path}/${where} names no script of the link page; build or unpack the folder again.`,
      );
    return { name, integrity };
  };
  const html = dist.read(index);
  const link = found(html, /src="assets\/(link\.[0-9a-f]{16}\.js)"[^>]*? integrity="([^"]+)"/, index);
  return { html, link, script: found(dist.read(folder + link.name), named, folder + link.name) };
}

const renamed = (text: string, old: Asset, next: Asset): string =>
  text.replaceAll(old.name, next.name).replaceAll(old.integrity, next.integrity);

const byName =
  <Named>(nameOf: (each: Named) => string) =>
  (a: Named, b: Named) =>
    nameOf(a) < nameOf(b) ? -1 : 1;

/** The page of a built folder, and what it lists. */
export class PagePart {
  readonly #dist: DistFolder;
  readonly #page: Page;
  readonly #script: LinkScript;
  readonly #lists: Map<string, { asset: Asset | null; entries: Listed[] }>;

  constructor(dist: DistFolder) {
    this.#dist = dist;
    this.#page = readPage(dist);
    this.#script = new LinkScript(dist.read(folder + this.#page.script.name));
    if (!this.#script.isKnown)
      throw new CommandError(
        `${dist.path}/${folder}${this.#page.script.name} is not as it was built; build or unpack the folder again.`,
      );
    this.#lists = new Map(
      [...this.#script.catalogues].map(([language, asset]) => [
        language,
        { asset, entries: JSON.parse(dist.read(folder + asset.name)) as Listed[] },
      ]),
    );
  }

  entry(id: string): Entry | undefined {
    return this.#lists.get("en")?.entries.find((each) => each.id === id);
  }

  /** Puts an ATS into the lists, in place of one of the same id. Returns what somebody should know. */
  put({ file, words }: GivenProvider): string[] {
    const { languages } = this.#script;
    const spoken = words.filter(({ lang }) => languages.includes(lang));
    const unknown = words.filter(({ lang }) => !languages.includes(lang));
    const provider: PageProvider = {
      ...file,
      words: Object.fromEntries(spoken.map(({ lang, texts }) => [lang, texts])),
    };
    for (const { lang } of spoken) this.#begin(lang);
    for (const [language, list] of this.#lists) {
      const details: Details = detailsOf(provider, language);
      const asset = writeAsset(this.#dist, `${file.id}.${details.lang}.json`, JSON.stringify(details));
      const others = list.entries.filter(({ id }) => id !== file.id);
      list.entries = [...others, { ...entryOf(provider, language), file: asset }].sort(byName(({ name }) => name));
    }
    const first: FirstEntry = [file.id, file.name, file.fields.some(({ kind }) => kind !== "secret") ? 1 : 0];
    this.#changeFirst((entries) =>
      [...entries.filter(([id]) => id !== file.id), first].sort(byName(([, name]) => name)),
    );
    return unknown.map(
      ({ lang, id }) => `${id}.${lang}.json is left out: the page speaks ${languages.join(", ")}, not ${lang}.`,
    );
  }

  remove(id: string): void {
    for (const list of this.#lists.values()) list.entries = list.entries.filter((each) => each.id !== id);
    this.#changeFirst((entries) => entries.filter(([each]) => each !== id));
  }

  /** A list of its own for a language that had none: until now nobody's words were in it. */
  #begin(language: string): void {
    const english = this.#lists.get("en");
    if (!this.#lists.has(language) && english)
      this.#lists.set(language, { asset: null, entries: [...english.entries] });
  }

  #changeFirst(change: (entries: FirstEntry[]) => FirstEntry[]): void {
    this.#script.changeFirst(change);
    for (const [language, asset] of this.#script.firstScreens) {
      const screens = JSON.parse(this.#dist.read(folder + asset.name)) as { providers: FirstEntry[] };
      const changed = JSON.stringify({ ...screens, providers: change(screens.providers) });
      this.#dist.remove(folder + asset.name);
      this.#script.replace(asset, writeAsset(this.#dist, `first.${language}.json`, changed));
    }
  }

  /** Last of all: the address that leads to the rest. */
  finish(): void {
    const named = new Set([...this.#lists.values()].flatMap(({ entries }) => entries.map(({ file }) => file.name)));
    const lists = new Map<string, Asset>();
    for (const language of this.#script.languages) {
      const list = this.#lists.get(language);
      if (!list) continue;
      const { asset: old, entries } = list;
      if (old) {
        for (const { file } of JSON.parse(this.#dist.read(folder + old.name)) as Listed[])
          if (!named.has(file.name)) this.#dist.remove(folder + file.name);
        this.#dist.remove(folder + old.name);
      }
      lists.set(language, writeAsset(this.#dist, `catalogue.${language}.json`, JSON.stringify(entries)));
    }
    this.#script.setCatalogues(lists);
    const { html, link, script } = this.#page;
    for (const { name } of [script, link]) this.#dist.remove(folder + name);
    const next = writeAsset(this.#dist, "page.js", this.#script.text);
    const first = renamed(this.#dist.read(folder + link.name), script, next);
    this.#dist.write(index, renamed(html, link, writeAsset(this.#dist, "link.js", first)));
  }
}

/** The first screen was made when the page was built, and shows the featured ATS: one sentence, or null. */
export function wrongFeatured(page: PagePart, file: ProviderFile): string | null {
  const { id, name, featured } = file;
  const there = page.entry(id);
  const way = "or put the file into providers/ and build";
  if (featured && !there?.featured)
    return `${id}.json: featured: expected false: the first screen was made when the page was built, without this ATS. Set it to false, ${way}.`;
  if (!featured && there?.featured)
    return `${id}.json: featured: expected true: the first screen of this page shows ${there.name}. Set it to true, ${way}.`;
  const asked = (entry?: Pick<Entry, "asks" | "secrets">): string =>
    [...(entry?.asks ?? []), ...(entry?.secrets ?? [])].join(", ");
  if (featured && asked(entryOf({ ...file }, "en")) !== asked(there))
    return `${id}.json: fields: expected the labels ${asked(there)}, which the first screen of this page says. Keep them, ${way}.`;
  return featured && there?.name !== name
    ? `${id}.json: name: expected ${JSON.stringify(there?.name)}, which the first screen of this page shows. Keep it, ${way}.`
    : null;
}
