import assert from "node:assert/strict";
import { test } from "node:test";
import { clientKey, MemoryRateLimiter } from "../../web/relay/rate_limiter.ts";
import { linkOrigin, startRelayAndSandbox } from "./support.ts";

const limits = { perMinute: 30, burst: 10, globalPerMinute: 600 };

const tight = () =>
  new MemoryRateLimiter({ perMinute: 1e9, burst: 1e9, globalPerMinute: 1e9, refusedPerQuarter: 15 }, () => 0);

test("a client has a burst of 10, then one request every 2 seconds", () => {
  let now = 1_000_000;
  const limiter = new MemoryRateLimiter(limits, () => now);
  for (let i = 0; i < 10; i++) assert.deepEqual(limiter.take("a"), { allowed: true });
  assert.deepEqual(limiter.take("a"), { allowed: false, retryAfterMs: 2000 });
  assert.deepEqual(limiter.take("b"), { allowed: true }, "another client has its own burst");
  now += 1999;
  assert.deepEqual(limiter.take("a"), { allowed: false, retryAfterMs: 1 });
  now += 1;
  assert.deepEqual(limiter.take("a"), { allowed: true });
  assert.equal(limiter.take("a").allowed, false);
});

test("all clients together have a limit of their own", () => {
  const limiter = new MemoryRateLimiter({ ...limits, globalPerMinute: 3 }, () => 0);
  for (const client of ["a", "b", "c"]) assert.equal(limiter.take(client).allowed, true);
  assert.deepEqual(limiter.take("d"), { allowed: false, retryAfterMs: 20_000 });
});

test("a clock that goes back takes nothing away", () => {
  let now = 1_000_000;
  const limiter = new MemoryRateLimiter(limits, () => now);
  limiter.take("a");
  now = 0;
  for (let i = 0; i < 9; i++) assert.equal(limiter.take("a").allowed, true);
  assert.equal(limiter.take("a").allowed, false);
});

test("a flood of clients does not grow the memory without bound, nor free one that is limited", () => {
  const limiter = new MemoryRateLimiter({ ...limits, globalPerMinute: 1e9 }, () => 0);
  for (let i = 0; i < 11; i++) limiter.take("busy");
  for (let i = 0; i < 9000; i++) limiter.take(`client ${i}`);
  assert.equal(limiter.take("busy").allowed, false);
});

test("a client whose keys are refused runs out of tries, and has one again after a minute", () => {
  let now = 1_000_000;
  const limiter = new MemoryRateLimiter({ ...limits, burst: 1e9, refusedPerQuarter: 15 }, () => now);
  for (let i = 0; i < 15; i++) {
    assert.equal(limiter.take("a").allowed, true);
    limiter.refused("a");
  }
  assert.deepEqual(limiter.take("a"), { allowed: false, retryAfterMs: 60_000 });
  assert.equal(limiter.take("b").allowed, true, "another client's tries are its own");
  now += 60_000;
  assert.equal(limiter.take("a").allowed, true);
  limiter.refused("a");
  assert.equal(limiter.take("a").allowed, false);
});

test("one customer's IPv6 network and a mapped IPv4 address are one client each", () => {
  const same = (a: string, b: string) => assert.equal(clientKey(a), clientKey(b));
  same("2001:db8:1:2::1", "2001:0DB8:1:2:ffff::9");
  same("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::");
  same("2001:db8::1", "2001:db8:0:0:7:8:9:a");
  same("::1", "::2");
  same("::ffff:192.0.2.7", "192.0.2.7");
  assert.notEqual(clientKey("2001:db8:1:2::1"), clientKey("2001:db8:1:3::1"));
  assert.notEqual(clientKey("192.0.2.7"), clientKey("192.0.2.8"));
});

test("after 15 refused keys the relay asks the ATS no more, though answers that accept the key cost nothing", async (t) => {
  const relay = await startRelayAndSandbox(t, {}, { limiter: tight() });
  for (let i = 0; i < 20; i++) assert.equal((await relay.probe("workable/jobs?subdomain=acme")).response.status, 200);
  for (let i = 0; i < 15; i++) {
    const { body } = await relay.probe("workable/jobs?subdomain=acme", "x".repeat(40));
    assert.equal((body as { status: number }).status, 401);
  }
  const { response, body } = await relay.probe("workable/jobs?subdomain=acme");
  assert.deepEqual([response.status, body], [429, { relay: "rate_limited" }]);
  assert.equal(relay.sandbox.log.all().length, 35);
});

test("over the limit the relay says 429 rate_limited with Retry-After, readable across origins", async (t) => {
  const limiter = new MemoryRateLimiter({ perMinute: 30, burst: 1, globalPerMinute: 600 }, () => 0);
  const relay = await startRelayAndSandbox(t, {}, { limiter });
  const headers = { Origin: linkOrigin };
  assert.equal((await relay.probe("workable/jobs?subdomain=acme", undefined, headers)).response.status, 200);
  const { response, body } = await relay.probe("workable/jobs?subdomain=acme", undefined, headers);
  assert.equal(response.status, 429);
  assert.deepEqual(body, { relay: "rate_limited" });
  assert.equal(response.headers.get("retry-after"), "2");
  assert.equal(response.headers.get("access-control-expose-headers"), "Retry-After");
  assert.equal(response.headers.get("access-control-allow-origin"), linkOrigin);
  assert.equal(relay.sandbox.log.all().length, 1, "the ATS was asked once");
});

test("a refused request costs nothing of the budget", async (t) => {
  const limiter = new MemoryRateLimiter({ perMinute: 30, burst: 1, globalPerMinute: 600 }, () => 0);
  const relay = await startRelayAndSandbox(t, {}, { limiter });
  for (let i = 0; i < 5; i++) assert.equal((await relay.probe("workable/jobs?subdomain=")).response.status, 400);
  assert.equal((await relay.probe("workable/jobs?subdomain=acme")).response.status, 200);
});
