import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { states } from "../../web/gallery/states.ts";
import { namedTests } from "./named_tests.ts";
import { groups, statesOf } from "./states/groups.ts";

const lengths = { A: 8, B: 8, C: 11, D: 10, E: 7, F: 3, G: 9 };
const ids = Object.entries(lengths).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`),
);
const obligatory = [...ids.filter((id) => /^[AB]/.test(id)), ...["D7", "E2", "F1", "F2", "F3", "G1", "G3", "G4"]];
const leftOut = JSON.parse(readFileSync(join(import.meta.dirname, "left_out.json"), "utf8")) as Record<string, string>;

/** Every test whose name begins with an id, and every check that is registered for a visit of every state. */
const tests = globSync("**/*.test.ts", { cwd: import.meta.dirname }).flatMap((file) =>
  namedTests(readFileSync(join(import.meta.dirname, file), "utf8")),
);
const checks = Object.values(groups).flatMap(({ always, languages }) =>
  languages.flatMap((spoken) => spoken.checks.map((check) => ({ always, check }))),
);
type Registered = (typeof checks)[number];

/** Whether every run has the check on this state. */
const isSure = ({ always, check: { on, least } }: Registered, state: string): boolean =>
  least === undefined && always.includes(state) && (on?.(state) ?? true);

/** Whether every run has it on some state: where a seed chooses them, more are chosen than it is kept from. */
const isSomewhere = (each: Registered): boolean =>
  each.always.some((state) => isSure(each, state)) || (each.check.least ?? 0) > states.length - each.always.length;

test("every id of the accessibility test list has a test or a reason for having none", () => {
  const have = new Set([...tests, ...checks.map(({ check }) => check)].map(({ id }) => id));
  for (const [id, reason] of Object.entries(leftOut)) console.log(`left out: ${id}: ${reason}`);
  console.log(
    `accessibility test list: ${String(have.size)} of ${String(ids.length)} ids tested, ${String(Object.keys(leftOut).length)} left out`,
  );
  assert.deepEqual(
    ids.filter((id) => !have.has(id) && !leftOut[id]),
    [],
  );
  assert.deepEqual(
    Object.keys(leftOut).filter((id) => have.has(id) || !ids.includes(id)),
    [],
    "a reason without need",
  );
});

test("what may not be left out is not", () => {
  assert.deepEqual(
    obligatory.filter((id) => leftOut[id] !== undefined),
    [],
  );
});

test("whatever the seed, every id has a test or a check", () => {
  const sure = [...tests.filter(({ always }) => always), ...checks.filter(isSomewhere).map(({ check }) => check)];
  const have = new Set(sure.map(({ id }) => id));
  assert.deepEqual(
    ids.filter((id) => !have.has(id) && !leftOut[id]),
    [],
  );
});

test("whatever the seed, every state has a check", () => {
  assert.deepEqual(
    states.filter(({ name }) => !checks.some((each) => isSure(each, name))),
    [],
  );
});

test("every part of every group of visits has its file, and every state has its visit", () => {
  const files = globSync("states/*_[0-9].test.ts", { cwd: import.meta.dirname }).sort();
  const names = Object.keys(groups) as (keyof typeof groups)[];
  const parts = names.flatMap((name) =>
    Array.from({ length: groups[name].parts }, (_, index) => [name, index + 1] as const),
  );
  assert.deepEqual(files, parts.map(([name, part]) => `states/${name}_${String(part)}.test.ts`).sort());
  for (const [name, part] of parts) {
    const text = readFileSync(join(import.meta.dirname, `states/${name}_${String(part)}.test.ts`), "utf8");
    assert.ok(text.includes(`visitStates("${name}", ${String(part)});`), `${name}, part ${String(part)}`);
  }
  for (const name of names) {
    const visited = parts.filter(([of]) => of === name).flatMap(([, part]) => statesOf(name, part));
    assert.deepEqual(visited.sort(), [...groups[name].states].sort(), name);
  }
  assert.deepEqual([...groups.desk.states].sort(), states.map(({ name }) => name).sort());
});
