import assert from "node:assert/strict";
import { test } from "node:test";
import { keys } from "../../web/sandbox/keys.ts";
import { faults } from "../../web/sandbox/switches.ts";
import { startRelayAndSandbox } from "./support.ts";

test("the relay writes nothing to the console and answers no copy of the key, whatever upstream does", async (t) => {
  const written: unknown[][] = [];
  for (const name of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    t.mock.method(console, name, (...values: unknown[]) => written.push(values));
  }
  const relay = await startRelayAndSandbox(t, {}, { deadlineMs: 200 });
  for (const fault of faults) {
    relay.sandbox.state.switches = { ...relay.sandbox.state.switches, fault };
    const { response, body } = await relay.probe("workable/jobs?subdomain=acme");
    const all = JSON.stringify([body, Object.fromEntries(response.headers)]);
    assert(!all.includes(keys.allScopes.key.slice(0, 40)), fault);
    assert(!all.includes(Buffer.from(keys.allScopes.key).toString("base64").slice(0, 50)), fault);
  }
  assert.deepEqual(written, []);
});
