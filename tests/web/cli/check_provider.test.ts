import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { providersFolder } from "../../../web/relay/load_providers.ts";
import { atsLink, temporaryFolder } from "./support.ts";

const text = readFileSync(join(providersFolder(), "lever.json"), "utf8");
const asAcme = text
  .replace('"id": "lever"', '"id": "acme"')
  .replace('"name": "Lever"', '"name": "Acme ATS"')
  .replace(/"aliases": \[[^\]]*\]/, '"aliases": ["acme"]');

test("check-provider says what a right file says, and warns of names that the catalogue has", (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, "acme.json");
  writeFileSync(file, asAcme);
  writeFileSync(
    join(folder, "acme.de.json"),
    JSON.stringify({ schema: 1, id: "acme", lang: "de", texts: { Region: "Gebiet" } }),
  );
  const { status, out, err } = atsLink("check-provider", file);
  assert.deepEqual([status, err], [0, ""]);
  for (const words of ["acme.json is right.", "Acme ATS, acme", "GET https://{region}/v1/postings", "de (1 of "])
    assert(out.includes(words), `${words}\n${out}`);

  writeFileSync(file, asAcme.replace('["acme"]', '["Workable"]'));
  const warned = atsLink("check-provider", file);
  assert.equal(warned.status, 0);
  assert.match(warned.err, /^acme\.json: "Workable" is a name of Workable \(workable\), too; a search finds both\.\n$/);

  const own = atsLink("check-provider", join(providersFolder(), "lever.json"));
  assert.deepEqual([own.status, own.err], [0, ""]);
});

test("check-provider says all that is wrong with all files in one run, and exits with 1", (t) => {
  const folder = temporaryFolder(t);
  const at = (name: string): string => join(folder, name);
  writeFileSync(
    at("acme.json"),
    asAcme.replace('"api.lever.co"', '"evil.com/"').replace('"featured": true', '"featured": "yes"'),
  );
  writeFileSync(at("other.json"), "{ // mine\n}");
  writeFileSync(at("large.json"), "x".repeat(300_000));
  writeFileSync(at("alone.de.json"), JSON.stringify({ schema: 1, id: "alone", lang: "fr", texts: { a: "b" } }));
  copyFileSync(join(providersFolder(), "lever.json"), at("renamed.json"));
  mkdirSync(at("folder.json"));
  const names = ["acme.json", "other.json", "large.json", "alone.de.json", "renamed.json", "folder.json", "none.json"];
  const { status, out, err } = atsLink("check-provider", ...names.map(at));
  assert.deepEqual([status, out], [1, ""]);
  const sentences = [
    /acme\.json:\d+: featured: expected true or false; it is "yes"\.$/m,
    /acme\.json:\d+: fields\[0\]\.options\[0\]\.value: expected a host .*; it is "evil\.com\/"\.$/m,
    /other\.json: the file is not JSON: line 1, column 3: it has no comments; remove this one\.$/m,
    /large\.json: a provider file has at most 262144 bytes; this one has 300000\.$/m,
    /alone\.de\.json: there is no right alone\.json beside it; give the provider file, too\.$/m,
    /alone\.de\.json:1: lang: expected "de", as the file's name says; it is "fr"\.$/m,
    /renamed\.json:\d+: id: the file's name is renamed\.json; call the file lever\.json, or change the id\.$/m,
    /folder\.json: this is a folder; give the provider file in it\.$/m,
    /none\.json: there is no such file; give a provider file, such as acme\.json\.$/m,
  ];
  for (const sentence of sentences) assert.match(err, sentence);
});

test("check-provider without a file is a wrong command line", () => {
  const { status, err } = atsLink("check-provider");
  assert.equal(status, 2);
  assert.match(
    err,
    /^ats-link check-provider takes one word or more, FILE, not 0: ats-link check-provider FILE\.\.\.\n$/,
  );
});
