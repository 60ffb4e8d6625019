import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { keys } from "../../web/sandbox/keys.ts";
import { defaultSwitches, faults, type Switches } from "../../web/sandbox/switches.ts";
import { candidatesOf, jobsOf, lookup, startForTest } from "./support.ts";

const { key } = keys.allScopes;

test("an unknown subdomain is an HTML 404, a JSON 404, a redirect or a dropped connection", async (t) => {
  const sandbox = await startForTest(t);
  const page = await sandbox.ask(jobsOf("nobody"), key);
  assert.deepEqual([page.status, page.headers.get("content-type")], [404, "text/html; charset=utf-8"]);
  sandbox.state.switches = { ...defaultSwitches, unknownSubdomain: "json_404" };
  assert.deepEqual((await sandbox.ask(jobsOf("nobody"), key)).body, { error: "Not found" });
  sandbox.state.switches = { ...defaultSwitches, unknownSubdomain: "redirect" };
  const moved = await sandbox.ask(jobsOf("nobody"), key);
  assert.deepEqual([moved.status, moved.headers.get("location")], [302, "https://www.workable.com/"]);
  sandbox.state.switches = { ...defaultSwitches, unknownSubdomain: "dns_failure" };
  await assert.rejects(sandbox.ask(jobsOf("nobody"), key));
  assert.equal((await sandbox.ask(jobsOf("acme"), key)).status, 200);
});

test("a key of another account is 401, 404 or 422, with the reason or without", async (t) => {
  for (const mismatchStatus of [401, 404, 422] as const) {
    const sandbox = await startForTest(t, { mismatchStatus });
    const { status, body } = await sandbox.ask(jobsOf("acme"), keys.ofGlobex.key);
    assert.deepEqual([status, body], [mismatchStatus, { error: "Request subdomain does not match account subdomain" }]);
  }
  const plain = await startForTest(t, { mismatchText: "not_authorized" });
  assert.deepEqual((await plain.ask(jobsOf("acme"), keys.ofGlobex.key)).body, { error: "Not authorized" });
});

test("a missing scope is 403, or 401 as it once was", async (t) => {
  const old = await startForTest(t, { missingScope: "not_authorized_401", accountsWithoutJobs: 401 });
  for (const path of [jobsOf("acme"), lookup]) {
    const { status, body } = await old.ask(path, keys.onlyCandidates.key);
    assert.deepEqual([status, body], [401, { error: "Not authorized" }]);
  }
});

test("a suspended account is 403, 402 or a redirect to its billing page", async (t) => {
  const payment = await startForTest(t, { suspended: "payment_402" });
  assert.equal((await payment.ask(jobsOf("umbrella"), key)).status, 402);
  const moved = await startForTest(t, { suspended: "redirect" });
  const { status, headers } = await moved.ask(jobsOf("umbrella"), key);
  assert.deepEqual([status, headers.get("location")], [302, "https://umbrella.workable.com/backend/billing"]);
});

test("ten requests in a window are served, the eleventh is 429, over all endpoints together", async (t) => {
  const sandbox = await startForTest(t, { rateLimitWindowMs: 600_000 });
  const paths = [jobsOf("acme"), candidatesOf("acme"), lookup];
  for (let i = 0; i < 10; i++) {
    const { status, headers } = await sandbox.ask(paths[i % 3] ?? "", key);
    assert.deepEqual([status, headers.get("x-rate-limit-remaining")], [200, String(9 - i)]);
    assert.equal(headers.get("x-rate-limit-limit"), "10");
  }
  const { status, headers, text } = await sandbox.ask(jobsOf("acme"), key);
  assert.deepEqual([status, headers.get("x-rate-limit-remaining"), text], [429, "0", ""]);
  assert.equal((await sandbox.ask(jobsOf("acme"), keys.onlyJobs.key)).status, 200, "another token has its own budget");
});

test("the rate limit and its headers can be switched, and its body can be JSON or HTML", async (t) => {
  const off = await startForTest(t, { rateLimit: false });
  for (let i = 0; i < 15; i++) assert.equal((await off.ask(jobsOf("acme"), key)).status, 200);
  const bare = await startForTest(t, { rateLimitHeaders: false });
  assert.equal((await bare.ask(jobsOf("acme"), key)).headers.get("x-rate-limit-limit"), null);
  assert.equal((await bare.ask(jobsOf("acme"), keys.rateLimited.key)).headers.get("x-rate-limit-reset"), null);
  const asJson = await startForTest(t, { rateLimitBody: "json", retryAfter: 7 });
  const limited = await asJson.ask(jobsOf("acme"), keys.rateLimited.key);
  assert.deepEqual([limited.body, limited.headers.get("retry-after")], [{ error: "Too many requests" }, "7"]);
  const asHtml = await startForTest(t, { rateLimitBody: "html" });
  assert.match((await asHtml.ask(jobsOf("acme"), keys.rateLimited.key)).text, /^<!doctype html>/);
});

test("errors carry no rate headers unless switched on", async (t) => {
  const usual = await startForTest(t);
  const path = candidatesOf("acme");
  assert.equal((await usual.ask(path, keys.onlyJobs.key)).headers.get("x-rate-limit-limit"), null);
  const on = await startForTest(t, { rateLimitHeadersOnErrors: true });
  assert.equal((await on.ask(path, keys.onlyJobs.key)).headers.get("x-rate-limit-limit"), "10");
});

test("more keys can be added, of any length", async (t) => {
  const extraKeys = [{ key: "short-key", accounts: ["globex"], scopes: ["r_jobs"] }];
  const sandbox = await startForTest(t, { extraKeys });
  assert.equal((await sandbox.ask(jobsOf("globex"), "short-key")).status, 200);
  assert.equal((await sandbox.ask(candidatesOf("globex"), "short-key")).status, 403);
});

test("a fault can be limited to some paths", async (t) => {
  const sandbox = await startForTest(t, { fault: "status_500", faultPath: "candidates" });
  assert.equal((await sandbox.ask(jobsOf("acme"), key)).status, 200);
  assert.equal((await sandbox.ask(candidatesOf("acme"), key)).status, 500);
});

const statuses: Partial<Record<Switches["fault"], number>> = {
  status_500: 500,
  html_502: 502,
  html_503: 503,
  html_520: 520,
  html_403: 403,
  html_404_long: 404,
  html_200: 200,
  empty_200: 200,
  no_content_204: 204,
  wrong_shape: 200,
  truncated_json: 200,
  huge: 200,
  gzip_bomb: 200,
  deep_json: 200,
  invalid_utf8: 200,
  redirect_loop: 302,
  redirect_same_host: 302,
  redirect_other_host: 302,
  key_echo: 401,
  control_characters: 401,
  nested_error: 401,
};
const broken = ["slow", "drip", "hang", "reset", "truncated_transfer"] as const;

test("every fault is known to this test", () => {
  assert.deepEqual([...faults].sort(), [...Object.keys(statuses), ...broken, "none"].sort());
});

for (const [fault, expected] of Object.entries(statuses)) {
  test(`the fault ${fault} answers ${expected}`, async (t) => {
    const sandbox = await startForTest(t, { fault: fault as Switches["fault"] });
    // Only the head: the gzip bomb's body breaks off on purpose.
    const response = await fetch(`${sandbox.url}/${jobsOf("acme")}`, {
      redirect: "manual",
      headers: { Authorization: `Bearer ${key}` },
    });
    assert.equal(response.status, expected);
    await response.body?.cancel();
  });
}

for (const fault of broken) {
  test(`the fault ${fault} gives no complete answer`, async (t) => {
    const sandbox = await startForTest(t, { fault, faultPath: "jobs" });
    const stop = new AbortController();
    const refused = assert.rejects(sandbox.ask(jobsOf("acme"), key, { signal: stop.signal }));
    while (sandbox.log.all().length === 0) await setImmediate();
    // What is asked later and without the fault is answered: so long the faulty one has had.
    assert.equal((await sandbox.ask(candidatesOf("acme"), key)).status, 200);
    stop.abort();
    await refused;
  });
}
