import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import go from "highlight.js/lib/languages/go";
import json from "highlight.js/lib/languages/json";
import nginx from "highlight.js/lib/languages/nginx";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import MarkdownIt from "markdown-it";
import { type Link, type LinkEnvironment, pageLinks } from "./links.ts";
import type { Page } from "./pages.ts";

const languages = { bash, go, json, nginx, python, ruby, typescript, xml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);
hljs.registerAliases(["js"], { languageName: "typescript" });

export interface Heading {
  id: string;
  level: number;
  text: string;
}

export interface Rendered {
  html: string;
  headings: Heading[];
  links: Link[];
}

/** As GitHub makes them, so that an anchor is right in both places. */
export const slug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

/** A block's language, and the file that it is to be written to, out of ```` ```ts file=server.ts ````. */
export function infoOf(info: string): { language: string; words: string[]; file: string | undefined } {
  const [language = "", ...words] = info.trim().split(/\s+/);
  const file = words.find((word) => word.startsWith("file="))?.slice("file=".length);
  return { language, words, file };
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
const { escapeHtml } = markdown.utils;

markdown.use(pageLinks);

/** Every heading has an id and is a link to itself. */
markdown.core.ruler.push("anchors", ({ tokens, Token }) => {
  const seen = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1];
    if (token.type !== "heading_open" || !inline?.children) continue;
    const base = slug(inline.content.replaceAll("`", ""));
    const before = seen.get(base) ?? 0;
    seen.set(base, before + 1);
    const id = before === 0 ? base : `${base}-${before}`;
    token.attrSet("id", id);
    const open = new Token("link_open", "a", 1);
    open.attrSet("href", `#${id}`);
    inline.children = [open, ...inline.children, new Token("link_close", "a", -1)];
  }
});

/** A head without words is a cell: as a head it would be announced with each cell below it, as nothing. */
markdown.core.ruler.push("corners", ({ tokens }) => {
  for (const [index, token] of tokens.entries())
    if (token.type === "th_open" && tokens[index + 1]?.content === "")
      for (const part of [token, tokens[index + 2]]) if (part) part.tag = "td";
});

/** Where it is wider than the page, a script gives it a tab stop. */
const scroller = (kind: string, inner: string): string =>
  `<div class="wide" role="group" aria-label="${kind}">${inner}</div>`;

markdown.renderer.rules.fence = (tokens, index) => {
  const { content = "", info = "" } = tokens[index] ?? {};
  const { language, file } = infoOf(info);
  const known = hljs.getLanguage(language) !== undefined;
  const coloured = known ? hljs.highlight(content, { language }).value : escapeHtml(content);
  // Of a single letter nobody could say whether its colour has contrast.
  const code = coloured.replace(/<span class="hljs-[\w -]+">(.)<\/span>/g, "$1");
  const caption = file === undefined ? "" : `<figcaption>${escapeHtml(file)}</figcaption>`;
  return `<figure class="code">${caption}${scroller("Code", `<pre><code>${code}</code></pre>`)}</figure>\n`;
};
markdown.renderer.rules.table_open = () => '<div class="wide" role="group" aria-label="Table"><table>\n';
markdown.renderer.rules.table_close = () => "</table></div>\n";

export function render(page: Page, pages: readonly Page[]): Rendered {
  const env: LinkEnvironment = { page, pages, links: [] };
  const tokens = markdown.parse(page.text, env);
  const headings = tokens.flatMap((token, index): Heading[] => {
    if (token.type !== "heading_open") return [];
    const text = tokens[index + 1]?.content.replaceAll("`", "") ?? "";
    return [{ id: String(token.attrGet("id")), level: Number(token.tag.slice(1)), text }];
  });
  return { html: markdown.renderer.render(tokens, markdown.options, env), headings, links: env.links };
}
