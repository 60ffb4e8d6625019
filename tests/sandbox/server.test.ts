import assert from "node:assert/strict";
import { request } from "node:http";
import { setImmediate } from "node:timers/promises";
import { test } from "node:test";
import { keys } from "../../web/sandbox/keys.ts";
import { defaultSwitches } from "../../web/sandbox/switches.ts";
import type { LoggedRequest } from "../../web/sandbox/request_log.ts";
import { candidatesOf, jobsOf, lookup, startForTest } from "./support.ts";

const { key } = keys.allScopes;

test("the host can be named by the Host header instead of the path", async (t) => {
  const sandbox = await startForTest(t);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { Host: "acme.workable.com:443", Authorization: `Bearer ${key}` };
    request(`${sandbox.url}/spi/v3/jobs`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  assert.equal(status, 200);
  assert.deepEqual(
    sandbox.log.all().map(({ host, path }) => [host, path]),
    [["acme.workable.com", "/spi/v3/jobs"]],
  );
});

test("answers have the real field names and the headers of the real edge", async (t) => {
  const sandbox = await startForTest(t);
  const jobs = await sandbox.ask(jobsOf("acme"), key);
  const { jobs: rows, paging } = jobs.body as { jobs: Record<string, unknown>[]; paging: { next: string } };
  assert.equal(rows.length, 1);
  for (const name of ["id", "title", "shortcode", "state", "department_hierarchy", "location", "locations", "salary"]) {
    assert(name in rows[0]!, name);
  }
  assert.equal(paging.next, "https://acme.workable.com/spi/v3/jobs?limit=1&since_id=5b5ce1");
  assert.match(jobs.headers.get("etag") ?? "", /^W\/"[0-9a-f]{32}"$/);
  assert.equal(jobs.headers.get("content-type"), "application/json; charset=utf-8");
  assert.equal(jobs.headers.get("cache-control"), "max-age=0, private, must-revalidate");
  assert.match(jobs.headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/);
  assert.equal(jobs.headers.get("server"), "cloudflare");
  const candidates = (await sandbox.ask(candidatesOf("acme"), key)).body as { candidates: Record<string, unknown>[] };
  assert.deepEqual(candidates.candidates[0]?.["account"], { subdomain: "acme", name: "Acme" });
});

test("pages follow one another until paging is absent", async (t) => {
  const sandbox = await startForTest(t);
  let path = "acme.workable.com/spi/v3/jobs?limit=2";
  const seen: unknown[] = [];
  for (let page = 0; page < 2; page++) {
    const body = (await sandbox.ask(path, key)).body as { jobs: { id: string }[]; paging?: { next: string } };
    seen.push(...body.jobs.map(({ id }) => id));
    path = body.paging?.next.slice("https://".length) ?? "";
  }
  assert.deepEqual(seen, ["5b5ce0", "5b5ce1", "5b5ce2"]);
  assert.equal(path, "");
});

test("the account lookup answers with and without a slash, on both hosts, wrapped and single", async (t) => {
  const sandbox = await startForTest(t);
  const account = { id: "c51f0", name: "Globex", subdomain: "globex", description: null, summary: null };
  const expected = { ...account, website_url: "https://globex.example" };
  for (const path of [lookup, `${lookup}/`, "globex.workable.com/spi/v3/accounts"]) {
    assert.deepEqual((await sandbox.ask(path, keys.ofGlobex.key)).body, { accounts: [expected] });
  }
  assert.deepEqual((await sandbox.ask(`${lookup}/globex`, keys.ofGlobex.key)).body, expected);
  assert.equal((await sandbox.ask(`${lookup}/acme`, keys.ofGlobex.key)).status, 404);
  const bare = await sandbox.ask("workable.com/spi/v3/accounts", key);
  assert.deepEqual([bare.status, bare.headers.get("location")], [301, "https://www.workable.com/spi/v3/accounts"]);
});

test("a browser on another origin gets no CORS headers and a 404 for its preflight", async (t) => {
  const sandbox = await startForTest(t);
  const headers = { Origin: "https://app.example" };
  const preflight = await sandbox.ask(jobsOf("acme"), key, { method: "OPTIONS", headers });
  assert.equal(preflight.status, 404);
  const plain = await sandbox.ask(jobsOf("acme"), key, { headers });
  const hr = await sandbox.ask("acme.workable.com/spi/v3/employees", key, { headers });
  for (const { headers: got } of [preflight, plain]) assert.equal(got.get("access-control-allow-origin"), null);
  assert.equal(hr.headers.get("access-control-allow-origin"), "http://acme.workable.com");
});

test("other paths and methods of the API are a JSON 404, other hosts an HTML one", async (t) => {
  const sandbox = await startForTest(t);
  const other = await sandbox.ask("acme.workable.com/spi/v3/unknown", key);
  assert.deepEqual([other.status, other.body], [404, { error: "Not found" }]);
  assert.equal((await sandbox.ask(jobsOf("acme"), key, { method: "POST" })).status, 404);
  assert.equal((await sandbox.ask("evil.example/spi/v3/jobs", key)).status, 404);
  assert.equal((await sandbox.ask("spi/v3/jobs", key)).status, 404);
});

test("switches are read and changed over HTTP, and a wrong one is refused by name", async (t) => {
  const sandbox = await startForTest(t);
  const post = (body: unknown) =>
    sandbox.ask("__sandbox/switches", undefined, { method: "POST", body: JSON.stringify(body) });
  assert.deepEqual((await sandbox.ask("__sandbox/switches")).body, defaultSwitches);
  assert.equal((await post({ mismatchStatus: 404 })).status, 200);
  assert.equal((await sandbox.ask(jobsOf("acme"), keys.ofGlobex.key)).status, 404);
  for (const wrong of [{ typo: 1 }, { mismatchStatus: 500 }, { fault: "boom" }, { slowMs: -1 }, { rateLimit: "no" }]) {
    const { status, body } = await post(wrong);
    const [name] = Object.keys(wrong);
    assert.deepEqual([status, body], [400, { error: `There is no switch “${name}” with this value.` }]);
  }
  assert.equal((await post([])).status, 400);
  await sandbox.ask("__sandbox/reset", undefined, { method: "POST" });
  assert.equal((await sandbox.ask(jobsOf("acme"), keys.ofGlobex.key)).status, 401);
});

test("the keys are listed as JSON, and as a page for a browser", async (t) => {
  const sandbox = await startForTest(t);
  const list = (await sandbox.ask("__sandbox/keys")).body as { name: string; key: string; meaning: string }[];
  assert(list.some((entry) => entry.name === "allScopes" && entry.key === key));
  const page = await sandbox.ask("/__sandbox/keys", undefined, { headers: { Accept: "text/html" } });
  assert(page.text.includes(key));
});

test("the request log tells what came, with only the last 4 characters of a key", async (t) => {
  const sandbox = await startForTest(t);
  await sandbox.ask(jobsOf("acme"), key);
  const basic = { Authorization: `Basic ${btoa(`${keys.lever.key}:`)}` };
  await sandbox.ask("api.lever.co/v1/postings", undefined, { headers: basic });
  const { text, body } = await sandbox.ask("__sandbox/requests");
  const [first, second] = body as LoggedRequest[];
  assert.deepEqual(
    [first?.host, first?.path, first?.query, first?.status],
    ["acme.workable.com", "/spi/v3/jobs", "?limit=1", 200],
  );
  const authorization = (entry?: LoggedRequest) =>
    entry?.headers.find(([name]) => name.toLowerCase() === "authorization");
  assert.equal(authorization(first)?.[1], `Bearer ••••${key.slice(-4)}`);
  assert.equal(authorization(second)?.[1], `Basic ••••${keys.lever.key.slice(-4)}`);
  assert(!text.includes(key) && !text.includes(btoa(`${keys.lever.key}:`)));
});

test("the request log tells when a client went away", async (t) => {
  const sandbox = await startForTest(t, { fault: "hang" });
  const abort = new AbortController();
  const pending = sandbox.ask(jobsOf("acme"), key, { signal: abort.signal });
  while (sandbox.log.all().length === 0) await setImmediate();
  assert.equal(sandbox.log.all()[0]?.aborted, false);
  abort.abort();
  await assert.rejects(pending);
  while (sandbox.log.all()[0]?.aborted === false) await setImmediate();
  assert.equal(sandbox.log.all()[0]?.aborted, true);
});
