import type { HeaderRule } from "./rules.ts";

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
