import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldAccepts, inRanges } from "../../web/relay/field_check.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { buildUpstreamRequest } from "../../web/relay/upstream_request.ts";
import { hostileLabels as hostile } from "./hostile_labels.ts";
import { startRelayAndSandbox } from "./support.ts";

const workable = loadProviders().find(({ id }) => id === "workable");
const subdomain = workable?.fields.find(({ id }) => id === "subdomain");
const jobs = workable?.probes.find(({ id }) => id === "jobs");
assert(workable && subdomain && jobs);

test("no hostile subdomain gets past the relay, whatever it is meant to do", async (t) => {
  assert(hostile.length >= 80);
  const relay = await startRelayAndSandbox(t);
  for (const { value, why } of hostile) {
    const { response, body } = await relay.probe(`workable/jobs?subdomain=${encodeURIComponent(value)}`);
    assert.deepEqual([why, response.status, body], [why, 400, { relay: "bad_request" }]);
  }
  assert.equal(relay.sandbox.log.all().length, 0);
});

test("a hostile subdomain sent unencoded is refused too", async (t) => {
  const relay = await startRelayAndSandbox(t);
  for (const { value, why } of hostile.filter(({ value }) => /^[!-~]+$/.test(value))) {
    const { response } = await relay.probe(`workable/jobs?subdomain=${value}`);
    // An unencoded `#` cuts the rest off before it is sent.
    const isGood: boolean = fieldAccepts(subdomain, value.split("#")[0] ?? "");
    assert.equal(response.status, isGood ? 200 : 400, why);
  }
  const hosts = relay.sandbox.log.all().map(({ host }) => host);
  assert.deepEqual([...new Set(hosts)], ["acme.workable.com"]);
});

test("even unchecked, a hostile subdomain never makes a URL of another host", () => {
  for (const { value, why } of hostile) {
    const request = buildUpstreamRequest(workable, jobs, { subdomain: value }, { api_key: "k".repeat(40) }, "0");
    if (request === null) continue;
    const url = new URL(request.url);
    assert(url.hostname.endsWith(".workable.com"), why);
    assert.equal(url.hostname, `${value}.workable.com`, why);
  }
});

test("whatever the field check accepts is the host's first label and nothing else", () => {
  const alphabet = "aZ09_-.:/@#?%\\ \u00e4\u0430\uff0e";
  let accepted = 0;
  // A fixed sequence, so that a failure can be repeated.
  let seed = 1;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let i = 0; i < 20_000; i++) {
    const value = Array.from({ length: 1 + next(4) }, () => alphabet[next(alphabet.length)]).join("");
    if (!fieldAccepts(subdomain, value)) continue;
    accepted++;
    assert.equal(new URL(`https://${value}.workable.com/spi`).hostname, `${value}.workable.com`);
  }
  assert(accepted > 100);
});

test("good subdomains pass: hyphens and underscores inside, digits, 63 characters", () => {
  for (const value of ["acme", "a", "9", "groove-tech", "a_b", "1-2", "a--b", "a".repeat(63)]) {
    assert.equal(fieldAccepts(subdomain, value), true, value);
  }
});

test("character ranges take a hyphen at the end for itself", () => {
  assert.equal(inRanges("a-z0-9_-", "-"), true);
  assert.equal(inRanges("a-z0-9_-", "m"), true);
  assert.equal(inRanges("a-z0-9_-", "M"), false);
  assert.equal(inRanges("a-z", "-"), false);
  assert.equal(inRanges("!-9;-~", ":"), false);
  assert.equal(inRanges("!-9;-~", "~"), true);
});
