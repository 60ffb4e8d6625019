import { readdir, readFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { escapeHtml, markdownToHtml } from "./markdown.ts";

const style = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
pre{overflow-x:auto;padding:1rem;border:1px solid;border-radius:.5rem}table{border-collapse:collapse;display:block;overflow-x:auto}
th,td{border:1px solid;padding:.25rem .5rem;text-align:left}`;

export interface DocsPage {
  headers: Record<string, string>;
  body: string;
}

/** A page of the documentation below `/docs/`: the list for an empty path, a Markdown file as HTML, the style sheet. */
export async function docsPage(folder: string, path: string): Promise<DocsPage | null> {
  if (path === "docs.css") return { headers: { "Content-Type": "text/css; charset=utf-8" }, body: style };
  if (path === "") return page("Documentation", `<h1>Documentation</h1>${await list(folder)}`);
  const file = normalize(join(folder, path));
  if (!path.endsWith(".md") || !file.startsWith(normalize(folder) + sep)) return null;
  try {
    const body = `<p><a href="/docs/">Documentation</a></p>${markdownToHtml(await readFile(file, "utf8"))}`;
    return page(path, body);
  } catch {
    return null;
  }
}

async function list(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const pages = names.filter((name) => name.endsWith(".md")).sort();
  if (pages.length === 0) return "<p>There are no pages yet.</p>";
  return `<ul>${pages.map((name) => `<li><a href="${escapeHtml(name)}">${escapeHtml(name)}</a></li>`).join("")}</ul>`;
}

function page(title: string, body: string): DocsPage {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`;
  const style = `<link rel="stylesheet" href="/docs/docs.css">`;
  return {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
    body: `<!doctype html><html lang="en"><head>${head}<title>${escapeHtml(title)}</title>${style}</head><body>${body}</body></html>`,
  };
}
