import assert from "node:assert/strict";
import { test } from "node:test";
import { deep, seed } from "../../../support/sample.ts";
import { begin, step } from "../../../../web/opener/step.ts";
import type { SuccessMetadata } from "../../../../web/types/index.ts";
import type { Effect, Event } from "../../../../web/opener/transition.ts";
import { judge, minimise, orders } from "./orders.ts";
import { place } from "./page_model.ts";

const COUNT = deep ? 200_000 : 20_000;

/** The first order that a machine does not survive, as short as it can be made. */
function firstFault(machine: typeof step, count: number): string | null {
  let number = 0;
  for (const order of orders(count)) {
    number++;
    if (!judge(machine, order)) continue;
    const least = minimise(machine, order);
    const list = least.map(({ name, pick }) => `${name}(${pick})`).join(" ");
    return `seed ${seed}, order ${number}: ${judge(machine, least)}\n  ${list}`;
  }
  return null;
}

test(`${COUNT} orders of messages, loads, timers and calls each end a session once, and truly`, (context) => {
  context.diagnostic(`endings: ${COUNT} orders, seed ${seed}`);
  assert.equal(firstFault(step, COUNT), null);
});

// The net is only worth something if it catches: the machine with one thing broken has to fall through it.
const broken: Record<string, (effect: Effect) => Effect[]> = {
  "that does not answer what was asked": (effect) => (effect[0] === "reply" ? [] : [effect]),
  "that tells a success as an exit": (effect) =>
    effect[0] === "call" && effect[1] === "onSuccess"
      ? [["exit", null, { ...(effect[2][1] as SuccessMetadata), reason: "user_closed", lastError: null }]]
      : [effect],
  "that leaves its nodes in the page": (effect) => (effect[0] === "over" ? [] : [effect]),
  "that tells an ending twice": (effect) => (effect[0] === "exit" ? [effect, effect] : [effect]),
  "that waits for ever": (effect) => (effect[0] === "tell" ? [] : [effect]),
};
for (const [what, change] of Object.entries(broken))
  test(`a machine ${what} is found within 2,000 orders`, () => {
    const machine: typeof step = (state, event) => {
      const { next, effects } = step(state, event);
      return { next, effects: effects.flatMap(change) };
    };
    assert.match(firstFault(machine, 2000) ?? "not found", /^seed \d+, order \d+: /);
  });

test("a machine that forgets its success is found within 2,000 orders", () => {
  const forgets: typeof step = (state, event) => {
    const { next, effects } = step(state, event);
    return { next: next.is === "failed" ? next : { ...next, told: false }, effects };
  };
  assert.match(firstFault(forgets, 2000) ?? "not found", /told (twice|\d endings)/);
});

const ready: Event = ["ready", { type: "ready", version: "0" }];
const open: Event = ["event", { type: "event", event: { ...place("provider"), name: "OPEN" } }];
for (const [what, code, events] of [
  ["never loads", "FRAME_BLOCKED", []],
  ["says nothing", "FRAME_BLOCKED", [["frame"]]],
  ["is loaded again and again", "FRAME_BLOCKED", [["frame"], ["frame"]]],
  ["is ready and shows nothing", "LOAD_FAILED", [["frame"], ready, ["loading", { type: "loading" }]]],
  ["is loaded again and says nothing", "FRAME_BLOCKED", [["frame"], ready, open, ["frame"]]],
] as [string, string, Event[]][])
  test(`S3 H13 a page that ${what} is given up by the timer alone`, () => {
    const { next, effects: first } = begin(place("provider"), "https://link.example/");
    const all = [...first];
    let state = next;
    for (const event of [...events, ["late"] as Event]) {
      const { next: later, effects } = step(state, event);
      state = later;
      all.push(...effects);
    }
    assert.equal(state.is, "failed");
    const [, error] = all.find((effect) => effect[0] === "exit") as Extract<Effect, ["exit", ...unknown[]]>;
    assert.deepEqual([error?.code, error?.retryable], [code, true]);
  });

test("a page that is loaded again and again does not begin its time anew", () => {
  let { next } = begin(place("provider"), "https://link.example/");
  for (let load = 0; load < 3; load++) {
    const { next: later, effects } = step(next, ["frame"]);
    next = later;
    assert.deepEqual(effects, [["frame"]]);
  }
});

for (const [what, again] of [
  ["says again and again that it loads", [["loading", { type: "loading" }]]],
  ["is loaded again and again, and ready each time", [["frame"], ready]],
] as [string, Event[]][])
  test(`a page that ${what} is given more time, but not for ever`, () => {
    let { next } = begin(place("provider"), "https://link.example/");
    let timers = 0;
    const pass = (event: Event): void => {
      const later = step(next, event);
      next = later.next;
      for (const [name] of later.effects) if (name === "late") timers++;
    };
    for (const event of [["frame"] as Event, ready, ...Array.from({ length: 100 }, () => again).flat()]) pass(event);
    assert.ok(timers > 10 && timers < 20, `${timers} timers`);
    pass(["late"]);
    assert.equal(next.is, "failed");
  });

const beside: Event = ["leave", 1, "backdrop", undefined];
for (const [what, events] of [
  ["is ready and shows nothing yet", [["frame"], ready, beside]],
  ["was loaded again", [["frame"], ready, open, ["frame"], beside]],
  ["is too busy to answer", [["frame"], ready, open, beside, ["silent", 1]]],
] as [string, Event[]][])
  test(`P13 a press beside the dialog of a page that ${what} ends nothing`, () => {
    let { next } = begin(place("provider"), "https://link.example/");
    const all: Effect[] = [];
    for (const event of events) {
      const later = step(next, event);
      next = later.next;
      all.push(...later.effects);
    }
    assert.notEqual(next.is, "over");
    assert.deepEqual(
      all.filter(([name]) => name === "exit" || name === "over" || name === "reply"),
      [["reply", 1, false]],
    );
  });

test("a page that did not come while the dialog was put aside says so when it is brought back", () => {
  let { next } = begin(place("provider"), "https://link.example/");
  next = step(next, ["late"]).next;
  assert.equal(next.is, "failed");
  assert.deepEqual(step(next, ["show"]).effects[0], ["show"]);
});

test("a change goes to a page that said ready, and to none that loads, failed or is over", () => {
  const patch = { theme: "dark" } as const;
  let { next } = begin(place("provider"), "https://link.example/");
  const sent = (...before: Event[]): Effect[] => {
    for (const event of before) ({ next } = step(next, event));
    return step(next, ["update", patch]).effects.filter(([name]) => name === "send");
  };
  const update: Effect[] = [["send", { type: "update", patch }]];
  assert.deepEqual(sent(), []);
  assert.deepEqual(sent(["frame"], ready), update);
  assert.deepEqual(sent(open), update);
  assert.deepEqual(sent(["frame"]), []);
  assert.deepEqual(sent(["late"]), []);
  assert.deepEqual(sent(["gone", null, "host"]), []);
});
