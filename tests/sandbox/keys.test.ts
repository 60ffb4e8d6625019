import assert from "node:assert/strict";
import { test } from "node:test";
import { keys, sandboxKeys } from "../../web/sandbox/keys.ts";
import { candidatesOf, jobsOf, lookup, startForTest } from "./support.ts";

test("every documented key is 64 letters and digits, different from all others, with a meaning", () => {
  const values = sandboxKeys.flatMap(({ key, secret }) => (secret === undefined ? [key] : [key, secret]));
  for (const value of values) assert.match(value, /^[A-Za-z0-9]{64}$/);
  assert.equal(new Set(values).size, values.length);
  for (const { name, meaning } of sandboxKeys) assert(meaning.length > 10, name);
});

test("allScopes reads acme, is refused by suspended umbrella and finds nothing in initech", async (t) => {
  const sandbox = await startForTest(t);
  const { key } = keys.allScopes;
  assert.equal((await sandbox.ask(jobsOf("acme"), key)).status, 200);
  assert.equal((await sandbox.ask(candidatesOf("acme"), key)).status, 200);
  for (const path of [jobsOf("umbrella"), candidatesOf("umbrella")]) {
    const { status, body } = await sandbox.ask(path, key);
    assert.deepEqual([status, body], [403, { error: "Forbidden" }]);
  }
  assert.deepEqual((await sandbox.ask(jobsOf("initech"), key)).body, { jobs: [] });
  assert.deepEqual((await sandbox.ask(candidatesOf("initech"), key)).body, { candidates: [] });
  const { body } = await sandbox.ask(lookup, key);
  const names = (body as { accounts: { subdomain: string }[] }).accounts.map(({ subdomain }) => subdomain);
  assert.deepEqual(names, ["acme", "umbrella", "initech"]);
});

test("onlyJobs reads jobs and the account list, not candidates", async (t) => {
  const sandbox = await startForTest(t);
  assert.equal((await sandbox.ask(jobsOf("acme"), keys.onlyJobs.key)).status, 200);
  assert.equal((await sandbox.ask(lookup, keys.onlyJobs.key)).status, 200);
  const { status, body } = await sandbox.ask(candidatesOf("acme"), keys.onlyJobs.key);
  assert.deepEqual([status, body], [403, { error: "Forbidden" }]);
});

test("onlyCandidates reads candidates, not jobs or the account list", async (t) => {
  const sandbox = await startForTest(t);
  assert.equal((await sandbox.ask(candidatesOf("acme"), keys.onlyCandidates.key)).status, 200);
  assert.equal((await sandbox.ask(jobsOf("acme"), keys.onlyCandidates.key)).status, 403);
  assert.equal((await sandbox.ask(lookup, keys.onlyCandidates.key)).status, 403);
});

test("ofGlobex opens globex and is named as of another account elsewhere", async (t) => {
  const sandbox = await startForTest(t);
  assert.equal((await sandbox.ask(jobsOf("globex"), keys.ofGlobex.key)).status, 200);
  const { status, body } = await sandbox.ask(jobsOf("acme"), keys.ofGlobex.key);
  assert.deepEqual([status, body], [401, { error: "Request subdomain does not match account subdomain" }]);
  assert.equal((await sandbox.ask(jobsOf("globex"), keys.allScopes.key)).status, 401);
});

test("expired, revoked, unknown and missing keys are all the same 401", async (t) => {
  const sandbox = await startForTest(t);
  for (const key of [keys.expired.key, keys.revoked.key, "x".repeat(64), keys.lever.key, undefined]) {
    for (const path of [jobsOf("acme"), lookup]) {
      const { status, body } = await sandbox.ask(path, key);
      assert.deepEqual([status, body], [401, { error: "Not authorized" }]);
    }
  }
});

test("rateLimited is always 429 with nothing remaining", async (t) => {
  const sandbox = await startForTest(t);
  const { status, headers, text } = await sandbox.ask(jobsOf("acme"), keys.rateLimited.key);
  assert.deepEqual([status, text], [429, ""]);
  assert.equal(headers.get("x-rate-limit-limit"), "10");
  assert.equal(headers.get("x-rate-limit-remaining"), "0");
  const wait = Number(headers.get("x-rate-limit-reset")) - Date.parse(headers.get("date") ?? "") / 1000;
  assert(wait >= 9 && wait <= 11);
});

test("unavailable is 503 HTML, html200 is 200 HTML, truncatedJson is 200 with half a document", async (t) => {
  const sandbox = await startForTest(t);
  const down = await sandbox.ask(jobsOf("acme"), keys.unavailable.key);
  assert.deepEqual([down.status, down.headers.get("content-type")], [503, "text/html; charset=utf-8"]);
  const page = await sandbox.ask(jobsOf("acme"), keys.html200.key);
  assert.deepEqual([page.status, page.headers.get("content-type")], [200, "text/html; charset=utf-8"]);
  const cut = await sandbox.ask(jobsOf("acme"), keys.truncatedJson.key);
  assert.deepEqual([cut.status, cut.body], [200, undefined]);
  assert(cut.text.startsWith('{"jobs":['));
});

test("slow answers, after the time that its switch says", async (t) => {
  const sandbox = await startForTest(t, { slowMs: 20 });
  assert.equal((await sandbox.ask(jobsOf("acme"), keys.slow.key)).status, 200);
  const usual = await startForTest(t);
  assert.equal(usual.state.switches.slowMs, 15_000);
});

test("the keys of other providers answer their probes, and nothing else does", async (t) => {
  const sandbox = await startForTest(t);
  const basic = (key: string) => ({ headers: { Authorization: `Basic ${btoa(`${key}:`)}` } });
  const ashby = (init: RequestInit) =>
    sandbox.ask("api.ashbyhq.com/apiKey.info", undefined, { method: "POST", body: "{}", ...init });
  assert.equal(((await ashby(basic(keys.ashby.key))).body as { success: boolean }).success, true);
  const lacking = await ashby(basic(keys.ashbyNoPermission.key));
  assert.deepEqual([lacking.status, lacking.body], [403, { success: false, errors: ["missing_endpoint_permission"] }]);
  assert.equal((await ashby(basic("x".repeat(64)))).status, 403);
  assert.equal((await ashby({})).status, 401);

  const jobvite = (api: string, sc: string) =>
    sandbox.ask("api.jobvite.com/api/v2/job?start=1&count=1", undefined, {
      headers: { "x-jvi-api": api, "x-jvi-sc": sc },
    });
  assert.equal((await jobvite(keys.jobvite.key, keys.jobvite.secret)).status, 200);
  assert.equal((await jobvite(keys.jobvite.key, keys.jobvite.key)).status, 401);

  const lever = (host: string, key: string) => sandbox.ask(`${host}/v1/postings?limit=1`, undefined, basic(key));
  assert.equal((await lever("api.lever.co", keys.lever.key)).status, 200);
  assert.equal((await lever("api.eu.lever.co", keys.lever.key)).status, 401);
  assert.equal((await lever("api.lever.co", keys.leverNoPostings.key)).status, 403);

  const header = (name: string, key: string) => ({ headers: { [name]: key } });
  const smart = (key: string) => sandbox.ask("api.smartrecruiters.com/jobs", undefined, header("X-SmartToken", key));
  assert.equal((await smart(keys.smartRecruiters.key)).status, 200);
  assert.equal((await smart(keys.pinpoint.key)).status, 401);

  const pinpoint = (account: string, key: string) =>
    sandbox.ask(`${account}.pinpointhq.com/api/v1/jobs`, undefined, header("X-API-KEY", key));
  assert.equal((await pinpoint("acme", keys.pinpoint.key)).status, 200);
  assert.equal((await pinpoint("globex", keys.pinpoint.key)).status, 401);
  assert.equal((await pinpoint("acme", keys.pinpointNoJobs.key)).status, 403);
  assert.equal((await pinpoint("nobody", keys.pinpoint.key)).status, 404);
});
