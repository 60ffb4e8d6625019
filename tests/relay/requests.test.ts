import assert from "node:assert/strict";
import { test } from "node:test";
import { keys } from "../../web/sandbox/keys.ts";
import { linkOrigin, startRelayAndSandbox } from "./support.ts";

const sameOrigin = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${keys.allScopes.key}` };
const good = "/relay/v1/workable/jobs?subdomain=acme";

test("a good request is HTTP 200 with what the ATS answered and nothing of its body", async (t) => {
  const relay = await startRelayAndSandbox(t, { rateLimitHeaders: false });
  const { response, body } = await relay.probe("workable/jobs?subdomain=acme");
  assert.equal(response.status, 200);
  assert.deepEqual(body, { status: 200, body: "ok" });
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.equal(response.headers.get("vary"), "Origin");
});

test("paths that are not exactly a known probe are 404 unknown_probe and never reach the ATS", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const paths = [
    "/relay/v1/workable/job",
    "/relay/v1/workable/",
    "/relay/v1/workable",
    "/relay/v1/workable/jobs/",
    "/relay/v1//workable/jobs",
    "/relay/v1/workable/jobs/x",
    "/relay/v2/workable/jobs",
    "/relay/v1/Workable/jobs",
    "/relay/v1/workable/%6aobs",
    "/relay/v1/workable/jobs%0a",
    "/relay/v1/workable/jobs%2f",
    "/relay/v1/__proto__/jobs",
    "/relay/v1/workable/constructor",
    "/relay/",
    "/relay/v1/nobody/jobs",
    "//relay/v1/workable/jobs",
  ];
  for (const path of paths) {
    const response = await fetch(`${relay.url}${path}?subdomain=acme`, { headers: sameOrigin });
    assert.deepEqual([path, response.status, await response.json()], [path, 404, { relay: "unknown_probe" }]);
  }
  assert.equal(relay.sandbox.log.all().length, 0);
});

test("a query that is not each field exactly once is 400 bad_request", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const queries = [
    "",
    "?",
    "?subdomain",
    "?subdomain=",
    "?subdomain=acme&subdomain=acme",
    "?subdomain=acme&subdomain=evil",
    "?subdomain=acme&x=1",
    "?Subdomain=acme",
    "?subdomain=acme&api_key=abc",
    "?subdomain[]=acme",
    `?subdomain=acme&${"x".repeat(3000)}`,
  ];
  for (const query of queries) {
    const response = await fetch(`${relay.url}/relay/v1/workable/jobs${query}`, { headers: sameOrigin });
    assert.deepEqual([query, response.status, await response.json()], [query, 400, { relay: "bad_request" }]);
  }
  assert.equal(relay.sandbox.log.all().length, 0);
});

test("a provider without fields takes no query parameter at all", async (t) => {
  const relay = await startRelayAndSandbox(t);
  assert.equal((await relay.probe("ashby/key", keys.ashby.key)).response.status, 200);
  assert.equal((await relay.probe("ashby/key?subdomain=acme", keys.ashby.key)).response.status, 400);
});

test("a choice is one of the options of the provider file", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const { body } = await relay.probe("lever/postings?region=api.lever.co", keys.lever.key);
  assert.deepEqual(body, { status: 200, body: "ok" });
  for (const region of ["evil.example", "api.lever.co.evil.example", "API.LEVER.CO", "127.0.0.1"]) {
    assert.equal((await relay.probe(`lever/postings?region=${region}`, keys.lever.key)).response.status, 400);
  }
});

test("a missing or malformed credential is 400 bad_request", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const key = keys.allScopes.key;
  const credentials = [
    "",
    key,
    `bearer ${key}`,
    `Basic ${key}`,
    `Bearer`,
    `Bearer  ${key}`,
    "Bearer short",
    `Bearer ${key} x`,
  ];
  credentials.push(`Bearer ${"a".repeat(513)}`, `Bearer ${key}"`, `Bearer ${key.slice(0, 30)}\u00e9`);
  for (const authorization of credentials) {
    const headers = { "Sec-Fetch-Site": "same-origin", Authorization: authorization };
    const response = await fetch(relay.url + good, { headers });
    assert.deepEqual([authorization, response.status], [authorization, 400]);
  }
  const without = await fetch(relay.url + good, { headers: { "Sec-Fetch-Site": "same-origin" } });
  assert.deepEqual(await without.json(), { relay: "bad_request" });
  assert.equal(relay.sandbox.log.all().length, 0);
});

test("several secrets travel as base64url JSON with exactly the secret fields", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const pair = { api_key: keys.jobvite.key, secret_key: keys.jobvite.secret };
  const good = await relay.probe("jobvite/jobs", encode(pair));
  assert.deepEqual(good.body, { status: 200, body: "ok" });
  const bad = [
    keys.jobvite.key,
    encode({ api_key: keys.jobvite.key }),
    encode({ ...pair, more: "x" }),
    encode({ ...pair, secret_key: 1 }),
    encode({ ...pair, secret_key: "a\r\nX-Evil: 1 aaaaaaaaaaaaaaaa" }),
    encode([pair]),
    encode(null),
    `${encode(pair)}=`,
    encode(pair).slice(0, -3),
    Buffer.from(JSON.stringify(pair) + " ".repeat(6200)).toString("base64url"),
  ];
  for (const credential of bad) assert.equal((await relay.probe("jobvite/jobs", credential)).response.status, 400);
});

test("methods other than GET and OPTIONS are 405 with Allow", async (t) => {
  const relay = await startRelayAndSandbox(t);
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "HEAD", "PROPFIND"]) {
    const response = await fetch(relay.url + good, { method, headers: sameOrigin });
    assert.deepEqual([method, response.status, response.headers.get("allow")], [method, 405, "GET, OPTIONS"]);
  }
  assert.equal(relay.sandbox.log.all().length, 0);
});

test("only a same-origin page or an exactly configured origin is served", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const authorization = { Authorization: `Bearer ${keys.allScopes.key}` };
  const refused: Record<string, string>[] = [
    {},
    { Origin: "null" },
    { Origin: "https://evil.example" },
    { Origin: `${linkOrigin}.evil.example` },
    { Origin: linkOrigin.replace("https", "http") },
    { Origin: `${linkOrigin}:444` },
    { Origin: `${linkOrigin}/` },
    { Origin: linkOrigin.toUpperCase() },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "none" },
  ];
  for (const headers of refused) {
    for (const method of ["GET", "OPTIONS", "POST"]) {
      const response = await fetch(relay.url + good, { method, headers: { ...authorization, ...headers } });
      assert.deepEqual([headers, method, response.status], [headers, method, 403]);
      assert.equal(response.headers.get("access-control-allow-origin"), null);
      assert.deepEqual(await response.json(), { relay: "origin" });
    }
  }
  assert.equal(relay.sandbox.log.all().length, 0);
});

test("a configured origin gets CORS headers on every answer, errors included", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const headers = { Origin: linkOrigin, "Sec-Fetch-Site": "cross-site", Authorization: `Bearer ${keys.allScopes.key}` };
  const preflight = await fetch(relay.url + good, { method: "OPTIONS", headers });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get("access-control-allow-methods"), "GET");
  assert.equal(preflight.headers.get("access-control-allow-headers"), "authorization");
  const cases = [good, "/relay/v1/workable/none?subdomain=acme", "/relay/v1/workable/jobs"];
  const answers = [preflight, await fetch(relay.url + good, { method: "POST", headers })];
  for (const path of cases) answers.push(await fetch(relay.url + path, { headers }));
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [204, 405, 200, 404, 400],
  );
  for (const answer of answers) {
    assert.equal(answer.headers.get("access-control-allow-origin"), linkOrigin);
    assert.equal(answer.headers.get("access-control-allow-credentials"), null);
    assert.equal(answer.headers.get("vary"), "Origin");
    assert.equal(answer.headers.get("cache-control"), "no-store");
  }
});
