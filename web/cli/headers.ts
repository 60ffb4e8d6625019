import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { longestLine, netlifyHeaders, nginxHeaders, vercelConfig } from "../headers/host_files.ts";
import { headerRules } from "../headers/rules.ts";
import { CommandError } from "./command_line.ts";
import { readAddress, readConfig } from "./read_config.ts";

const mark = "# Made by ats-link headers from link.config.json; change that and run it again.\n";

/** Writes the header files of every kind of host into `out`, or beside the config. `url`: where the page will be. */
export function headers(file: string, out = dirname(file), url?: string): void {
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
