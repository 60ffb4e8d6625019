import assert from "node:assert/strict";
import { test } from "node:test";
import { MemoryRateLimiter } from "../../web/relay/rate_limiter.ts";
import { linkOrigin, startRelayAndSandbox } from "./support.ts";

const limits = { perMinute: 30, burst: 10, globalPerMinute: 600 };

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
