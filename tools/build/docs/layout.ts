import { posix } from "node:path";
import { policy } from "../../../web/docs/policy.ts";
import type { Heading, Rendered } from "./markdown.ts";
import type { Page, Section } from "./pages.ts";

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function onThisPage(headings: readonly Heading[]): string {
  const shown = headings.filter(({ level }) => level === 2);
  if (shown.length < 2) return "";
  const items = shown.map(({ id, text }) => `<li><a href="#${escape(id)}">${escape(text)}</a></li>`);
  return `<nav aria-labelledby="on-this-page"><h2 id="on-this-page">On this page</h2><ul>${items.join("")}</ul></nav>`;
}

function allPages(page: Page, sections: readonly Section[], to: (target: string) => string): string {
  const lists = sections.map(({ title, pages }) => {
    const items = pages.map((each) => {
      const here = each === page ? ' aria-current="page"' : "";
      return `<li><a href="${to(each.target)}"${here}>${escape(each.title)}</a></li>`;
    });
    return `<h3>${escape(title)}</h3><ul>${items.join("")}</ul>`;
  });
  return `<nav aria-labelledby="all-pages"><h2 id="all-pages" tabindex="-1">All pages</h2>${lists.join("")}</nav>`;
}

/** A whole page. Its addresses are relative, so that the folder may lie anywhere. */
export function layOut(page: Page, { html, headings }: Rendered, sections: readonly Section[]): string {
  const to = (target: string): string => posix.relative(posix.dirname(page.target), target);
  const title = page.target === "index.html" ? "ATS Link" : `${escape(page.title)} · ATS Link`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${to("docs.css")}">
<script type="module" src="${to("docs.js")}"></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header>
<a class="name" href="${to("index.html")}">ATS Link</a>
<search id="search" data-index="${to("search.json")}" hidden>
<label for="query">Search</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" aria-describedby="found" aria-keyshortcuts="/">
<p id="found" role="status"></p>
<ul id="results" aria-label="Results" hidden></ul>
</search>
<a class="pages" href="#all-pages">All pages</a>
</header>
<div class="columns">
<main id="content" tabindex="-1">
${html}</main>
<div class="side">${onThisPage(headings)}${allPages(page, sections, to)}</div>
</div>
</body>
</html>
`;
}
