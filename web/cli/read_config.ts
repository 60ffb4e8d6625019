import { readFileSync } from "node:fs";
import type { LinkPageConfig } from "../headers/link_config.ts";
import { ConfigProblem } from "../link/config/config_check.ts";
import { isSafe } from "../link/config/config_url.ts";
import { readPageConfig } from "../link/config/page_config.ts";
import { CommandError } from "./command_line.ts";

/** The link page's folder; a stand-in where nobody said where it will be. */
export function readAddress(url = "https://link.invalid/"): URL {
  const page = URL.canParse(url) ? new URL(url) : undefined;
  if (!isSafe(page) || !page.pathname.endsWith("/") || page.search + page.hash !== "")
    throw new CommandError("--url is the link page's folder over https, such as https://link.example.com/widget/.", 2);
  if (!/^[\w./~-]*$/.test(page.pathname))
    throw new CommandError("--url may have letters, digits and -._~ in its path, since not every host takes more.", 2);
  return page;
}

/** The file as the page itself would read it, with the page's own sentences. */
export function readConfig(file: string, page: URL): LinkPageConfig {
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
