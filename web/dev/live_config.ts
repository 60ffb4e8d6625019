import { unwatchFile, watchFile } from "node:fs";
import type { LinkPageConfig } from "../headers/link_config.ts";
import { ConfigProblem } from "../link/config/config_check.ts";
import { readPageConfig } from "../link/config/page_config.ts";
import { isObject } from "../relay/json.ts";
import { readText, type OwnFolder } from "./own_folder.ts";

/** `text`: what the page is given; `settings`: the last right ones, of which the headers are made. */
export interface Served {
  text: string;
  settings: LinkPageConfig;
}

export interface LiveConfig {
  read(): Served;
  close(): Promise<void>;
}

/**
 * link.config.json as it is at each request, with the origins of the command line added. A wrong one is served as it is,
 * since the page refuses it as it would in production; `tell` gets the sentence once for each change.
 */
export function liveConfig(
  { configFile, privateKeys }: OwnFolder,
  origins: readonly string[],
  linkUrl: string,
  tell: (sentence: string) => void,
): LiveConfig {
  // Until there was a right one, the page is at least seen where it says what is wrong.
  const handover = { mode: "callback" as const, keys: [] };
  let served: Served = { text: "{}", settings: { allowedOrigins: [...origins], verify: "none", relay: "", handover } };
  let seen: string | undefined;

  const read = (): Served => {
    const text = readText(configFile);
    if (text === seen) return served;
    const isFirst = seen === undefined;
    seen = text;
    try {
      const value: unknown = JSON.parse(text);
      const written: unknown = isObject(value) ? value["allowedOrigins"] : null;
      const allowedOrigins = Array.isArray(written)
        ? [...new Set<unknown>([...(written as unknown[]), ...origins])]
        : null;
      const whole = allowedOrigins ? { ...(value as object), allowedOrigins } : value;
      served = { ...served, text: JSON.stringify(whole) };
      readPageConfig(whole, new URL("link.config.json", linkUrl).href);
      const settings = whole as LinkPageConfig;
      served = { ...served, settings };
      const isOurs = settings.handover.keys.some(({ kid }) => privateKeys.some((key) => key.kid === kid));
      if (!isOurs) tell(`${configFile}: handover.keys has no key of private-key.json, so that would open nothing.`);
      else if (!isFirst) tell(`${configFile} was read again.`);
    } catch (error) {
      const isProblem = error instanceof ConfigProblem;
      if (!isProblem && !(error instanceof SyntaxError)) throw error;
      if (!isProblem) served = { ...served, text };
      tell(`${configFile}: ${isProblem ? error.message : "this is not JSON"}.`);
    }
    return served;
  };
  // By polling: editors replace a file, which ends other ways of watching it.
  watchFile(configFile, { interval: 500 }, read).unref();
  read();
  const close = (): Promise<void> => {
    unwatchFile(configFile, read);
    return Promise.resolve();
  };
  return { read, close };
}
