import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { providerFilesIn, readProviderFiles } from "../../web/cli/provider_files.ts";
import { clashes } from "../../web/provider_file/catalogue.ts";
import { checkProvider, checkWords } from "../../web/provider_file/check.ts";
import type { ProviderFile } from "../../web/provider_file/file.ts";
import { readJson } from "../../web/provider_file/read_json.ts";
import { folder } from "./provider_file.ts";

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value, null, 2));
const workable = JSON.parse(readFileSync(join(folder, "workable.json"), "utf8")) as ProviderFile;

/** The sentences about Workable's file with something changed. */
function said(change: (file: ProviderFile) => void): string[] {
  const file = structuredClone(workable);
  change(file);
  return checkProvider({ name: "workable.json", bytes: bytesOf(file) }).sentences;
}

test("every provider file, and every file with words in another language, is right", () => {
  const { providers, sentences } = readProviderFiles(providerFilesIn(folder));
  assert.deepEqual(sentences, []);
  assert(providers.length >= 6);
});

test("no two providers share a name or an alias", () => {
  const files = readProviderFiles(providerFilesIn(folder)).providers.map(({ file }) => file);
  assert.deepEqual(
    files.flatMap((file) => clashes(file, files)),
    [],
  );
  const [one = workable, other = workable] = files;
  assert.equal(clashes({ ...one, aliases: [other.name.toUpperCase()] }, files).length, 1);
});

const sentences: [change: (file: ProviderFile) => void, sentence: RegExp][] = [
  [
    (file) => (file.probes[0]!.host = "evil.com/"),
    /:\d+: probes\[0\]\.host: expected a host such as api\.example\.com, .*; it is "evil\.com\/"\.$/,
  ],
  [
    (file) => (file.probes[0]!.host = "127.0.0.1"),
    /probes\[0\]\.host: an address of numbers is not taken; write the host's name; it is "127\.0\.0\.1"\.$/,
  ],
  [
    (file) => (file.probes[0]!.host = "{api_key}.workable.com"),
    /probes\[0\]\.host: expected a field of kind "text", since it is one label of a host; "api_key" is of kind "secret"\.$/,
  ],
  [
    (file) => (file.probes[0]!.host = "{subdomian}.workable.com"),
    /probes\[0\]\.host: no field has the id "subdomian"; write "subdomain", or add the field\.$/,
  ],
  [
    (file) => Object.assign(file, { featurd: true }),
    /featurd: there is no such member; remove it, or call it "featured" if that is meant\.$/,
  ],
  [
    (file) => Reflect.deleteProperty(file.probes[0]!, "path"),
    /probes\[0\]\.path: expected a path such as \/v1\/jobs, .*; it is missing, so add it\.$/,
  ],
  [
    (file) => (file.auth = { kind: "query", field: "api_key", parameter: "limit" }),
    /probes\[0\]\.query\.limit: the key goes in here \(auth\.parameter\); remove it\.$/,
  ],
  [
    (file) => (file.auth = { kind: "api_key_header", field: "api_key", header: "Cookie" }),
    /auth\.header: "Cookie" is not for a provider to set; write the header that the ATS documents\.$/,
  ],
  [
    (file) => (file.fields[0]!.chars!.middle = "a-z."),
    /fields\[0\]\.chars: "\." may not be in it, since it is one label of a host; allowed is "a-z0-9_-"\.$/,
  ],
  [(file) => (file.fields[1]!.chars!.middle = "z-a"), /fields\[1\]\.chars\.middle: the range z-a runs backwards; /],
  [
    (file) => ((file.fields[1]!.min = 512), (file.fields[1]!.max = 30)),
    /fields\[1\]\.min: expected at most max, which is 30; it is 512\.$/,
  ],
  [
    (file) => (file.guide[0]!.text = "Open {nobody}."),
    /guide\[0\]\.text: nothing fills in "\{nobody\}"; here may be \{host\} and \{scopes\}, /,
  ],
  [(file) => (file.revoke = "Delete it.\u202e"), /revoke: nobody can see the character U\+202E in it; remove it\.$/],
  [
    (file) => (file.facts["auth"]!.source = "https://example.com/x"),
    /facts\.auth\.source: expected one of sources; it is "https:\/\/example\.com\/x", so add it there\.$/,
  ],
  [
    (file) => (file.id = "other"),
    /id: the file's name is workable\.json; call the file other\.json, or change the id\.$/,
  ],
  [(file) => (file.name = "\u3164"), /name: nobody can see the character U\+3164 in it; remove it\.$/],
  [(file) => file.aliases.push("--"), /aliases\[\d\]: "--" has no letter and no digit, so no search finds it; /],
  [(file) => (file.fields[0]!.label = "API key"), /fields\[1\]\.label: "API key" is there twice; rename one\.$/],
  [
    (file) => (file.probes[1]!.label = file.probes[0]!.label),
    /probes\[1\]\.label: "[^"]*" is there twice; rename one\.$/,
  ],
  [
    (file) => (file.fields[0]!.hosts![0]!.suffix = ".-a.b-.com"),
    /fields\[0\]\.hosts\[0\]\.suffix: no part of a host begins or ends with a hyphen; it is "\.-a\.b-\.com"\.$/,
  ],
  [(file) => (file.verdict = { "text:    ": "credentials" }), /verdict\["text: {4}"\]: the name is wrong: /],
  [(file) => (file.verdict = { "100": "scope" }), /verdict\["100"\]: the name is wrong: /],
  [
    (file) => (file.settingsUrl = "https://app.example.com/\\x"),
    /settingsUrl: expected an https address with a path, such as /,
  ],
];

test("a sentence says the line, the member, what is there, what is allowed and the way out", () => {
  assert.deepEqual(
    said(() => undefined),
    [],
  );
  for (const [change, sentence] of sentences) {
    const all = said(change);
    assert(
      all.some((each) => sentence.test(each)),
      `${String(sentence)}\n${all.join("\n")}`,
    );
  }
});

test("a file of many small mistakes is refused by one sentence, and at once", () => {
  for (const value of [{ ...workable, fields: Array.from({ length: 30_000 }, () => ({})) }, [], null]) {
    const all = checkProvider({ name: "workable.json", bytes: new TextEncoder().encode(JSON.stringify(value)) });
    assert.equal(all.sentences.length, 1);
    assert.match(
      all.sentences[0] ?? "",
      /: (?:a provider file has at most 4000 values; this one has \d+|expected an object with the members that providers\/README\.md describes; it is .*)\.$/,
    );
  }
});

test("all that is wrong is said in one run", () => {
  const all = said((file) => {
    file.name = "";
    file.probes[1]!.host = "localhost";
    Reflect.deleteProperty(file, "revoke");
    file.guide[1]!.text = "x\u200by";
    file.scopes[0]!.means = " x";
  });
  for (const member of ["name", "revoke", "guide[1].text", "scopes[0].means", "probes[1].host"])
    assert(
      all.some((sentence) => sentence.includes(` ${member}: `)),
      `${member}\n${all.join("\n")}`,
    );
  const meaning = said((file) => {
    file.scopes[0]!.probe = "nobody";
    file.auth = { kind: "bearer", field: "nobody" };
    file.fields[0]!.example = "Acme Inc";
    file.settingsUrl = "https://127.0.0.1/";
  });
  assert(meaning.length >= 4, meaning.join("\n"));
});

const notJson: [text: string, sentence: string][] = [
  ["", "it is empty"],
  ['{\n "id": "a",\n}', "line 3, column 1: remove the comma before }"],
  ['{ // mine\n "id": "a" }', "line 1, column 3: it has no comments; remove this one"],
  ['{\n "id": "a"\n "name": "b" }', "line 3, column 2: a comma is missing before this"],
  ["{ 'id': 1 }", "line 1, column 3: texts and names stand in straight double quotes"],
  ['{ "id": "a', "it ends in the middle"],
  ['{ "id": "a\nb" }', "line 1, column 11: a text has a line break or another control character in it"],
];

test("what is no JSON is told by line and column", () => {
  for (const [text, sentence] of notJson) {
    const [problem] = readJson(new TextEncoder().encode(text)).problems;
    assert(
      problem?.sentence.startsWith("the file is not JSON: ") && problem.sentence.includes(sentence),
      `${text}\n${problem?.sentence ?? ""}`,
    );
  }
});

const words = (change: object): string[] => {
  const right = { schema: 1, id: "workable", lang: "de", texts: { "API key": "API-Schlüssel" } };
  return checkWords({ name: "workable.de.json", bytes: bytesOf({ ...right, ...change }) }, workable).sentences;
};

test("words in another language are held to the English texts of the provider file", () => {
  assert.deepEqual(words({}), []);
  const wrong: [object, RegExp][] = [
    [{ lang: "fr" }, /lang: expected "de", as the file's name says; it is "fr"\.$/],
    [{ id: "lever" }, /id: expected "workable", as the file's name says/],
    [{ text: {} }, /text: there is no such member of a words file; remove it/],
    [{ texts: {} }, /texts: expected an object of English texts and their translations; it is an empty object/],
    [
      { texts: { "Api key": "x" } },
      /texts\["Api key"\]: the provider file has no such English text; it has "API key", so write that/,
    ],
    [{ texts: { "API key": "" } }, /texts\["API key"\]: expected the translation, without spaces around it; it is ""/],
    [{ texts: { "API key": "a\u202eb" } }, /nobody can see the character U\+202E/],
    [
      { texts: { "Tick {scopes}.": "Haken setzen." } },
      /expected the same placeholders as the English text \(\{scopes\}\); it has none/,
    ],
    [{ texts: { "API key": "é".repeat(151) } }, /expected at most 300 bytes of UTF-8; it has 302/],
  ];
  for (const [change, sentence] of wrong) {
    const all = words(change);
    assert(
      all.some((each) => sentence.test(each)),
      `${String(sentence)}\n${all.join("\n")}`,
    );
  }
});
