import assert from "node:assert/strict";
import { test } from "node:test";
import { type Deed, first, type Happening, type State, step } from "../../../web/link/module/turn.ts";
import type { ViewModel } from "../../../web/link/view_model.ts";

/** Everything that is done for what happens, one after the other. */
function run(happenings: readonly Happening[], from: State = first): { state: State; deeds: Deed[] } {
  const deeds: Deed[] = [];
  let state = from;
  for (const happening of happenings) {
    const turn = step(state, happening);
    state = turn.next;
    deeds.push(...turn.deeds);
  }
  return { state, deeds };
}

const english: State = { ...first, language: "en", screen: "provider", pictured: true };
const update = (patch: object, speaks?: string): Happening => ({
  type: "told",
  message: { type: "update", patch },
  ...(speaks !== undefined && { speaks }),
});
const described = (screen: string, heading = "A heading"): Happening => ({
  type: "described",
  view: { screen, heading } as ViewModel,
});
const types = (deeds: readonly Deed[]): string[] => deeds.map(({ type }) => type);

test("a language is fetched once, and what comes meanwhile is done after it, in order", () => {
  const { state, deeds } = run(
    [update({ locale: "de" }, "de"), { type: "told", message: { type: "back", n: 1 } }],
    english,
  );
  assert.deepEqual(deeds, [{ type: "fetch_words", language: "de" }]);
  const after = run([{ type: "spoken", language: "de" }], state);
  assert.equal(after.state.language, "de");
  assert.equal(after.state.waiting, null);
  assert.deepEqual(types(after.deeds), ["theme", "post", "post"]);
  assert.deepEqual(after.deeds.at(-1), { type: "post", message: { type: "back", n: 1 } });
});

test("a word that wishes for no language, while one is fetched, changes none back", () => {
  const { state, deeds } = run(
    [update({ locale: "de" }, "de"), update({ theme: "dark" }), { type: "spoken", language: "de" }],
    english,
  );
  assert.equal(types(deeds).filter((type) => type === "fetch_words").length, 1);
  assert.equal(state.language, "de");
  assert.deepEqual(state.hostConfig, { locale: "de", theme: "dark" });
});

test("another wish while one is fetched has its turn, and what follows it waits again", () => {
  const { state, deeds } = run(
    [
      update({ locale: "de" }, "de"),
      update({ locale: "fr" }, "fr"),
      { type: "told", message: { type: "back", n: 1 } },
      { type: "spoken", language: "de" },
    ],
    english,
  );
  assert.deepEqual(
    deeds.filter(({ type }) => type === "fetch_words"),
    [
      { type: "fetch_words", language: "de" },
      { type: "fetch_words", language: "fr" },
    ],
  );
  assert.equal(state.waiting?.length, 2);
  const after = run([{ type: "spoken", language: "fr" }], state);
  assert.deepEqual([after.state.language, after.state.waiting], ["fr", null]);
});

test("words that do not come change nothing but that the host's word counts", () => {
  const { state, deeds } = run([update({ locale: "de" }, "de"), { type: "unspoken" }], english);
  assert.deepEqual([state.language, state.waiting], ["en", null]);
  assert.deepEqual(types(deeds), ["fetch_words", "theme", "post"]);
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
  const presented = (fresh: boolean): Happening => ({ type: "presented", fresh });
  const { deeds } = run([
    described("provider"),
    presented(true),
    presented(false),
    described("method"),
    presented(true),
  ]);
  const draws = deeds.flatMap((deed) => (deed.type === "draw" ? [deed.how] : []));
  assert.deepEqual(draws, ["first", "soon", "now"]);
  assert.equal(deeds.at(-1)?.type, "prepare_sealing");
});

test("a screen without a heading is told to the host's line, and shown to nobody", () => {
  assert.deepEqual(run([described("closed", "")]).deeds, [{ type: "tell_screen", screen: "closed" }]);
});
