import MiniSearch from "minisearch";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Found, searchOptions } from "../../../web/docs/search_options.ts";
import { bundle } from "../bundle.ts";
import { layOut } from "./layout.ts";
import { render, slug } from "./markdown.ts";
import { type Page, readPages } from "./pages.ts";

/** A page cut at its headings, without what only Markdown means. */
function parts({ target, title, text }: Page): (Found & { text: string })[] {
  const plain = text.replace(/^```.*$/gm, "").replaceAll(/[`*|]|\]\([^)]*\)|\[/g, " ");
  return plain.split(/^#{1,3} /m).flatMap((part): (Found & { text: string })[] => {
    const [heading = "", ...body] = part.split("\n");
    const own = heading.trim().replace(/ +/g, " ");
    if (own === "" && body.join("").trim() === "") return [];
    const isTop = own === title || own === "";
    const id = isTop ? target : `${target}#${slug(heading.replaceAll("`", ""))}`;
    return [{ id, page: title, heading: isTop ? "" : own, text: body.join(" ") }];
  });
}

/** What the search reads: the index, made here so that a visitor's browser need not. */
function searchIndex(pages: readonly Page[]): string {
  const index = new MiniSearch<Found & { text: string }>(searchOptions);
  const all = pages.flatMap(parts);
  // Two sections of a page may have one heading; the first is found.
  index.addAll([...new Map(all.reverse().map((part) => [part.id, part])).values()].reverse());
  return JSON.stringify(index);
}

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/** Writes the documentation as a static site. Throws for a link to a page or an anchor that is not there. */
export async function buildDocs(outdir: string): Promise<void> {
  const sections = readPages();
  const pages = sections.flatMap((section) => section.pages);
  const all = pages.map((page) => ({ page, rendered: render(page, pages) }));
  const places = new Set(
    all.flatMap(({ page, rendered }) => [
      page.target,
      ...rendered.headings.map(({ id }) => `${page.target}#${id}`),
    ]),
  );
  const broken = all.flatMap(({ rendered }) => rendered.links).find(({ to }) => !places.has(to));
  if (broken) throw new Error(`${broken.from} links to ${broken.to}, which is not there`);

  await rm(outdir, { recursive: true, force: true });
  const licence = await readFile(path("node_modules/minisearch/LICENSE.txt"), "utf8");
  const script = await bundle(path("web/docs/docs.ts"), { banner: { js: `/*! MiniSearch\n${licence.trim()}\n*/` } });
  const style = await bundle(path("web/docs/docs.css"));
  const files: Record<string, string> = { "docs.css": style, "docs.js": script, "search.json": searchIndex(pages) };
  for (const { page, rendered } of all) files[page.target] = layOut(page, rendered, sections);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(outdir, name)), { recursive: true });
    await writeFile(join(outdir, name), text);
  }
}
