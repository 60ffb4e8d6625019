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
