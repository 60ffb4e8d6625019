import { base64url } from "jose";
import { isObject } from "../relay/json.ts";
import type { AtsLinkServer, HostedLink } from "../types/server.ts";
import { type Demand, demandFor, demandKnown } from "./demand.ts";
import { parseStrictly } from "./json.ts";

// What the link page takes of each: longer, and the link would open a page that refuses it.
const mostOfState = 1024;
const mostOfFragment = 8192;
const providerId = /^[a-z0-9][a-z0-9-]{0,31}$/;

export const hostedLink: AtsLinkServer["hostedLink"] = (link) => {
  const demand: Demand = demandFor("hostedLink");
  demand(isObject(link), "link", "an object with linkUrl and state");
  demandKnown(demand, link, ["linkUrl", "state", "provider", "locale"]);
  const { linkUrl, ...said } = link;
  const address = readAddress(demand, linkUrl);
  const { provider, state, locale } = readSaid(demand, said);
  // Absent members are left out.
  const fragment = base64url.encode(JSON.stringify({ provider, state, locale }));
  return `${address}#${fragment}`;
};

export const readHostedLink: AtsLinkServer["readHostedLink"] = (url) => {
  const demand: Demand = demandFor("readHostedLink");
  demand(typeof url === "string", "url", "a text");
  const [address = "", fragment, ...rest] = url.split("#");
  demand(fragment !== undefined && rest.length === 0, "url", "an address with one fragment");
  const linkUrl = readAddress(demand, address);
  demand(fragment.length <= mostOfFragment, "url", `a fragment of at most ${String(mostOfFragment)} characters`);
  const said = decode(fragment);
  demand(said !== null, "url", "a fragment that is a JSON object in base64url");
  demandKnown(demand, said, ["state", "provider", "locale"]);
  return { linkUrl, ...readSaid(demand, said) };
};

/** As the opener takes it: https, or http on this machine; nothing in it that a browser would read as something else. */
function readAddress(demand: Demand, linkUrl: unknown): string {
  const url = typeof linkUrl === "string" ? URL.parse(linkUrl) : null;
  const safe = url !== null && /^(https:|http:(localhost|127\.0\.0\.1)$)/.test(url.protocol + url.hostname);
  demand(safe, "linkUrl", "an absolute https address, or http for localhost");
  demand(url.username === "" && url.password === "", "linkUrl", "an address without user name and password");
  demand(!(linkUrl as string).includes("#"), "linkUrl", "an address without a fragment of its own");
  return url.href;
}

function readSaid(demand: Demand, { state, provider, locale }: Record<string, unknown>): Omit<HostedLink, "linkUrl"> {
  demand(isState(state), "state", `the session's state, a text of 1 to ${String(mostOfState)} bytes`);
  demand(provider === undefined || isProvider(provider), "provider", `a provider's id, such as "workable"`);
  demand(locale === undefined || isLanguage(locale), "locale", `a BCP 47 language tag, such as "en-GB"`);
  return { state, ...(provider !== undefined && { provider }), ...(locale !== undefined && { locale }) };
}

const isState = (value: unknown): value is string =>
  typeof value === "string" &&
  value !== "" &&
  value.isWellFormed() &&
  new TextEncoder().encode(value).length <= mostOfState;

const isProvider = (value: unknown): value is string => typeof value === "string" && providerId.test(value);

function isLanguage(value: unknown): value is string {
  try {
    return typeof value === "string" && value.length <= 64 && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function decode(fragment: string): Record<string, unknown> | null {
  try {
    const bytes = base64url.decode(fragment);
    const said = parseStrictly(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(said) ? said : null;
  } catch {
    return null;
  }
}
