import { findAccount } from "./accounts.ts";
import { basicUser, html, json, success, type Answer, type Ask } from "./answer.ts";
import type { SandboxState } from "./state.ts";

type Simulator = (ask: Ask, state: SandboxState) => Answer;

const header = (ask: Ask, name: string): string => String(ask.headers[name] ?? "");

/** A wrong key is 403 and only a missing one 401. Source: https://developers.ashbyhq.com/reference/authentication */
const ashby: Simulator = (ask, state) => {
  const user = basicUser(ask);
  const key = state.findKey("ashby", user);
  if (user === "") return json(401, { success: false, errors: ["no_api_key"] });
  if (!key) return json(403, { success: false, errors: ["invalid_api_key"] });
  if (ask.method !== "POST" || ask.path !== "/apiKey.info") return json(404, { success: false, errors: ["not_found"] });
  if (key.scopes.length === 0) return json(403, { success: false, errors: ["missing_endpoint_permission"] });
  return success({ success: true, results: { title: "Sandbox key", createdAt: "2026-03-25T00:00:00.000Z" } });
};

const jobvite: Simulator = (ask, state) => {
  const key = state.findKey("jobvite", header(ask, "x-jvi-api"));
  if (!key || key.secret !== header(ask, "x-jvi-sc")) return json(401, { responseMessage: "Unauthorized" });
  if (ask.path !== "/api/v2/job") return json(404, { responseMessage: "Not found" });
  return success({ total: 1, requisitions: [{ eId: "oAbc1", title: "Account Executive", jobState: "Open" }] });
};

const lever: Simulator = (ask, state) => {
  const key = state.findKey("lever", basicUser(ask));
  // A key of one region is unknown in the others.
  if (!key || ask.host !== "api.lever.co") return json(401, { code: "Unauthorized", message: "Invalid API key" });
  if (ask.path !== "/v1/postings") return json(404, { code: "ResourceNotFound", message: "Not found" });
  if (key.scopes.length === 0) return json(403, { code: "Forbidden", message: "Key may not list postings" });
  return success({ data: [{ id: "p1", text: "Account Executive", state: "published" }], hasNext: false });
};

const smartRecruiters: Simulator = (ask, state) => {
  const key = state.findKey("smartrecruiters", header(ask, "x-smarttoken"));
  if (!key) return json(401, { code: "UNAUTHORIZED", message: "Invalid key" });
  if (ask.path !== "/jobs") return json(404, { code: "NOT_FOUND", message: "Not found" });
  return success({ offset: 0, limit: 1, totalFound: 1, content: [{ id: "j1", title: "Account Executive" }] });
};

const pinpoint: Simulator = (ask, state) => {
  if (findAccount(ask.host.slice(0, -".pinpointhq.com".length)) === undefined) return html(404, "Not found");
  const key = state.findKey("pinpoint", header(ask, "x-api-key"));
  const error = (status: number, title: string) => json(status, { errors: [{ status: String(status), title }] });
  if (!key || !key.accounts.some((name) => ask.host === `${name}.pinpointhq.com`)) return error(401, "Unauthorized");
  if (ask.path !== "/api/v1/jobs") return error(404, "Not found");
  if (key.scopes.length === 0) return error(403, "Forbidden");
  return success({ data: [{ id: "1", type: "jobs", attributes: { title: "Account Executive" } }] });
};

/** Who answers for a host that is not Workable's; undefined: nobody. */
export function otherSimulator(host: string): Simulator | undefined {
  if (host === "api.ashbyhq.com") return ashby;
  if (host === "api.jobvite.com") return jobvite;
  if (host === "api.lever.co" || host.endsWith(".lever.co")) return lever;
  if (host === "api.smartrecruiters.com") return smartRecruiters;
  return host.endsWith(".pinpointhq.com") ? pinpoint : undefined;
}
