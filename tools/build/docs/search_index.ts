import MiniSearch from "minisearch";
import { type Found, searchOptions } from "../../../web/docs/search_options.ts";
import { slug } from "./markdown.ts";
import type { Page } from "./pages.ts";

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
export function searchIndex(pages: readonly Page[]): string {
  const index = new MiniSearch<Found & { text: string }>(searchOptions);
  const all = pages.flatMap(parts);
  // Two sections of a page may have one heading; the first is found.
  index.addAll([...new Map(all.reverse().map((part) => [part.id, part])).values()].reverse());
  return JSON.stringify(index);
}
