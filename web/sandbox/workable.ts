import { accounts, findAccount, type Account } from "./accounts.ts";
import { bearer, html, json, redirect, success, type Answer, type Ask } from "./answer.ts";
import { faultAnswer } from "./fault_answers.ts";
import type { SandboxKey } from "./keys.ts";
import type { SandboxState } from "./state.ts";
import type { Fault, Switches } from "./switches.ts";
import { accountBody } from "./workable_bodies.ts";
import { endpoints } from "./workable_endpoints.ts";

const suffix = ".workable.com";
const apiPath = "/spi/v3";
const notAuthorized = { error: "Not authorized" };

/** True for the hosts this file answers for. */
export const isWorkableHost = (host: string): boolean => host === "workable.com" || host.endsWith(suffix);

/** Workable's API: one answer for one request, in the order in which the real one decides. */
export function answerWorkable(ask: Ask, state: SandboxState): Answer {
  const { switches } = state;
  if (ask.method === "OPTIONS") return html(404, "Not found");
  if (ask.host === "workable.com") return redirect(301, `https://www.workable.com${ask.path}`);
  const account = ask.host === "www.workable.com" ? null : findAccount(ask.host.slice(0, -suffix.length));
  if (account === undefined) return unknownSubdomain(switches);

  const token = bearer(ask);
  const hit = switches.fault !== "none" && ask.path.includes(switches.faultPath);
  const fault: Fault = hit ? switches.fault : "none";
  const failure = faultAnswer(fault, ask, token, switches);
  if (failure) return failure;

  const key = state.findKey(token);
  if (!key || key.behaviour === "expired" || key.behaviour === "revoked") return json(401, notAuthorized);
  if (key.behaviour === "unavailable_html") return html(503, "We will be back soon");
  if (key.behaviour === "html") return html(200, "Sign in");
  if (account && !key.accounts.includes(account.subdomain)) return otherAccount(switches);

  const limited = takeFromBudget(key, account, state);
  if (limited.answer) return limited.answer;
  const answer = account ? accountApi(ask, account, key, switches) : lookUpAccounts(ask, key, switches);
  const withHeaders = addRateHeaders(answer, limited.headers, switches);
  if (fault === "slow" || key.behaviour === "slow") return { ...withHeaders, delayMs: switches.slowMs };
  return fault === "truncated_json" || key.behaviour === "truncated_json" ? cutInHalf(withHeaders) : withHeaders;
}

function unknownSubdomain(switches: Switches): Answer {
  switch (switches.unknownSubdomain) {
    case "html_404":
      return html(404, "This page does not exist");
    case "json_404":
      return json(404, { error: "Not found" });
    case "redirect":
      return redirect(302, "https://www.workable.com/");
    case "dns_failure":
      return { ...html(404, ""), transport: "reset" };
    default:
      return switches.unknownSubdomain satisfies never;
  }
}

function otherAccount(switches: Switches): Answer {
  const named = { error: "Request subdomain does not match account subdomain" };
  return json(switches.mismatchStatus, switches.mismatchText === "named" ? named : notAuthorized);
}

function takeFromBudget(
  key: SandboxKey,
  account: Account | null,
  { switches, rateWindow }: SandboxState,
): { answer?: Answer; headers: Record<string, string> } {
  const { rateLimitMax: max, rateLimitWindowMs: windowMs } = switches;
  // A client is one token at one account; all its endpoints share the budget.
  const client = `${key.key} ${account?.subdomain ?? key.accounts[0] ?? ""}`;
  const now = Date.now();
  const always = key.behaviour === "rate_limited";
  const taken = switches.rateLimit && !always ? rateWindow.take(client, max, windowMs, now) : null;
  const headers = {
    "X-Rate-Limit-Limit": String(max),
    "X-Rate-Limit-Remaining": String(always ? 0 : (taken?.remaining ?? max - 1)),
    "X-Rate-Limit-Reset": String(taken?.resetAt ?? Math.floor((now + windowMs) / 1000)),
  };
  return always || taken?.allowed === false ? { answer: tooMany(switches, headers), headers } : { headers };
}

function tooMany(switches: Switches, rateHeaders: Record<string, string>): Answer {
  const headers = {
    ...(switches.rateLimitHeaders ? rateHeaders : {}),
    ...(switches.retryAfter === null ? {} : { "Retry-After": String(switches.retryAfter) }),
  };
  if (switches.rateLimitBody === "json") return json(429, { error: "Too many requests" }, headers);
  const page = html(429, "Too many requests", headers);
  return switches.rateLimitBody === "html" ? page : { ...page, body: "" };
}

function addRateHeaders(answer: Answer, headers: Record<string, string>, switches: Switches): Answer {
  const wanted = answer.status < 300 ? switches.rateLimitHeaders : switches.rateLimitHeadersOnErrors;
  return wanted ? { ...answer, headers: { ...answer.headers, ...headers } } : answer;
}

function accountApi(ask: Ask, account: Account, key: SandboxKey, switches: Switches): Answer {
  if (account.suspended) {
    if (switches.suspended === "redirect") return redirect(302, `https://${ask.host}/backend/billing`);
    return json(switches.suspended === "payment_402" ? 402 : 403, { error: "Forbidden" });
  }
  const path = ask.path.startsWith(apiPath) ? ask.path.slice(apiPath.length) : "";
  if (path === "/accounts" || path.startsWith("/accounts/")) return lookUpAccounts(ask, key, switches);
  const endpoint = Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
  if (!endpoint || ask.method !== "GET") return json(404, { error: "Not found" });
  if (!key.scopes.includes(endpoint.scope)) {
    return switches.missingScope === "forbidden_403" ? json(403, { error: "Forbidden" }) : json(401, notAuthorized);
  }
  const origin = `http://${account.subdomain}${suffix}`;
  const cors = endpoint.hr ? { "Access-Control-Allow-Origin": origin, Vary: "Accept-Encoding, Origin" } : {};
  return success(endpoint.body(account, ask.query), cors);
}

function lookUpAccounts(ask: Ask, key: SandboxKey, switches: Switches): Answer {
  const path = ask.path.replace(/\/$/, "");
  const wanted = path.slice(`${apiPath}/accounts`.length + 1);
  if (!path.startsWith(`${apiPath}/accounts`) || ask.method !== "GET") return json(404, { error: "Not found" });
  if (!key.scopes.includes("r_jobs")) {
    return switches.accountsWithoutJobs === 403 ? json(403, { error: "Forbidden" }) : json(401, notAuthorized);
  }
  const own = accounts.filter((account) => key.accounts.includes(account.subdomain));
  if (wanted === "") return success({ accounts: own.map(accountBody) });
  const one = own.find((account) => account.subdomain === wanted);
  return one ? success(accountBody(one)) : json(404, { error: "Not found" });
}

function cutInHalf(answer: Answer): Answer {
  return { ...answer, body: answer.body.slice(0, Math.max(1, Math.floor(answer.body.length / 2))) };
}
