import assert from "node:assert/strict";
import { test } from "node:test";
import { createGate } from "../../../web/link/module/gate.ts";

test("what is told during a call is passed on when the call has returned, the newest of each kind", () => {
  const gate = createGate();
  const seen: string[] = [];
  gate.enter(() => {
    gate.later("show", () => seen.push("old"));
    gate.later("show", () => seen.push("new"));
    seen.push("inside");
  });
  assert.deepEqual(seen, ["inside", "new"]);
});

test("a nested call does not let anything through before the outermost one returned", () => {
  const gate = createGate();
  const seen: string[] = [];
  gate.enter(() => {
    gate.later("show", () => seen.push("shown"));
    gate.enter(() => {});
    seen.push("inside");
  });
  assert.deepEqual(seen, ["inside", "shown"]);
});

test("what is told outside of a call is passed on in a microtask, once", async () => {
  const gate = createGate();
  const seen: string[] = [];
  gate.later("show", () => seen.push("first"));
  gate.later("show", () => seen.push("second"));
  assert.deepEqual(seen, []);
  await Promise.resolve();
  assert.deepEqual(seen, ["second"]);
});

test("a call that throws still lets the rest through", () => {
  const gate = createGate();
  const seen: string[] = [];
  const failing = (): void =>
    gate.enter(() => {
      gate.later("show", () => seen.push("shown"));
      throw new Error("no");
    });
  assert.throws(failing);
  assert.deepEqual(seen, ["shown"]);
});
