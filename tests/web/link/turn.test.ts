import assert from "node:assert/strict";
import { test } from "node:test";
import type { Tuples } from "../../../web/types/tuples.ts";
import { first, type Happenings, type State, step } from "../../../web/link/module/turn.ts";
import type { ViewModel } from "../../../web/link/view_model.ts";
import { runTurns } from "./run_turns.ts";

type Happening = Tuples<Happenings>;

const run = runTurns(first, step);
const english: State = { ...first, language: "en", screen: "provider", pictured: true };
const update = (patch: object, speaks?: string): Happening => ["told", { type: "update", patch }, speaks];
const back: Happening = ["told", { type: "back", n: 1 }];
const described = (screen: string, heading = "A heading"): Happening => ["described", { screen, heading } as ViewModel];
const names = (deeds: readonly [string, ...unknown[]][]): string[] => deeds.map(([name]) => name);

test("a language is fetched once, and what comes meanwhile is done after it, in order", () => {
  const { state, deeds } = run([update({ locale: "de" }, "de"), back], english);
  assert.deepEqual(deeds, [["fetch_words", "de"]]);
  const after = run([["spoken", "de"]], state);
  assert.equal(after.state.language, "de");
  assert.equal(after.state.waiting, null);
  assert.deepEqual(names(after.deeds), ["theme", "post", "post"]);
  assert.deepEqual(after.deeds.at(-1), ["post", { type: "back", n: 1 }]);
});

test("a word that wishes for no language, while one is fetched, changes none back", () => {
  const { state, deeds } = run([update({ locale: "de" }, "de"), update({ theme: "dark" }), ["spoken", "de"]], english);
  assert.equal(names(deeds).filter((name) => name === "fetch_words").length, 1);
  assert.equal(state.language, "de");
  assert.deepEqual(state.hostConfig, { locale: "de", theme: "dark" });
});

test("another wish while one is fetched has its turn, and what follows it waits again", () => {
  const { state, deeds } = run(
    [update({ locale: "de" }, "de"), update({ locale: "fr" }, "fr"), back, ["spoken", "de"]],
    english,
  );
  assert.deepEqual(
    deeds.filter(([name]) => name === "fetch_words"),
    [
      ["fetch_words", "de"],
      ["fetch_words", "fr"],
    ],
  );
  assert.equal(state.waiting?.length, 2);
  const after = run([["spoken", "fr"]], state);
  assert.deepEqual([after.state.language, after.state.waiting], ["fr", null]);
});

test("words that do not come change nothing but that the host's word counts", () => {
  const { state, deeds } = run([update({ locale: "de" }, "de"), ["unspoken"]], english);
  assert.deepEqual([state.language, state.waiting], ["en", null]);
  assert.deepEqual(names(deeds), ["fetch_words", "theme", "post"]);
});

test("what was read is what is asked for: an update changes nothing of it from then on", () => {
  const asked = {
    scopes: { required: ["r_jobs"] },
    provider: "lever",
    providers: ["lever"],
    prefill: { subdomain: "x" },
  };
  const before = run([described("method"), update({ ...asked, locale: "en" })]);
  assert.deepEqual(before.state.hostConfig, { ...asked, locale: "en" });
  for (const screen of ["permissions", "subdomain", "api_key"]) {
    const { state } = run([described(screen), described("provider"), update({ ...asked, theme: "dark" })]);
    assert.deepEqual(state.hostConfig, { theme: "dark" }, screen);
  }
});

test("the canvas is begun with the first screen, a new one is drawn at once, the same one when there is time", () => {
  const { deeds } = run([
    described("provider"),
    ["presented", true],
    ["presented", false],
    described("method"),
    ["presented", true],
  ]);
  const draws = deeds.flatMap((deed) => (deed[0] === "draw" ? [deed[1]] : []));
  assert.deepEqual(draws, ["first", "soon", "now"]);
  assert.deepEqual(deeds.at(-1), ["prepare_sealing"]);
});

test("a screen without a heading is told to the host's line, and shown to nobody", () => {
  assert.deepEqual(run([described("closed", "")]).deeds, [["tell_screen", "closed"]]);
});

test("what the host asks for is done at once, an exit heard before it is judged", () => {
  const exit = { type: "exit", n: 2, force: false } as const;
  assert.deepEqual(
    run([["told", exit], ["told", { type: "resume" }], ["told", { type: "ack" }], back], english).deeds,
    [
      ["exit_asked", 2],
      ["post", exit],
      ["draw", "soon"],
      ["post", back[1]],
    ],
  );
});

test("sealing is prepared by a new screen, unless it is the list", () => {
  const { deeds } = run(
    [described("method"), ["presented", true], described("provider"), ["presented", true]],
    english,
  );
  assert.deepEqual(
    names(deeds).filter((name) => name !== "tell_screen" && name !== "present"),
    ["draw", "prepare_sealing", "draw"],
  );
});

test("the first language is no answer to anything, and an opening begins with what it asks for", () => {
  const config = { theme: "dark" } as const;
  const { state, deeds } = run([
    ["spoken", "de"],
    ["told", { type: "open", config }],
    ["asked", "lever"],
  ]);
  assert.deepEqual(deeds, [["begin", config, undefined]]);
  assert.deepEqual([state.language, state.hostConfig, state.provider], ["de", config, "lever"]);
});

test("a screen is presented as new once", () => {
  const deeds = ["method", "method"].map((screen) => described(screen));
  const fresh = run(deeds).deeds.flatMap((deed) => (deed[0] === "present" ? [deed[2]] : []));
  assert.deepEqual(fresh, [true, false]);
});
