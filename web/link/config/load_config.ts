import { ConfigProblem } from "./config_check.ts";
import { type PageConfig, readPageConfig } from "./page_config.ts";

/**
 * `link.config.json` beside the page, and what the server said of it. Throws a ConfigProblem for a wrong one.
 * Its cookies and passwords are the page's own, for a page that is behind a login.
 */
export async function loadConfig(
  page: string,
  cache: RequestCache = "no-cache",
): Promise<{ config: PageConfig; headers: Headers }> {
  const url = new URL("link.config.json", page).href;
  const response = await fetch(url, { cache, credentials: "same-origin", signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`link.config.json: HTTP ${response.status}`);
  // Every generated set has it for this file; the policy of the page itself cannot be read from here.
  if (!response.headers.has("Cross-Origin-Resource-Policy"))
    console.warn("ATS Link: this server does not send the headers of `ats-link headers`");
  const text = await response.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigProblem("link.config.json", "JSON");
  }
  return { config: readPageConfig(value, url), headers: response.headers };
}
