import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { detailsOf, entryOf, readCatalogue } from "../../../tools/build/catalogue.ts";
import { buildLink, type Transferred } from "../../../tools/build/link.ts";
import type { Asset } from "../../../web/link/assets.ts";
import type { FirstScreens } from "../../../web/link/boot/first_screen.ts";
import { ConfigProblem } from "../../../web/link/config/config_check.ts";
import { readPageConfig } from "../../../web/link/config/page_config.ts";

let folder: string;
let transferred: Transferred;

/** A build with a stand-in for the module, since only what surrounds it is looked at. */
async function build(outdir: string): Promise<Transferred> {
  const module = join(folder, "module");
  await mkdir(module, { recursive: true });
  await writeFile(join(module, "ats-link.mjs"), "export default () => Promise.resolve({});");
  await writeFile(join(module, "ats-link.wasm"), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  const firstScreens = (): Promise<FirstScreens> =>
    Promise.resolve({ providers: [], screens: {}, last: { kind: "text", id: "", label: "" } });
  return buildLink({ module, outdir, version: "1.2.3", firstScreens });
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "ats-link-build-"));
  transferred = await build(join(folder, "a"));
});
after(() => rm(folder, { recursive: true }));

const read = (name: string): Promise<string> => readFile(join(folder, "a", name), "utf8");
const list = async (name: string): Promise<string[]> =>
  (await readdir(join(folder, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1))
    .sort();

test("two builds are equal, byte for byte", async () => {
  await build(join(folder, "b"));
  const names = await list("a");
  assert.ok(names.length >= 9);
  assert.deepEqual(await list("b"), names);
  for (const name of names)
    assert.deepEqual(await readFile(join(folder, "b", name)), await readFile(join(folder, "a", name)), name);
});

test("the page has no inline script, style or handler, and no placeholder is left", async () => {
  const page = await read("index.html");
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|\{\{/);
  assert.match(page, /<html lang="en">/);
});

test("script and style carry the integrity of the files they name", async () => {
  const page = await read("index.html");
  const tags = [...page.matchAll(/(?:src|href)="(assets\/[^"]+)" integrity="(sha384-[^"]+)"/g)];
  assert.equal(tags.length, 2);
  for (const [, name = "", integrity] of tags) {
    const hash = createHash("sha384")
      .update(await readFile(join(folder, "a", name)))
      .digest("base64");
    assert.equal(integrity, `sha384-${hash}`);
  }
});

test("the first script knows name and integrity of the page's own, and that of every file that it loads", async () => {
  const names = await list("a");
  const scriptOf = (kind: string): Promise<string> =>
    read(names.find((name) => name.startsWith(`assets/${kind}.`) && name.endsWith(".js")) ?? "");
  const [first, own] = [await scriptOf("link"), await scriptOf("page")];
  for (const name of names.filter((file) => /\/(ats-link|catalogue|engine|en|first|page|seal)\./.test(file))) {
    const script = name.startsWith("assets/page.") ? first : own;
    const hash = createHash("sha384")
      .update(await readFile(join(folder, "a", name)))
      .digest("base64");
    assert.ok(script.includes(name.replace("assets/", "")) && script.includes(`sha384-${hash}`), name);
  }
});

test("the first screen waits for page, configuration, style and script, and the second for seven files more", async () => {
  const names = await list("a");
  const { before: first, after: second } = transferred;
  for (const name of [...first, ...second]) assert.ok(names.includes(name), name);
  const kinds = (files: string[]): string[] => files.map((name) => name.replace(/\.[0-9a-f]{16}/, ""));
  assert.deepEqual(kinds(first), ["index.html", "link.config.json", "assets/link.css", "assets/link.js"]);
  const later = [
    "assets/wizard.css",
    "assets/page.js",
    "assets/engine.js",
    "assets/ats-link.wasm",
    "assets/en.json",
    "assets/catalogue.en.json",
  ];
  assert.deepEqual(kinds(second), [...later, "assets/workable.en.json"], "the details of the largest are the last");
});

test("no script is left with a name that the build should have filled in", async () => {
  for (const name of (await list("a")).filter((file) => file.endsWith(".js")))
    assert.doesNotMatch(await read(name), /ATS_LINK_[A-Z]/, name);
});

test("no built script asks for code from text", async () => {
  for (const name of (await list("a")).filter((file) => file.endsWith(".js")))
    assert.doesNotMatch(await read(name), /\beval\(|new Function\(|\.innerHTML|document\.write/, name);
});

test("the configuration is a template that the page does not accept", async () => {
  const template = JSON.parse(await read("link.config.json")) as unknown;
  assert.throws(() => readPageConfig(template, "https://link.example.com/link.config.json"), ConfigProblem);
});

test("the list has every provider and names its details, which lack what only the relay needs", async () => {
  const name = (await list("a")).find((file) => file.startsWith("assets/catalogue.en.")) ?? "";
  const catalogue = JSON.parse(await read(name)) as { id: string; file: Asset }[];
  const files = (await readdir(join(import.meta.dirname, "../../../providers"))).filter((file) =>
    /^[^.]+\.json$/.test(file),
  );
  assert.equal(catalogue.length, files.length - 1, "all but the schema");
  for (const { id, file } of catalogue) {
    const text = await read(`assets/${file.name}`);
    assert.equal((JSON.parse(text) as { id: string }).id, id);
    assert.equal(file.integrity, `sha384-${createHash("sha384").update(text).digest("base64")}`);
    assert.doesNotMatch(text, /"(sources|auth|facts|status|host|path)":/);
  }
  assert.doesNotMatch(JSON.stringify(catalogue), /"(fields|guide|probes)":/);
});

test("what a provider says in another language is in a list and a file of that language, and says what stayed English", async () => {
  const [provider] = await readCatalogue(join(import.meta.dirname, "../../../providers"));
  assert.ok(provider);
  const [field] = provider["fields"] as { label: string }[];
  const translated = { ...provider, words: { de: { [field?.label ?? ""]: "Ein Wort" } } };
  assert.deepEqual([...(entryOf(translated, "de").asks ?? []), ...entryOf(translated, "de").secrets][0], "Ein Wort");
  const { lang, english, fields } = detailsOf(translated, "de") as ReturnType<typeof detailsOf> & { fields: object[] };
  assert.equal(lang, "de");
  assert.equal((fields[0] as { label: string }).label, "Ein Wort");
  assert.ok(english?.includes(String(provider["revoke"])) && !english.includes(field?.label ?? ""));
  assert.equal(detailsOf(translated, "fr").lang, "en", "one English file for all languages that have no word");
});
