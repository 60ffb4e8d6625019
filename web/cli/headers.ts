import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LinkPageConfig } from "../headers/link_config.ts";
import { longestLine, netlifyHeaders } from "../headers/netlify.ts";
import { nginxHeaders } from "../headers/nginx.ts";
import { headerRules } from "../headers/rules.ts";
import { vercelConfig } from "../headers/vercel.ts";
import { ConfigProblem } from "../link/config_check.ts";
import { readPageConfig } from "../link/page_config.ts";
import { CommandError } from "./command_error.ts";

const mark = "# Made by ats-link headers from link.config.json; change that and run it again.\n";

/** Writes the header files of every kind of host into `out`, or beside the config. `url`: where the page will be. */
export function headers(file: string, out = dirname(file), url = "https://link.invalid/"): void {
  const page = readAddress(url);
  const config = readConfig(file, page);
  const rules = headerRules(config, page.pathname);
  const files: [name: string, content: string][] = [
    ["_headers", mark + netlifyHeaders(rules)],
    ["vercel.json", vercelConfig(rules)],
    ["nginx-headers.conf", mark + nginxHeaders(rules)],
  ];
  for (const [name] of files) holdBackFromForeign(join(out, name), name);
  for (const [name, content] of files) write(out, name, content);
  if (files[0]?.[1].split("\n").some((line) => line.length > longestLine))
    console.error(`_headers has a line of more than ${longestLine} characters, which Cloudflare Pages leaves out.`);
}

function readAddress(url: string): URL {
  const page = URL.canParse(url) ? new URL(url) : null;
  if (!page || !/^https?:$/.test(page.protocol) || !page.pathname.endsWith("/") || page.search + page.hash !== "")
    throw new CommandError("--url is the link page's folder, such as https://link.example.com/widget/.", 2);
  if (!/^[\w./~-]*$/.test(page.pathname))
    throw new CommandError("--url may have letters, digits and -._~ in its path, since not every host takes more.", 2);
  return page;
}

/** The file as the page itself would read it, with the page's own sentences. */
function readConfig(file: string, page: URL): LinkPageConfig {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON (${firstLine(error.message)})` : "cannot be read";
    throw new CommandError(`${file} ${why}; give the link.config.json that lies beside the page's index.html.`);
  }
  try {
    readPageConfig(value, new URL("link.config.json", page).href);
  } catch (error) {
    if (error instanceof ConfigProblem) throw new CommandError(`${file}: ${error.message}.${hint(error, page)}`);
    throw error;
  }
  return value as LinkPageConfig;
}

const firstLine = (text: string): string => text.split("\n")[0] ?? "";

/** An absolute address cannot be told to be the page's own without knowing the page's. */
const hint = ({ expected }: ConfigProblem, page: URL): string =>
  page.hostname === "link.invalid" && expected.includes("own origin") ? " Say with --url where the page will be." : "";

/** A file of that name that was not made here holds somebody's work. */
function holdBackFromForeign(path: string, name: string): void {
  if (!existsSync(path)) return;
  const content = readFileSync(path, "utf8");
  const ours = name === "vercel.json" ? hasOnlyHeaders(content) : content.startsWith(mark);
  if (!ours)
    throw new CommandError(`${path} has settings of its own; write to another folder with --out and copy the headers.`);
}

function hasOnlyHeaders(content: string): boolean {
  try {
    return Object.keys(JSON.parse(content) as object).join() === "headers";
  } catch {
    return false;
  }
}

function write(out: string, name: string, content: string): void {
  const path = join(out, name);
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(path, content);
  } catch {
    throw new CommandError(`${path} cannot be written; choose another folder with --out.`);
  }
  console.log(path);
}
