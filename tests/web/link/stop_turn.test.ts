import assert from "node:assert/strict";
import { test } from "node:test";
import { first, type Happenings, step } from "../../../web/link/boot/stop_turn.ts";
import type { Tuples } from "../../../web/types/tuples.ts";
import { runTurns } from "./run_turns.ts";

type Happening = Tuples<Happenings>;

const run = runTurns(first, step);
const asked = { type: "exit", n: 1, force: false, reason: "backdrop" } as const;
const exit = (blank = false): Happening => ["told", asked, blank];
const escape = (blank = false): Happening => ["escape", blank];
const lost = ["LOAD_FAILED", "The link page could not load all of its files"];
const ends: Happening[] = [
  ["stopped", "VERSION_MISMATCH", "ats-link.js 2.0.0, link page 0.1.0"],
  ["invalid", "handover.url: wrong"],
  ["load_failed"],
  ["connected"],
];

test("the page answers the host and Escape itself until a wizard shows a screen", () => {
  const closed = [
    ["exit", "backdrop", null],
    ["exit", "escape", null],
  ];
  assert.deepEqual(run([exit(), escape()]).deeds, closed);
  assert.deepEqual(run([["served"], exit(true), escape(true)]).deeds, closed);
  assert.deepEqual(run([["served"], exit(), escape()]).deeds, [["told", asked]]);
  assert.deepEqual(run([["told", { type: "exit", n: 1, force: true }, true]]).deeds, [["exit", "host", null]]);
});

test("what else the host says is for a wizard alone, its slips too", () => {
  const back: Happening = ["told", { type: "back", n: 1 }, true];
  const wrong: Happening = ["refused", { field: "theme", expected: "another" }, true];
  assert.deepEqual(run([["served"], back, wrong]).deeds, [["told", back[1]], wrong]);
  const without: Happening[][] = [
    [],
    ...ends.map((end): Happening[] => [["served"], end]),
    [["served"], ["left", "host"]],
  ];
  for (const before of without) {
    assert.deepEqual(run([back, wrong], run(before).state).deeds, [], JSON.stringify(before));
  }
});

test("the first end stands: nothing that goes wrong after it is shown", () => {
  for (const end of ends) {
    const { state, deeds } = run([["served"], end]);
    assert.deepEqual(deeds, [end[0] === "load_failed" ? [...end, lost, undefined] : end]);
    assert.deepEqual(run([...ends, ["served"], ["left", "host"]], state), { state, deeds: [] }, end[0]);
  }
});

test("who left hears no more of the page, and the host once", () => {
  const { state, deeds } = run([["served"], ["left", "user_closed"]]);
  assert.deepEqual(deeds, [["exit", "user_closed", null]]);
  assert.deepEqual(run([...ends, exit(true), escape(true)], state), { state, deeds: [] });
});

test("what went wrong goes to the host with the end, whoever asks for it", () => {
  const told = ["exit", "error", lost];
  assert.deepEqual(run([["served"], ["load_failed"], ["close"], exit(), escape()]).deeds.slice(1), [told, told, told]);
  const { fault } = run([["invalid", "handover.url: wrong"]]).state;
  assert.deepEqual(fault, ["CONFIG_INVALID", "link.config.json: handover.url: wrong"]);
  const refused = run([["stopped", "INTERNAL"]]).state.fault;
  assert.deepEqual(refused, ["INTERNAL", "The link page refused this session"]);
  assert.deepEqual(run([["served"], ["connected"], ["close"], exit(), escape()]).deeds.slice(1), [
    ["exit", "user_closed", null],
    ["exit", "backdrop", null],
    ["exit", "escape", null],
  ]);
});

test("a page that did not load says whom the configuration names, if it came so far", () => {
  const contact = { email: "help@example.com" };
  assert.deepEqual(run([["known", contact], ["served"], ["load_failed"]]).deeds, [["load_failed", lost, contact]]);
});
