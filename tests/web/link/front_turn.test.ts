import assert from "node:assert/strict";
import { test } from "node:test";
import type { PortConfig, Snapshot, ToPage } from "../../../web/types/port.ts";
import {
  type Deeds,
  first,
  type FirstScreen,
  type Happenings,
  type State,
  step,
  type Task,
} from "../../../web/link/boot/front_turn.ts";
import type { Tuples } from "../../../web/types/tuples.ts";
import type { App } from "../../../web/link/module/app.ts";
import { runTurns } from "./run_turns.ts";

type Deed = Tuples<Deeds>;
type Happening = Tuples<Happenings>;

const run = runTurns(first, step);
const app = {} as App;
const handed: Happening = ["handed", app];
const press = (node: string): Task => ["action", { node, kind: "press" }];
const exit = (reason: "host" | "backdrop" | "escape", force = false): Task => [
  "told",
  { type: "exit", n: 1, force, reason },
];
const open = (snapshot?: Snapshot, config: PortConfig = {}): Task => [
  "told",
  { type: "open", config, ...(snapshot && { snapshot }) },
];
const at: Snapshot = { step: "provider", fields: {} };
const screen = { view: {}, language: "en", at } as FirstScreen;
const wrong = { field: "theme", expected: "another type or value" };
const names = (deeds: readonly Deed[]): string[] => deeds.map(([name]) => name);

test("what is done and said before there is an app is given to it in order, and once", () => {
  const tasks: Task[] = [
    press("choice:lever"),
    ["secret", "key", "k"],
    ["told", { type: "back", n: 1 }],
    ["refused", wrong, false],
  ];
  const before = run(tasks);
  assert.deepEqual(before.deeds, []);
  const after = run([handed], before.state);
  assert.deepEqual(after.deeds, [["begin", app, tasks]]);
  assert.deepEqual(after.state.kept, []);
  assert.deepEqual(
    run([...tasks, handed], after.state).deeds,
    tasks.map((task) => ["give", task]),
  );
});

test("Close ends at once while there is no app, and Escape where nothing was done", () => {
  assert.deepEqual(run([press("close")]).deeds, [["leave", "user_closed"]]);
  assert.deepEqual(run([press("lever"), press("close")]).deeds, [["leave", "user_closed"]]);
  assert.deepEqual(run([press("escape")]).deeds, [["leave", "escape"]]);
  assert.deepEqual(run([press("lever"), press("escape")]).state.kept, [press("lever"), press("escape")]);
  for (const node of ["close", "escape"])
    assert.deepEqual(run([handed, press(node)]).deeds.at(-1), ["give", press(node)], node);
});

test("a host's press beside or Escape is the app's to answer once something was done, its exit is not", () => {
  for (const reason of ["backdrop", "escape"] as const) {
    assert.deepEqual(run([exit(reason)]).deeds, [["leave", reason]], reason);
    assert.deepEqual(run([press("lever"), exit(reason)]).state.kept.at(-1), exit(reason), reason);
    assert.deepEqual(run([press("lever"), exit(reason, true)]).deeds, [["leave", reason]], reason);
  }
  assert.deepEqual(run([press("lever"), exit("host")]).deeds, [["leave", "host"]]);
  assert.deepEqual(run([["told", { type: "exit", n: 1, force: true }]]).deeds, [["leave", "host"]]);
  assert.deepEqual(run([handed, exit("host")]).deeds.at(-1), ["give", exit("host")]);
});

test("after an end no first screen is shown and no app is begun", () => {
  const { state } = run([press("close")]);
  assert.deepEqual(run([["made", screen], ["seen", at], handed, press("close")], state).deeds, []);
  assert.equal(run([handed], state).state.is, "over");
});

test("a first screen is shown, and told when it was seen, unless the app has one of its own", () => {
  assert.deepEqual(run([["made", screen]]).deeds, [["show_first", screen]]);
  const seen = run([press("lever"), ["seen", at]]);
  assert.deepEqual(seen.deeds, [["settle"], ["send", { type: "snapshot", ...at }]]);
  assert.equal(seen.state.at, at);
  const { state } = run([handed]);
  assert.deepEqual(
    run(
      [
        ["made", screen],
        ["seen", at],
      ],
      state,
    ).deeds,
    [],
  );
});

test("a screen with a use for two columns is known until one without", () => {
  const { state } = run([["shown", true]]);
  assert.equal(state.wide, true);
  assert.equal(run([["shown", false]], state).state.wide, false);
});

test("the Text view is told with the place, and the elements hear of it until the app has them", () => {
  const toggle: Task = ["text_view"];
  assert.deepEqual(run([toggle]).deeds, [["text_view", true]]);
  const there = (on: boolean): Deed => [
    "send",
    { type: "snapshot", step: "provider", fields: on ? { "@text_view": "on" } : {} },
  ];
  const { state, deeds } = run([["reached", at], toggle]);
  assert.deepEqual(deeds, [there(false), ["text_view", true], there(true)]);
  assert.deepEqual(run([["seen", at]], state).deeds.at(-1), there(true));
  assert.deepEqual(run([toggle], state).deeds, [["text_view", false], there(false)]);
  assert.deepEqual(run([handed, toggle, toggle], state).deeds.slice(1), [
    there(false),
    ["give", toggle],
    there(true),
    ["give", toggle],
  ]);
});

test("an opening has its colours and an answer first, then the app's part", () => {
  const { state, deeds } = run([open({ step: "api_key", fields: { "@text_view": "on" } }, { theme: "dark" })]);
  assert.deepEqual(names(deeds), ["theme", "send", "text_view", "opened"]);
  assert.deepEqual(deeds.slice(0, 2), [
    ["theme", "dark"],
    ["send", { type: "loading" }],
  ]);
  assert.deepEqual(
    state.kept.map(([name]) => name),
    ["text_view", "told"],
  );
  assert.equal(state.textView, true);
});

test("of a snapshot that has nothing but the beginning nobody hears", () => {
  const config: PortConfig = { theme: "dark" };
  const entered: Snapshot = { step: "subdomain", fields: { "@provider": "workable", subdomain: "acme" } };
  for (const [given, heard] of [
    [at, undefined],
    [entered, entered],
  ]) {
    const message = open(heard, config);
    const { state, deeds } = run([open(given, config)]);
    assert.deepEqual(state.kept, [message]);
    assert.deepEqual(deeds.at(-1), ["opened", message[1]]);
  }
});

test("a page that is opened again after its success is done", () => {
  const { state, deeds } = run([open({ step: "connected", fields: {} }), handed]);
  assert.deepEqual(names(deeds), ["theme", "send", "connected"]);
  assert.deepEqual([state.is, state.kept], ["over", []]);
});

test("a refused opening takes away what cannot be used, a refused update nothing", () => {
  const refused = run([["refused", wrong, true]]);
  assert.deepEqual(refused.deeds, [["opened", null], ["hide"]]);
  assert.deepEqual(refused.state.kept, [["refused", wrong, true]]);
  assert.deepEqual(run([["refused", wrong, false]]).deeds, []);
  assert.deepEqual(run([handed, ["refused", wrong, true]]).deeds.slice(1), [
    ["opened", null],
    ["give", ["refused", wrong, true]],
  ]);
});

test("a member that is not the host's to give ends the session, another slip of an update does not", () => {
  const unknown = { field: "origin", expected: "no such member" };
  assert.deepEqual(run([["refused", unknown, false]]).state.kept, [["refused", unknown, true]]);
  assert.deepEqual(run([["refused", wrong, false]]).state.kept, [["refused", wrong, false]]);
});

test("in no order of five happenings is there a second end, or an end and an app", () => {
  const all: Happening[] = [
    press("lever"),
    press("close"),
    press("escape"),
    exit("backdrop"),
    exit("host", true),
    open(),
    open({ step: "connected", fields: {} }),
    ["text_view"],
    ["made", screen],
    ["seen", at],
    ["refused", wrong, true],
    handed,
  ];
  const opens = (name: unknown, message: unknown): boolean =>
    name === "refused" || (name === "told" && (message as ToPage).type === "open");
  let orders = 0;
  // The port lets one opening through, and there is an app only after it.
  const walk = (state: State, opened: boolean, ended: number, left: number): void => {
    if (left === 0) {
      orders++;
      return;
    }
    for (const happening of all) {
      const isOpening = opens(happening[0], happening[1]);
      if (isOpening ? opened : happening[0] === "handed" && !opened) continue;
      const { next, deeds } = step(state, happening);
      const now = ended + names(deeds).filter((name) => ["leave", "connected", "begin"].includes(name)).length;
      const where = JSON.stringify({ state, happening });
      assert.ok(now <= 1, where);
      if (next.is === "over") assert.ok(!names(deeds).some((name) => ["give", "show_first"].includes(name)), where);
      walk(next, opened || isOpening, now, left - 1);
    }
  };
  walk(first, false, 0, 5);
  assert.ok(orders > 10_000, String(orders));
});
