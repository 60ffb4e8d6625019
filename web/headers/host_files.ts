import type { HeaderRule } from "./rules.ts";

/** Cloudflare Pages leaves out a line that is longer, without a word. */
export const longestLine = 2000;

/** A `_headers` file as Netlify and Cloudflare Pages read it: the headers of every rule that fits are added up. */
export function netlifyHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, below, own }) => {
      const lines = Object.entries(own).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${path}${below ? "*" : ""}\n${lines.join("")}`;
    })
    .join("\n");
}

/** A `vercel.json` with nothing but headers: those of every rule whose source fits are added up. */
export function vercelConfig(rules: readonly HeaderRule[]): string {
  const headers = rules.map(({ path, below, own }) => ({
    source: `${path}${below ? "(.*)" : ""}`,
    headers: Object.entries(own).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ headers }, null, 2)}\n`;
}

/**
 * Location blocks for a `server { … }`. A location with headers of its own inherits none, so each names all; `always`
 * covers error answers too.
 */
export function nginxHeaders(rules: readonly HeaderRule[]): string {
  return rules.map(location).join("\n");
}

function location({ path, below, headers }: HeaderRule): string {
  // nginx's own table of types does not know .mjs, and a script of unknown type is refused under nosniff.
  const type = path.endsWith(".mjs") ? "    types { }\n    default_type text/javascript;\n" : "";
  const lines = Object.entries(headers).map(([name, value]) => `    add_header ${name} "${value}"${when(value)};\n`);
  return `location ${below ? "" : "= "}${path} {\n${type}${lines.join("")}}\n`;
}

/** A file that is missing for a moment, as while a new version is copied, must not stay missing for a year. */
const when = (value: string): string => (value.includes("immutable") ? "" : " always");
