/** A file of the page by its name, which holds its hash, and its integrity. */
export interface Asset {
  name: string;
  integrity: string;
}

/** An ATS in the screens that are made beforehand: id, name, and whether something is asked before the key. */
export type FirstEntry = [id: string, name: string, asks: 0 | 1];

const assets = /\bname"?:\s*"([^"]+)",\s*"?integrity"?:\s*"([^"]+)"/g;
const table = /\b(catalogue"?:\s*)\{(?:\s*"?[\w-]+"?:\s*\{[^{}]*\},?\s*)+\}/;
// In the script the screens are JSON inside a text, whose quotes the minifier chooses.
const inText = /(["'`])\{(\\?")providers\2:(\[\[.*?\]\])(?=,\2[a-z]+\2:)/;

/** The page's script: what it names, and the same script naming other files. No other part of it is touched. */
export class LinkScript {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** False for a script that another build made. */
  get isKnown(): boolean {
    return table.test(this.#text) && inText.test(this.#text) && this.catalogues.has("en");
  }

  #named(pattern: RegExp): Map<string, Asset> {
    const all = [...this.#text.matchAll(assets)].map(([, name = "", integrity = ""]) => ({ name, integrity }));
    return new Map(
      all.flatMap(
        (asset) =>
          pattern
            .exec(asset.name)
            ?.slice(1)
            .map((key) => [key, asset] as const) ?? [],
      ),
    );
  }

  /** By language. */
  get catalogues(): Map<string, Asset> {
    return this.#named(/^catalogue\.([A-Za-z-]+)\.[0-9a-f]{16}\.json$/);
  }

  /** The first screens of each language but English, whose are in the script. */
  get firstScreens(): Map<string, Asset> {
    return this.#named(/^first\.([A-Za-z-]+)\.[0-9a-f]{16}\.json$/);
  }

  get languages(): string[] {
    return [...this.#named(/^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.[0-9a-f]{16}\.json$/).keys()];
  }

  /** Names another file in place of one that it names. */
  replace(old: Asset, next: Asset): void {
    this.#text = this.#text.replaceAll(old.name, next.name).replaceAll(old.integrity, next.integrity);
  }

  /** Names these lists, by language, as the build's minifier writes them. */
  setCatalogues(lists: ReadonlyMap<string, Asset>): void {
    const entries = [...lists].map(([language, { name, integrity }]) => {
      const key = /^\w+$/.test(language) ? language : JSON.stringify(language);
      return `${key}:{name:${JSON.stringify(name)},integrity:${JSON.stringify(integrity)}}`;
    });
    this.#text = this.#text.replace(table, (_, start: string) => `${start}{${entries.join(",")}}`);
  }

  /** Changes the list of all in the English first screens. */
  changeFirst(change: (entries: FirstEntry[]) => FirstEntry[]): void {
    this.#text = this.#text.replace(inText, (_, quote: string, inner: string, list: string) => {
      const entries = JSON.parse(inner === '"' ? unescaped(list) : (JSON.parse(`"${list}"`) as string)) as FirstEntry[];
      const json = JSON.stringify(change(entries));
      const escaped = json
        .replaceAll("\\", "\\\\")
        .replaceAll(quote, `\\${quote}`)
        .replaceAll("${", quote === "`" ? "\\${" : "${");
      return `${quote}{${inner}providers${inner}:${escaped}`;
    });
  }
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, "$1");
