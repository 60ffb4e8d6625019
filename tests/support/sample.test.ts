import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

/** What a fresh process with this environment makes of an expression over sample.ts. */
function evaluate(environment: Record<string, string>, expression: string): unknown {
  const module = JSON.stringify(join(import.meta.dirname, "sample.ts"));
  const script = `const { sample, randomNumbers } = await import(${module}); console.log(JSON.stringify(${expression}))`;
  const env = { ...process.env, ATS_SEED: "1", ATS_DEEP: "", ...environment };
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { env, encoding: "utf8" }));
}
const twenty = (salt: string): string => `sample(Array.from({ length: 1000 }, (_, i) => i), 20, "${salt}")`;

test("a seed and a salt give the numbers that C++ has for them (tests/base/sample_test.cpp)", () => {
  const numbers = `(() => { const next = randomNumbers("salt"); return Array.from({ length: 6 }, () => Math.floor(next() * 1e6)); })()`;
  assert.deepEqual(evaluate({}, numbers), [228435, 604619, 880622, 77134, 932821, 783740]);
});

test("a seed chooses the same part again, another seed or salt another one, and --deep everything", () => {
  const chosen = evaluate({}, twenty("one")) as number[];
  assert.equal(new Set(chosen).size, 20);
  assert.deepEqual(evaluate({}, twenty("one")), chosen);
  assert.notDeepEqual(evaluate({}, twenty("two")), chosen);
  assert.notDeepEqual(evaluate({ ATS_SEED: "4294967295" }, twenty("one")), chosen);
  assert.equal((evaluate({ ATS_DEEP: "1" }, twenty("one")) as number[]).length, 1000);
});
