import assert from "node:assert/strict";
import { test } from "node:test";
import { readFromPage, readToPage } from "../../../web/types/port_check.ts";
import { fromPage, toPage } from "./port_messages.ts";

/** xorshift32: the same envelopes at every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const junk: unknown[] = [null, undefined, 0, -1, 1e308, "", "x", true, [], {}, ["x"], { a: {} }, "__proto__"];

/** A copy with one member, at any depth, replaced by junk or removed. */
function mutate(value: unknown, pick: (below: number) => number): unknown {
  if (typeof value !== "object" || value === null || pick(4) === 0) return junk[pick(junk.length)];
  const copy = structuredClone(value) as Record<string, unknown>;
  const names = Object.keys(copy);
  const name = names[pick(names.length)];
  if (name === undefined) return junk[pick(junk.length)];
  if (pick(5) === 0) Reflect.deleteProperty(copy, name);
  else copy[name] = mutate(copy[name], pick);
  return copy;
}

test("100,000 mutated envelopes are either refused or read as an equal message of a known type", () => {
  const pick = random(20260102);
  const known = { from: new Set<string>(fromPage.map((m) => m.type)), to: new Set<string>(toPage.map((m) => m.type)) };
  const messages = [...fromPage, ...toPage];
  let read = 0;
  for (let i = 0; i < 100_000; i++) {
    const envelope = mutate(messages[pick(messages.length)], pick);
    const plain: unknown = envelope === undefined ? null : JSON.parse(JSON.stringify(envelope));
    for (const [result, types] of [
      [readFromPage(envelope), known.from],
      [readToPage(envelope), known.to],
    ] as const) {
      if (result === null) continue;
      read++;
      assert.ok(types.has(result.type));
      assert.deepEqual(result, plain);
    }
  }
  assert.ok(read > 1000 && read < 100_000, `${read} were read`);
});
