import { ConfigProblem } from "./config_check.ts";
import { type PageConfig, readPageConfig } from "./page_config.ts";
import { serverClock } from "./seal.ts";

/** `link.config.json` beside the page, and the clock of the server that sent it. Throws a ConfigProblem for a wrong one. */
export async function loadConfig(page: string): Promise<{ config: PageConfig; now: () => number }> {
  const url = new URL("link.config.json", page).href;
  const response = await fetch(url, { cache: "no-cache", credentials: "omit", signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`link.config.json: HTTP ${response.status}`);
  // Every generated set has it for this file; the policy of the page itself cannot be read from here.
  if (!response.headers.has("Cross-Origin-Resource-Policy"))
    console.warn("ATS Link: this server does not send the headers of `ats-link headers`");
  const text = await response.text();
  const now = serverClock(response.headers.get("Date"), () => performance.now());
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigProblem("link.config.json", "JSON");
  }
  return { config: readPageConfig(value, url), now };
}
