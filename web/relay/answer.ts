import { cleanText, errorText } from "./upstream_text.ts";
import { echoesSecret } from "./key_echo.ts";
import { isObject, memberAt, parseShallowJson } from "./json.ts";
import { verdictKey, type Probe, type Provider, type Values } from "./provider.ts";
import type { RateLimit } from "./rate_limit_headers.ts";
import type { Body } from "./body_reader.ts";
import type { UpstreamAnswer } from "./upstream_answer.ts";

/** What the relay tells of a complete upstream answer (HTTP 200, contract of /relay/v1). */
export interface ProbeAnswer {
  /** The status the ATS answered with, 3xx included. */
  status: number;
  /** `ok`: 2xx with the probe's shape; `json`: another JSON document; `other`: not JSON. */
  body: "ok" | "json" | "other";
  error?: string;
  rateLimit?: RateLimit;
  accounts?: Account[];
  account?: Account;
}

export interface Account {
  id?: string;
  name?: string;
  subdomain?: string;
}

const deepestJson = 8;
const errorLimit = 200;
const nameLimit = 100;
const labelLimit = 63;
const accountLimit = 20;

/** The body's JSON; undefined where it is none, or nested too deep. */
export const documentOf = (body: Body): unknown =>
  body.kind === "text" ? parseShallowJson(body.text, deepestJson) : undefined;

/** Rebuilds the answer field by field: nothing of the body leaves except an error text and the accounts picked. */
export function describeAnswer(provider: Provider, probe: Probe, answer: UpstreamAnswer, secrets: Values): ProbeAnswer {
  const { status, rateLimit } = answer;
  const document = documentOf(answer.body);
  if (document === undefined || status < 200 || status > 299 || !hasShape(probe, document))
    return describeRefusal(provider, answer, secrets);
  return { status, body: "ok", ...(rateLimit ? { rateLimit } : {}), ...pickAccounts(probe, document, secrets) };
}

/** The same of an answer that is no success. */
export function describeRefusal(
  provider: Provider,
  { status, body, rateLimit }: UpstreamAnswer,
  secrets: Values,
): ProbeAnswer {
  const document = documentOf(body);
  const rate = rateLimit ? { rateLimit } : {};
  if (document === undefined) return { status, body: "other", ...rate };
  const said = errorText(document);
  const error = cleanText(said, secrets, errorLimit) || knownPhrase(provider, said);
  return { status, body: "json", ...(error === "" ? {} : { error }), ...rate };
}

/**
 * The phrase of the provider's own file that a text holds, compared without case. It stands in a public file, so it tells
 * nothing of a key that happens to share a word with it, and decides what the answer means.
 */
function knownPhrase(provider: Provider, text: string): string {
  const phrases = Object.keys(provider.verdict ?? {}).map((key) => verdictKey(key).text);
  return phrases.find((phrase) => phrase !== "" && text.toLowerCase().includes(phrase.toLowerCase())) ?? "";
}

function hasShape({ ok }: Probe, document: unknown): boolean {
  if ("json" in ok) return ok.json === "array" ? Array.isArray(document) : isObject(document);
  if (!isObject(document)) return false;
  if ("array" in ok) return Array.isArray(memberAt(document, ok.array));
  if ("member" in ok) return Object.hasOwn(document, ok.member);
  return memberAt(document, ok.true) === true;
}

function pickAccounts(probe: Probe, document: unknown, secrets: Values): Pick<ProbeAnswer, "accounts" | "account"> {
  const list = probe.pick?.accounts ? memberAt(document, probe.pick.accounts) : undefined;
  const one = probe.pick?.account ? memberAt(document, probe.pick.account) : undefined;
  const accounts = Array.isArray(list) ? list.slice(0, accountLimit).map((item) => pickAccount(item, secrets)) : [];
  // A key may also be told in pieces, one in each text.
  const split = [["name"], ["id"], ["subdomain"], ["id", "name", "subdomain"]] as const;
  const joined = split.map((names) => accounts.flatMap((item) => names.map((each) => item[each] ?? "")).join(""));
  const isSplit = joined.some((text) => echoesSecret(text, secrets));
  return {
    ...(Array.isArray(list) ? { accounts: isSplit ? [] : accounts } : {}),
    ...(isObject(one) ? { account: pickAccount(one, secrets, false) } : {}),
  };
}

function pickAccount(source: unknown, secrets: Values, withId = true): Account {
  const text = (name: string, limit: number): string => {
    const value = memberAt(source, name);
    return typeof value === "string" || typeof value === "number" ? cleanText(String(value), secrets, limit) : "";
  };
  const id = withId ? text("id", nameLimit) : "";
  const name = text("name", nameLimit);
  const subdomain = text("subdomain", labelLimit);
  return { ...(id ? { id } : {}), ...(name ? { name } : {}), ...(subdomain ? { subdomain } : {}) };
}
