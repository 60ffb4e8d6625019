import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { states } from "../../web/gallery/states.ts";
import { groups, statesOf } from "./states/groups.ts";

const lengths = { A: 8, B: 8, C: 11, D: 10, E: 7, F: 3, G: 9 };
const ids = Object.entries(lengths).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`),
);
const obligatory = [...ids.filter((id) => /^[AB]/.test(id)), ...["D7", "E2", "F1", "F2", "F3", "G1", "G3", "G4"]];
const leftOut = JSON.parse(readFileSync(join(import.meta.dirname, "left_out.json"), "utf8")) as Record<string, string>;

/** Every id that a test's name begins with, and those of the checks that are registered for a visit of every state. */
function tested(): Set<string> {
  const files = globSync("**/*.test.ts", { cwd: import.meta.dirname });
  const texts = files.map((file) => readFileSync(join(import.meta.dirname, file), "utf8"));
  return new Set([
    ...texts.flatMap((text) => [...text.matchAll(/\b(?:test|it)\(\s*["`]([A-G]\d+) /g)].map(([, id = ""]) => id)),
    ...Object.values(groups).flatMap(({ languages }) => languages.flatMap(({ checks }) => checks.map(({ id }) => id))),
  ]);
}

test("every id of the accessibility test list has a test or a reason for having none", () => {
  const have = tested();
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
