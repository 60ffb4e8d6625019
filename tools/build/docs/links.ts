import { dirname, posix } from "node:path";
import type { Env, MarkdownIt, Token } from "markdown-it";
import type { Page } from "./pages.ts";

/** What a page links to, by which the build finds a link that leads nowhere. */
export interface Link {
  from: string;
  /** The page's file below `dist/docs`, with its anchor. */
  to: string;
}

export interface LinkEnvironment extends Env {
  page: Page;
  pages: readonly Page[];
  links: Link[];
}

const outside = /^(https:|mailto:)/;

function addressOf(href: string, { page, pages, links }: LinkEnvironment): string {
  if (outside.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const source = path === "" ? page.source : posix.normalize(posix.join(dirname(page.source), path));
  const found = pages.find((each) => each.source === source);
  if (!found) throw new Error(`${page.source} links to ${href}, which is no page`);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  links.push({ from: page.source, to: found.target + hash });
  return path === "" ? hash : posix.relative(posix.dirname(page.target), found.target) + hash;
}

/** The page that a text means by `docs/backend.md`, `docs/adr/0013` or `SECURITY.md`. */
const meant = (name: string, pages: readonly Page[]): Page | undefined =>
  pages.find(({ source }) => source === name || (/\/\d{4}$/.test(name) && source.startsWith(`${name}-`)));

const mention = /\b(?:docs\/(?:adr\/\d{4}|[\w/-]+\.md)|SECURITY\.md|CHANGELOG\.md)/g;

/** A text with names of pages in it, cut into texts and links to them. */
function linked(token: Token, env: LinkEnvironment, make: (type: string, nesting: -1 | 0 | 1) => Token): Token[] {
  const made: Token[] = [];
  let at = 0;
  const text = (content: string): void => {
    if (content === "") return;
    const piece = make(token.type, 0);
    Object.assign(piece, { content, markup: token.markup, tag: token.tag });
    made.push(piece);
  };
  for (const { 0: name, index } of token.content.matchAll(mention)) {
    const page = meant(name, env.pages);
    if (!page || page === env.page) continue;
    text(token.content.slice(at, index));
    const open = make("link_open", 1);
    open.attrSet("href", posix.relative(posix.dirname(env.page.target), page.target));
    const title = make("text", 0);
    title.content = page.title;
    made.push(open, title, make("link_close", -1));
    at = index + name.length;
  }
  if (at === 0) return [token];
  text(token.content.slice(at));
  return made;
}

/** Links between Markdown files become links between pages, and a page that is only named becomes one by its title. */
export function pageLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.push("page_links", ({ tokens, env, Token: Kind }) => {
    const environment = env as LinkEnvironment;
    const make = (type: string, nesting: -1 | 0 | 1): Token =>
      new Kind(type, type.startsWith("link_") ? "a" : "", nesting);
    let heading = false;
    for (const block of tokens) {
      if (block.type === "heading_open" || block.type === "heading_close") heading = block.nesting === 1;
      if (!block.children) continue;
      let depth = 0;
      block.children = block.children.flatMap((token) => {
        if (token.type === "link_open") {
          depth++;
          token.attrSet("href", addressOf(String(token.attrGet("href") ?? ""), environment));
        }
        if (token.type === "link_close") depth--;
        const whole = token.type === "code_inline" && !new RegExp(`^${mention.source}$`).test(token.content);
        if (depth > 0 || heading || whole || !["text", "code_inline"].includes(token.type)) return [token];
        return linked(token, environment, make);
      });
    }
  });
}
