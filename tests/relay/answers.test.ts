import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanText, errorText } from "../../web/relay/upstream_text.ts";
import { jsonDepth } from "../../web/relay/json.ts";
import { readRateLimit } from "../../web/relay/rate_limit_headers.ts";
import { candidates, jobs } from "../../web/sandbox/workable_bodies.ts";
import { accounts } from "../../web/sandbox/accounts.ts";
import { keys } from "../../web/sandbox/keys.ts";
import { startJsonUpstream, startRelay, startRelayAndSandbox } from "./support.ts";

test("an error that echoes the key, plain or in base64, is not told", async (t) => {
  const relay = await startRelayAndSandbox(t, { fault: "key_echo" });
  const { body } = await relay.probe("workable/jobs?subdomain=acme");
  assert.deepEqual(body, { status: 401, body: "json" });
});

test("control characters are removed and the error is at most 200 characters", async (t) => {
  const relay = await startRelayAndSandbox(t, { fault: "control_characters" });
  const { body } = await relay.probe("workable/jobs?subdomain=acme");
  assert.deepEqual(body, { status: 401, body: "json", error: `Not au[31mthorized${"x".repeat(182)}` });
});

test("no trick puts a copy of the key together", () => {
  const secrets = { api_key: "abcdefghijklmnopqrst" };
  const half = secrets.api_key.slice(0, 10);
  const rest = secrets.api_key.slice(10);
  assert.equal(cleanText(`${half}\u0000${rest}`, secrets, 200), "");
  assert.equal(cleanText(`${half}\u200b${rest}!`, secrets, 200), "");
  assert.equal(cleanText(half + secrets.api_key + rest, secrets, 200), "");
  assert.equal(cleanText(`x${Buffer.from(`${secrets.api_key}:`).toString("base64")}y`, secrets, 200), "");
  assert.equal(cleanText(encodeURIComponent("a+b/c=d+e/f=g+h/i=j"), { api_key: "a+b/c=d+e/f=g+h/i=j" }, 200), "");
  assert.equal(cleanText("x".repeat(190) + secrets.api_key + "y".repeat(50), secrets, 200), "", "at the cut");
  assert.equal(cleanText("x".repeat(900) + secrets.api_key, secrets, 200), "x".repeat(200), "far behind it");
});

test("a phrase that the provider's file names is told, and no more, whatever the key shares with the text", async (t) => {
  const { key } = keys.ashbyNoPermission;
  for (const text of ["missing_endpoint_permission", `Missing_Endpoint_Permission of ${key}`]) {
    const relay = await startRelay(t, await startJsonUpstream(t, { success: false, errors: [text] }, 403));
    const { body } = await relay.probe("ashby/key", key);
    assert.deepEqual(body, { status: 403, body: "json", error: "missing_endpoint_permission" });
  }
});

test("no secret of a pair is told", async (t) => {
  const pair = { api_key: keys.jobvite.key, secret_key: keys.jobvite.secret };
  const upstream = await startJsonUpstream(t, { message: `${pair.api_key} and ${pair.secret_key} differ` }, 401);
  const relay = await startRelay(t, upstream);
  const { body } = await relay.probe("jobvite/jobs", Buffer.from(JSON.stringify(pair)).toString("base64url"));
  assert.deepEqual(body, { status: 401, body: "json" });
});

test("the reason is found in every shape that an ATS uses", () => {
  assert.equal(errorText({ error: "Not authorized" }), "Not authorized");
  assert.equal(errorText({ error: { error: { name: "invalid_grant" } } }), "invalid_grant");
  assert.equal(errorText({ success: false, errors: ["missing_endpoint_permission"] }), "missing_endpoint_permission");
  assert.equal(errorText({ errors: [{ status: "403", title: "Forbidden" }] }), "Forbidden");
  assert.equal(errorText({ code: "Forbidden", message: "No access" }), "No access");
  assert.equal(errorText({ success: false, errorInfo: { code: "invalid_key" } }), "invalid_key");
  assert.equal(errorText({ jobs: [{ name: "Elvie" }] }), "", "data is not a reason");
  assert.equal(errorText([]), "");
  assert.equal(errorText(null), "");
});

test("a body that is JSON without the probe's shape gives no error text of its data", async (t) => {
  const relay = await startRelay(t, await startJsonUpstream(t, { candidates: [{ email: "elvie@example.com" }] }));
  const { body } = await relay.probe("workable/jobs?subdomain=acme");
  assert.deepEqual(body, { status: 200, body: "json" });
});

test("an ok shape needs a 2xx status", async (t) => {
  const relay = await startRelay(t, await startJsonUpstream(t, { jobs: [] }, 418));
  assert.deepEqual((await relay.probe("workable/jobs?subdomain=acme")).body, { status: 418, body: "json" });
});

test("accounts are rebuilt member by member, at most 20, each text cut", async (t) => {
  const bad = { id: 7, name: `A\u0000${"b".repeat(300)}`, subdomain: "x".repeat(100), secret: "no" };
  const list = [bad, null, "text", { name: {}, subdomain: ["a"] }, ...Array.from({ length: 40 }, () => ({ id: "z" }))];
  const relay = await startRelay(t, await startJsonUpstream(t, { accounts: list, extra: 1 }));
  const { body } = await relay.probe("workable/accounts?subdomain=acme");
  const { accounts: picked, ...rest } = body as { accounts: unknown[] };
  assert.deepEqual(rest, { status: 200, body: "ok" });
  assert.equal(picked.length, 20);
  assert.deepEqual(picked.slice(0, 5), [
    { id: "7", name: `A${"b".repeat(99)}`, subdomain: "x".repeat(63) },
    {},
    {},
    {},
    { id: "z" },
  ]);
});

test("the candidates probe tells the account of the first candidate and nothing of the person", async (t) => {
  const relay = await startRelayAndSandbox(t, { rateLimitHeaders: false });
  const { body } = await relay.probe("workable/candidates?subdomain=acme");
  assert.deepEqual(body, { status: 200, body: "ok", account: { name: "Acme", subdomain: "acme" } });
  assert.deepEqual((await relay.probe("workable/candidates?subdomain=initech")).body, { status: 200, body: "ok" });
});

test("real bodies are far below the depth limit of 8 and the size limit of 64 KiB", () => {
  for (const body of [{ jobs: jobs(accounts[0]!) }, { candidates: candidates(accounts[0]!) }]) {
    const text = JSON.stringify(body);
    assert(jsonDepth(text, 100) <= 5);
    assert(text.length < 8 * 1024);
  }
});

test("depth counts brackets outside of strings only", () => {
  assert.equal(jsonDepth('{"a":[1,{"b":2}]}', 8), 3);
  assert.equal(jsonDepth('"[[[[[[[[[["', 8), 0);
  assert.equal(jsonDepth('["\\"[[[", "\\\\"]', 8), 1);
  assert.equal(jsonDepth("[".repeat(100_000), 8), 9);
});

test("rate-limit headers give counts and the wait against the answer's own clock", () => {
  const now = Date.parse("2026-11-24T10:00:00Z");
  const read = (headers: Record<string, string>) => readRateLimit(new Headers(headers), now);
  const reset = String(now / 1000 + 7);
  assert.deepEqual(read({ "X-Rate-Limit-Limit": "10", "X-Rate-Limit-Remaining": "3", "X-Rate-Limit-Reset": reset }), {
    limit: 10,
    remaining: 3,
    resetMs: 7000,
  });
  const skewed = { Date: "Tue, 24 Nov 2026 11:00:00 GMT", "X-Rate-Limit-Reset": String(now / 1000 + 3605) };
  assert.deepEqual(read(skewed), { resetMs: 5000 });
  assert.deepEqual(read({ "Retry-After": "3", "X-Rate-Limit-Reset": reset }), { resetMs: 3000 });
  assert.deepEqual(read({ "Retry-After": "Tue, 24 Nov 2026 10:00:09 GMT" }), { resetMs: 9000 });
  assert.deepEqual(read({ "Retry-After": "Wed, 24 Nov 2100 10:00:09 GMT" }), { resetMs: 60_000 });
  assert.deepEqual(read({ "Retry-After": "Tue, 24 Nov 2020 10:00:09 GMT" }), { resetMs: 0 });
  assert.deepEqual(read({ "Retry-After": "999999999999" }), { resetMs: 60_000 });
  assert.deepEqual(read({ "X-Rate-Limit-Limit": "99999999999" }), { limit: 1_000_000 });
  for (const garbage of ["-5", "soon", "1.5", "0x10", "1e3", ""]) {
    assert.equal(read({ "Retry-After": garbage, "X-Rate-Limit-Limit": garbage }), undefined, garbage);
  }
});

test("a 429 is told with its wait", async (t) => {
  const relay = await startRelayAndSandbox(t, { retryAfter: 4, rateLimitBody: "json" });
  const { response, body } = await relay.probe("workable/jobs?subdomain=acme", keys.rateLimited.key);
  assert.equal(response.status, 200);
  const rateLimit = { limit: 10, remaining: 0, resetMs: 4000 };
  assert.deepEqual(body, { status: 429, body: "json", error: "Too many requests", rateLimit });
});
