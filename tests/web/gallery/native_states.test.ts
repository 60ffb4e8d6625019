import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pseudoTag } from "../../../tools/build/pseudo_locale.ts";
import { nativeStates, nativeStatesFile } from "./native_states.ts";

const written = JSON.parse(readFileSync(nativeStatesFile, "utf8")) as { plurals: object };

test("the C++ suite has every state of the gallery, as it is (else: node tests/web/gallery/write_native_states.ts)", () => {
  assert.deepEqual(written, nativeStates());
});

test("the C++ suite has every language there is", () => {
  const languages = readdirSync(join(import.meta.dirname, "../../../locales"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -5));
  assert.deepEqual(Object.keys(written.plurals).sort(), [...languages, pseudoTag].sort());
});
