import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { Ajv, type AnySchemaObject } from "ajv";
import { lockedPackages } from "../../tools/build/supply/shipped.ts";

const root = join(import.meta.dirname, "../..");
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

interface Bom {
  metadata: { component: { name: string; version: string } };
  components: { name: string; version: string; purl: string; scope: string; licenses: { expression: string }[] }[];
}
const bom = readJson(join(root, "dist/sbom.cdx.json")) as Bom;

/** The official schemas, as the CycloneDX library ships them. */
const schemas = join(
  dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")),
  "res/schema",
);
const schema = (name: string): AnySchemaObject => readJson(join(schemas, name)) as AnySchemaObject;

function validate(document: unknown): string[] {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  // They refer to each other by file name.
  for (const name of ["spdx", "jsf-0.82", "cryptography-defs"].map((part) => `${part}.SNAPSHOT.schema.json`))
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}`);
  const check = ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json"));
  void check(document);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

test("the bill of materials is CycloneDX 1.6 by its official schema", () => {
  assert.deepEqual(validate(bom), []);
  assert.notDeepEqual(validate({ ...bom, components: [{ name: "nothing else" }] }), []);
});

test("the bill of materials names what is shipped by version and commit, and nothing else as required", () => {
  const required = bom.components.filter(({ scope }) => scope === "required");
  const ofTheCommand = ["@humanwhocodes/momoa", "ajv", "fast-deep-equal", "fast-uri", "json-schema-traverse"];
  const names = ["emscripten", "imgui", "jose", "nlohmann_json", ...ofTheCommand];
  assert.deepEqual(required.map(({ name }) => name).sort(), names.sort());
  const pins = readFileSync(join(root, "cmake/dependencies.cmake"), "utf8");
  for (const { name, purl } of required.filter(({ name }) => name === "imgui" || name === "nlohmann_json"))
    assert.ok(pins.includes(purl.slice(purl.indexOf("@") + 1)), `${name}'s commit is the pinned one`);
});

test("the bill of materials names every package of the lockfile, in each of its versions", () => {
  const have = new Set(bom.components.map(({ name, version }) => `${name} ${version}`));
  const missing = lockedPackages().filter(({ name, version }) => !have.has(`${name} ${version}`));
  assert.deepEqual(missing, []);
  const names = lockedPackages().map(({ name }) => name);
  assert.ok(new Set(names).size < names.length, "one of them is there twice");
});

/** Licences that a product under Apache-2.0 may be built with; what is shipped is held to the first row. */
const forShipping = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "NCSA"];
// Next has its pictures made by a library under the LGPL, and knows browsers by a list under CC-BY: neither is shipped.
const forTools = [
  ...forShipping,
  "LGPL-3.0-or-later",
  "CC-BY-4.0",
  "BlueOak-1.0.0",
  "MPL-2.0",
  "Python-2.0",
  "PSF-2.0",
  "CC0-1.0",
  "Unlicense",
];
const terms = (expression: string): string[] =>
  expression.replaceAll(/ WITH LLVM-exception|[()]/g, "").split(/ (?:AND|OR) /);

test("every licence is on the list of those that fit, the stricter one for what is shipped", () => {
  const odd = bom.components.flatMap(({ name, scope, licenses }) =>
    licenses
      .flatMap(({ expression }) => terms(expression))
      .filter((term) => !(scope === "required" ? forShipping : forTools).includes(term))
      .map((term) => `${name}: ${term}`),
  );
  assert.deepEqual(odd, []);
  assert.ok(bom.components.every(({ licenses }) => licenses.length > 0));
});

test("the licence list holds the text of every shipped library", () => {
  const list = readFileSync(join(root, "dist/THIRD_PARTY_LICENSES.txt"), "utf8");
  for (const words of [
    "Omar Cornut",
    "Niels Lohmann",
    "Filip Skokan",
    "Emscripten",
    "Rich Felker",
    "Evgeny Poberezkin",
    "fast-uri",
  ])
    assert.ok(list.includes(words), words);
});

test("installing packages runs no script of theirs, and the lockfile pins each by hash", () => {
  // Not ignore-scripts, which would keep our own prepack from looking at what is packed. By hand, npm refuses a package
  // with a script that is neither allowed nor denied; all there are is denied.
  assert.match(readFileSync(join(root, ".npmrc"), "utf8"), /^strict-allow-scripts=true$/m);
  const { allowScripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    allowScripts: Record<string, boolean>;
  };
  assert.deepEqual(new Set(Object.values(allowScripts)), new Set([false]));
  assert.match(readFileSync(join(root, "tools/install"), "utf8"), /npm ci --ignore-scripts/);
  const loose = lockedPackages().filter(({ integrity }) => !integrity.startsWith("sha512-"));
  assert.deepEqual(loose, []);
});
