import assert from "node:assert/strict";
import { test } from "node:test";
import { keys } from "../../web/sandbox/keys.ts";
import { handle, type RelayContext } from "../../web/relay/handle.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import type { Provider } from "../../web/relay/provider.ts";
import type { RateLimiter } from "../../web/relay/rate_limiter.ts";

const key = keys.allScopes.key;
const open: RateLimiter = { take: () => ({ allowed: true }) };

const ask = (over: Partial<RelayContext>, providers: readonly Provider[] = loadProviders()): Promise<Response> =>
  handle(
    new Request("https://link.example.com/relay/v1/workable/jobs?subdomain=acme", {
      headers: { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${key}` },
    }),
    {
      config: { providers, origins: [], version: "1" },
      clientIp: "192.0.2.7",
      limiter: open,
      fetch: () => Promise.resolve(Response.json({ jobs: [] })),
      ...over,
    },
  );

for (const [how, take] of [
  [
    "throws",
    () => {
      throw new Error("redis://user:password@store");
    },
  ],
  ["rejects", () => Promise.reject(new Error("redis://user:password@store"))],
] as const)
  test(`a limiter that ${how} is an answer of its own, is told to whoever runs the relay, and nothing is asked`, async () => {
    const told: unknown[] = [];
    let asked = 0;
    const response = await ask({
      limiter: { take },
      onError: (error) => told.push(error),
      fetch: () => Promise.reject(new Error(String(++asked))),
    });
    const body = await response.text();
    assert.deepEqual([response.status, body], [500, '{"relay":"internal"}']);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.deepEqual([(told[0] as Error).message, told.length, asked], ["redis://user:password@store", 1, 0]);
  });

test("without onError the console gets the error's name and nothing of what it says", async (t) => {
  const written: unknown[][] = [];
  t.mock.method(console, "error", (...values: unknown[]) => written.push(values));
  const limiter = { take: () => Promise.reject(new RangeError("redis://user:password@store")) };
  assert.equal((await ask({ limiter })).status, 500);
  assert.equal(written.length, 1);
  assert.match(String(written[0]), /RangeError/);
  assert.doesNotMatch(String(written[0]), /password|192\.0\.2\.7/);
});

test("a provider file that cannot be worked with is told by the error's name, which holds no key", async () => {
  const [workable] = loadProviders().filter(({ id }) => id === "workable") as [Provider];
  const probes = workable.probes.map(({ host: _, ...probe }) => probe) as unknown as Provider["probes"];
  const told: unknown[] = [];
  const response = await ask({ onError: (error) => told.push(error) }, [{ ...workable, probes }]);
  assert.deepEqual([response.status, await response.json()], [500, { relay: "internal" }]);
  assert.match(String(told[0]), /^Error: a probe could not be made \(\w+\)$/);
  assert.ok(!String(told[0]).includes(key));
});

test("a limiter that fails to count a refused key, and an onError that fails, cost no answer", async () => {
  const refused = (() => Promise.reject(new Error("down"))) as unknown as () => void;
  const told: unknown[] = [];
  const response = await ask({
    limiter: { ...open, refused },
    onError(error) {
      told.push(error);
      throw new Error("nobody listens");
    },
    fetch: () => Promise.resolve(Response.json({}, { status: 401 })),
  });
  assert.equal(response.status, 200);
  assert.equal(((await response.json()) as { status: number }).status, 401);
  await Promise.resolve();
  assert.equal(told.length, 1);
});
