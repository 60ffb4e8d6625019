import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { checkList, type Fault } from "../../tools/mutation/fault.ts";
import { allFaults } from "../../tools/mutation/faults/all.ts";
import { tableOf } from "../../tools/mutation/results.ts";
import { failedCase, failedTest } from "../../tools/mutation/run_catcher.ts";

const root = join(import.meta.dirname, "../..");
const sum = "export const sum = (a: number, b: number): number => a + b;\n";
const sumTest = `import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sum } from "../web/sum.ts";
describe("sums", () => {
  it("two and three are five", () => assert.equal(sum(2, 3), 5));
  it("nothing is nothing", () => assert.equal(sum(0, 0), 0));
});
`;
const fault: Fault = {
  ...{ id: "minus", layer: "web", what: "a sum is a difference", file: "web/sum.ts", find: "a + b", put: "a - b" },
  catches: [{ file: "tests/sum.test.ts" }],
};

/** Runs the tool on a tree of two files, with a list of its own. */
function mutate(list: object[], ...args: string[]) {
  const tree = mkdtempSync(join(tmpdir(), "mutate-"));
  const path = (name: string) => join(tree, name);
  try {
    for (const [name, content] of [
      ["web/sum.ts", sum],
      ["tests/sum.test.ts", sumTest],
      ["package.json", '{ "type": "module" }\n'],
      ["faults.json", JSON.stringify(list)],
      // A part that nothing troubles, in the place of the whole ./test.
      ["test", '#!/bin/sh\necho "$1" >>parts\n'],
    ] as const) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content, { mode: 0o755 });
    }
    const options = ["--tree", tree, "--faults", path("faults.json"), "--results", path("results.json")];
    const { status, stdout, stderr } = spawnSync(join(root, "tools/mutate"), [...options, ...args], {
      encoding: "utf8",
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    const left = (name: string): string => {
      try {
        return readFileSync(path(name), "utf8");
      } catch {
        return "";
      }
    };
    return {
      status,
      output: stdout + stderr,
      source: left("web/sum.ts"),
      results: left("results.json"),
      left: left("parts"),
    };
  } finally {
    rmSync(tree, { recursive: true });
  }
}

test("a fault that a test notices is caught, told by the test's name, and mended", () => {
  const { status, output, source, results } = mutate([fault]);
  assert.equal(status, 0, output);
  assert.match(output, /^caught {2}minus .*tests\/sum\.test\.ts: two and three are five$/m);
  assert.match(output, /^1 faults: 1 caught, 0 not caught, 0 errors$/m);
  assert.equal(source, sum);
  assert.match(results, /"verdict": "caught"/);
});

test("a fault that nothing notices is looked for in the whole parts, and makes it exit 1", () => {
  const quiet = { ...fault, id: "turned", find: "a + b", put: "b + a" };
  const { status, output, source, left } = mutate([fault, quiet]);
  assert.equal(status, 1, output);
  assert.match(output, /^not caught {2}turned /m);
  assert.match(output, /^2 faults: 1 caught, 1 not caught, 0 errors$/m);
  assert.equal(left, "unit\nbrowser\n");
  assert.equal(source, sum);
  assert.equal(mutate([quiet], "--narrow").left, "");
});

test("a text that stands nowhere or twice is refused, and nothing is changed", () => {
  for (const [find, says] of [
    ["a * b", "holds this nowhere"],
    ["number", "holds this 3 times"],
  ] as const) {
    const { status, output, source } = mutate([{ ...fault, find }]);
    assert.equal(status, 1, output);
    assert.match(output, new RegExp(`^error {2}minus .*web/sum\\.ts ${says}`, "m"));
    assert.equal(source, sum);
  }
});

test("a check that there is not, or that fails without a fault, is an error of the list", () => {
  const nobody = { ...fault, catches: [{ file: "tests/sum.test.ts", name: "no such test" }] };
  const none = mutate([{ ...nobody, put: "b + a" }]);
  assert.equal(none.status, 1);
  assert.match(none.output, /^error {2}minus .*no test of tests\/sum\.test\.ts is called no such test$/m);
  assert.equal(mutate([fault], "--unbroken").status, 0);
  const always = { ...fault, catches: [{ file: "tests/none.test.ts" }] };
  assert.equal(mutate([always], "--unbroken").status, 1);
});

test("a list with an id twice, without a change or without a check is refused", () => {
  assert.throws(() => checkList([fault, fault]), /two faults are called minus/);
  assert.throws(() => checkList([{ ...fault, put: fault.find }]), /minus changes nothing/);
  assert.throws(() => checkList([{ ...fault, catches: [] }]), /minus names no check/);
  assert.throws(() => checkList([{ ...fault, what: "" }]), /has no id/);
  assert.equal(mutate([{ ...fault, what: "" }]).status, 2);
});

const catch2Names = globSync("tests/**/*_test.cpp", { cwd: root }).flatMap((path) =>
  [...readFileSync(join(root, path), "utf8").matchAll(/TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"/g)].map(
    ([, name = ""]) => JSON.parse(`"${name}"`) as string,
  ),
);
/** As Catch2 takes it: a star at either end stands for anything. */
const fits = (wanted: string) => {
  const literal = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`^${literal.replace(/^\\\*|\\\*$/g, ".*")}$`);
  return (name: string): boolean => pattern.test(name);
};

test("the product's own list stands once in its sources, and its checks are there", () => {
  checkList(allFaults);
  for (const { id, file, find, catches } of allFaults) {
    assert.equal(readFileSync(join(root, file), "utf8").split(find).length, 2, `${id}: ${find}`);
    for (const catcher of catches)
      if ("file" in catcher) readFileSync(join(root, catcher.file));
      else assert.ok(catch2Names.some(fits(catcher.catch2)), `${id}: no Catch2 test is called “${catcher.catch2}”`);
  }
});

test("what failed is read out of both runners' reports", () => {
  const tap = "TAP version 13\n    ok 1 - good\n    not ok 2 - bad \\# one\nnot ok 1 - suite\n";
  assert.equal(failedTest(tap), "bad # one");
  assert.equal(failedTest("ok 1 - good\n"), null);
  const open = '<TestCase name="good"><OverallResult success="true"/></TestCase><TestCase name="a &lt; b">';
  assert.equal(failedCase(`${open}<OverallResult success="false"/></TestCase>`), "a < b");
  assert.equal(failedCase(open), "a < b", "a failed REQUIRE ends the program");
  assert.equal(failedCase('<TestCase name="good"><OverallResult success="true"/></TestCase>'), null);
});

test("results become a table", () => {
  const { id, layer, what } = fault;
  const result = { id, layer, what, by: "a | b", seconds: 1 };
  const table = tableOf([
    { ...result, verdict: "caught" },
    { ...result, verdict: "missed" },
  ]);
  assert.match(table, /^\| `minus` \| web \| a sum is a difference \| a \\\| b \|$/m);
  assert.match(table, /\| not caught \|$/m);
});
