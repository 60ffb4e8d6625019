import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkProvider } from "../../web/provider_file/check.ts";
import type { ProviderFile, Thing } from "../../web/provider_file/file.ts";
import { isProviderFile } from "../../web/relay/load_providers.ts";
import { folder } from "./provider_file.ts";

const fileOf = (name: string): ProviderFile => JSON.parse(readFileSync(join(folder, name), "utf8")) as ProviderFile;

/** The sentences about Workable's file with another drawing of its second step. */
function said(picture: unknown): string[] {
  const file = fileOf("workable.json");
  file.guide[1]!.picture = picture as Thing[];
  return checkProvider({ name: "workable.json", bytes: new TextEncoder().encode(JSON.stringify(file)) }).sentences;
}

const sentences: [picture: unknown, sentence: RegExp][] = [
  [[], /guide\[1\]\.picture: expected a list of at least 1; it is an empty list\.$/],
  [[{ dialog: "Apps" }], /guide\[1\]\.picture\[0\]\.dialog: there is no such member; remove it/],
  [
    [{}],
    /guide\[1\]\.picture\[0\]: expected one of address, account, .*, with its words or true; it is an empty object/,
  ],
  [[{ item: "Apps", button: "Apps" }], /guide\[1\]\.picture\[0\]: expected one of address, .*; it is an object\.$/],
  [
    [{ item: true }],
    /guide\[1\]\.picture\[0\]\.item: expected words of 1 to 40 characters in one line, .*; it is true\.$/,
  ],
  [[{ secret: "x" }], /guide\[1\]\.picture\[0\]\.secret: expected true; it is "x"\.$/],
  [
    [{ item: "Preferences" }],
    /guide\[1\]\.picture\[0\]\.item: the step does not say "Preferences"; write in both what the ATS shows\.$/,
  ],
  [[{ value: "{nobody}" }], /guide\[1\]\.picture\[0\]\.value: nothing fills in "\{nobody\}"; here may be \{host\}, /],
  [
    [{ scopes: true }],
    /guide\[1\]\.picture\[0\]\.scopes: the step names no permissions; add "scopes" to it, or remove this/,
  ],
  [[{ account: true }, { account: true }], /guide\[1\]\.picture\[1\]\.account: it is there twice; remove one\.$/],
  [
    [{ account: true }, { address: "app.workable.com" }],
    /guide\[1\]\.picture\[1\]\.address: the address bar is above all else; make it the first\.$/,
  ],
  [
    [{ address: "https://app.workable.com/" }],
    /guide\[1\]\.picture\[0\]\.address: expected the host in the address bar, such/,
  ],
  [
    [{ address: "{api_key}.workable.com" }],
    /guide\[1\]\.picture\[0\]\.address: no field of kind "text" has the id "api_key"; write "subdomain"\.$/,
  ],
];

for (const [picture, sentence] of sentences) {
  test(`a drawing ${JSON.stringify(picture)} is refused in a sentence`, () => {
    const all = said(picture);
    assert(
      all.some((each) => sentence.test(each)),
      all.join("\n"),
    );
  });
}

test("what the step says, and the menu that has no words, may be drawn", () => {
  assert.deepEqual(said([{ account: true }, { item: "settings" }, { button: "Apps" }, { secret: true }]), []);
});

const translated = readdirSync(folder).filter((name) => name.endsWith(".de.json"));

test("each step of an ATS that has words in other languages is drawn, in at most a kilobyte", () => {
  assert(translated.length >= 6);
  for (const name of translated) {
    const { id, guide } = fileOf(name.replace(".de.json", ".json"));
    for (const { text, picture } of guide) assert(picture, `${id}: ${text}`);
    const bytes = JSON.stringify(guide.map(({ picture }) => picture)).length;
    assert(bytes <= 1000, `${id}: ${String(bytes)} bytes`);
  }
});

test("every thing that can be drawn is drawn somewhere", () => {
  const drawn = readdirSync(folder)
    .filter(isProviderFile)
    .flatMap((name) => fileOf(name).guide.flatMap(({ picture = [] }) => picture.flatMap(Object.keys)));
  const { $defs } = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as {
    $defs: { thing: { properties: object } };
  };
  assert.deepEqual([...new Set(drawn)].sort(), Object.keys($defs.thing.properties).sort());
});
