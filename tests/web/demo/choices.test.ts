import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { languages, optionsOf, snippet, usual, wrongWith } from "../../../web/demo/try/choices.ts";
import { wrongInConfig } from "../../../web/types/config_values.ts";

test("six lines do it, and each choice adds one", () => {
  assert.equal(snippet(usual).split("\n").length, 6);
  const all = { ...usual, scheme: "dark", accent: "#0f766e", radius: "4", locale: "de", place: "inline" } as const;
  assert.equal(snippet({ ...all, density: "compact", provider: "lever" }).split("\n").length, 10);
});

test("what the panel lets pass is what the wizard takes", () => {
  for (const scheme of ["system", "light", "dark"] as const)
    for (const density of ["comfortable", "compact"] as const)
      for (const accent of ["", "#0f766e", "#ABCDEF", "0f766e", "#fff", "red"])
        for (const radius of ["", "0", "24", "25", "-1", "4.5", "x"]) {
          const options = optionsOf({ ...usual, scheme, density, accent, radius });
          assert.equal(wrongInConfig(options), null, JSON.stringify(options));
        }
  assert.deepEqual(
    ["#fff", "red", "0f766e"].filter((text) => wrongWith("accent", text) === null),
    [],
  );
  assert.deepEqual(
    ["25", "-1", "4.5", "x"].filter((text) => wrongWith("radius", text) === null),
    [],
  );
});

test("every language of the wizard can be chosen", () => {
  const words = readdirSync(join(import.meta.dirname, "../../../locales")).filter((name) =>
    /^[a-z]{2}\.json$/.test(name),
  );
  assert.deepEqual(languages.map((code) => `${code}.json`).sort(), words.sort());
});
