import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { keys } from "../../web/sandbox/keys.ts";
import { handle } from "../../web/relay/handle.ts";
import { MemoryRateLimiter } from "../../web/relay/rate_limiter.ts";
import type { Fetch } from "../../web/relay/upstream_answer.ts";
import { type Fault, faults } from "../../web/sandbox/switches.ts";
import { holdDeadline } from "./held_deadline.ts";
import { secrets, token, ways } from "./sign_in_ways.ts";
import { startRelayAndSandbox, version, whileAsked } from "./support.ts";

/** Only the relay's deadline ends these. */
const endless: readonly Fault[] = ["slow", "drip", "hang"];

/** All that the console is given until the test ends. */
function listenTo(t: TestContext): unknown[][] {
  const written: unknown[][] = [];
  for (const name of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    t.mock.method(console, name, (...values: unknown[]) => written.push(values));
  }
  return written;
}

test("the relay writes nothing to the console and answers no copy of the key, whatever upstream does", async (t) => {
  const written = listenTo(t);
  const deadline = holdDeadline(t);
  const relay = await startRelayAndSandbox(t, {}, { deadlineMs: deadline.ms });
  for (const [index, fault] of faults.entries()) {
    relay.sandbox.state.switches = { ...relay.sandbox.state.switches, fault };
    const asked = relay.probe("workable/jobs?subdomain=acme");
    await whileAsked(asked, () => relay.sandbox.log.all().length > index);
    if (endless.includes(fault)) deadline.come();
    const { response, body } = await asked;
    assert.equal(relay.sandbox.log.all().length, index + 1, `${fault}: the ATS was asked`);
    const all = JSON.stringify([body, Object.fromEntries(response.headers)]);
    assert(!all.includes(keys.allScopes.key.slice(0, 40)), fault);
    assert(!all.includes(Buffer.from(keys.allScopes.key).toString("base64").slice(0, 50)), fault);
  }
  assert.deepEqual(written, []);
});

const stopped = "throws when it is stopped";

/** How clients underneath fail: with the address, the headers and the body in their message. */
const failing: [what: string, fetch: Fetch][] = [
  ["throws", (url, init) => Promise.reject(new Error(tellAll(url, init)))],
  [
    "breaks off in the body",
    (url, init) => {
      const pull = (stream: ReadableStreamDefaultController) => stream.error(new Error(tellAll(url, init)));
      return Promise.resolve(new Response(new ReadableStream({ pull })));
    },
  ],
  [
    stopped,
    (url, init) =>
      new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(new Error(tellAll(url, init))))),
  ],
];
const tellAll = (url: string, { headers, body }: RequestInit) => JSON.stringify([url, headers, body]);

test("a key in the query, in a form or in HTTP Basic, and a token, are in nothing that is written or told", async (t) => {
  const written = listenTo(t);
  const deadline = holdDeadline(t);
  const goodToken: Fetch = () => Promise.resolve(Response.json({ access_token: token }));
  let sent = 0;
  for (const { name, provider, query, credential, sent: requests } of ways) {
    for (const [what, fails] of failing) {
      for (let failsAt = 0; failsAt < requests.length; failsAt++) {
        let count = 0;
        const fetch: Fetch = (url, init) => {
          sent++;
          if (count++ !== failsAt) return goodToken(url, init);
          const answer = fails(url, init);
          if (what === stopped) deadline.come();
          return answer;
        };
        const headers = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${credential}` };
        const request = new Request(`https://link.example.com/relay/v1/made-up/jobs${query}`, { headers });
        const config = { providers: [provider], origins: [], version, deadlineMs: deadline.ms };
        const limiter = new MemoryRateLimiter();
        const response = await handle(request, { config, clientIp: "192.0.2.7", limiter, fetch });
        const told = JSON.stringify([await response.text(), Object.fromEntries(response.headers)]);
        assert(response.status >= 502, `${name} ${what}: ${told}`);
        for (const secret of secrets) assert(!told.includes(secret), `${name} ${what}`);
      }
    }
  }
  assert.equal(sent, failing.length * (ways.length + 2 * 2), "every request was made");
  assert.deepEqual(written, []);
});
