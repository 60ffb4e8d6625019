import assert from "node:assert/strict";
import { test } from "node:test";
import { namedTests } from "./named_tests.ts";

const alwaysIn = (text: string): boolean[] => namedTests(text).map(({ always }) => always);

test("a test by itself, or for each of a list, is in every run", () => {
  const text = `
    const views = ["canvas", "text"];
    test("A1 holds", () => {});
    describe("in a suite", () => {
      for (const view of views) if (view) it(\`A2 \${view}\`, async () => {
        if (deep) await more();
      });
    });`;
  assert.deepEqual(namedTests(text), [
    { id: "A1", always: true },
    { id: "A2", always: true },
  ]);
});

test("one of whose list a part is chosen is in every run, if some of it is always there", () => {
  for (const list of ["sample(names, 3, 'x')", "[1, ...sample(names, count, 'x')]", "[...sample(names, 1, 'x')]"])
    assert.deepEqual(alwaysIn(`const of = ${list}; for (const each of of) it("A1 x", () => {});`), [true], list);
});

test("one that is there by choice is not", () => {
  for (const around of [
    "if (deep) HERE",
    "if (deep || few.includes(name)) HERE",
    "deep && HERE",
    "deep ? HERE : null",
    "for (const each of sample(names, count, 'x')) HERE",
    "for (const each of names.filter((name) => deep || chosen.has(name))) HERE",
    "for (const each of [...sample(names, 0, 'x')]) HERE",
    "const [one] = shared(check); if (one.on) HERE",
    "names.filter((name) => chosen.has(name)).forEach(() => HERE)",
    "describe('x', () => { for (const each of few) if (chosen.has(each)) { HERE } })",
  ])
    assert.deepEqual(
      alwaysIn(`const chosen = new Set(sample(all, 2, 'y')); ${around.replace("HERE", 'it("A1 x", () => {})')}`),
      [false],
      around,
    );
  assert.deepEqual(alwaysIn(`it("A1 x", { skip: !deep }, () => {});`), [false]);
});
