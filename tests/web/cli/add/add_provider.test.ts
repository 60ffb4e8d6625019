import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import type { Provider } from "../../../../tools/build/catalogue.ts";
import { addProviders, removeProvider } from "../../../../web/cli/add/add_provider.ts";
import { CommandError } from "../../../../web/cli/command_line.ts";
import { atsLink, type Ran } from "../support.ts";
import { build, copyOf, fileOfDocument, integrityOf, treeOf } from "./built.ts";

type Json = Record<string, unknown>;

let folder: string;
let built: string;
let files: string[];
const acme = JSON.parse(fileOfDocument("acme.json")) as Provider;
const words = JSON.parse(fileOfDocument("acme.de.json")) as { texts: Record<string, string> };
let turn = 0;
/** A copy of the built folder for one test. */
const fresh = (): string => copyOf(built, join(folder, `dist-${String(++turn)}`));

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "ats-link-add-"));
  built = join(folder, "built");
  await build(built);
  mkdirSync(join(folder, "own"));
  files = ["acme.json", "acme.de.json"].map((name) => {
    writeFileSync(join(folder, "own", name), fileOfDocument(name));
    return join(folder, "own", name);
  });
});
after(() => rmSync(folder, { recursive: true }));

/** The command in this process: exit status and what is said. */
function ran(command: () => void): Ran {
  const said = { log: [] as string[], error: [] as string[] };
  const own = { log: console.log, error: console.error };
  const take = (to: string[]) => (line: string) => void to.push(`${line}\n`);
  Object.assign(console, { log: take(said.log), error: take(said.error) });
  let status = 0;
  try {
    command();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    said.error.push(`${error.message}\n`);
    status = error.exitCode;
  } finally {
    Object.assign(console, own);
  }
  return { status, out: said.log.join(""), err: said.error.join("") };
}

const add = (dist: string, ...names: string[]): Ran => ran(() => addProviders(names, dist));
const remove = (dist: string, id: string): Ran => ran(() => removeProvider(id, dist));

/** Acme's file with something changed, under its own name in a folder of its own. */
function changedFile(change: object): string {
  const own = join(folder, `file-${String(++turn)}`);
  mkdirSync(own);
  writeFileSync(join(own, "acme.json"), JSON.stringify({ ...acme, ...change }));
  return join(own, "acme.json");
}

const scriptOf = (tree: object, kind: string): string =>
  Object.keys(tree).find((each) => each.startsWith(`link/assets/${kind}.`) && each.endsWith(".js")) ?? "";

/**
 * The page's own script by any name, what it names, and the rest of a tree without what leads to it: the minifier chooses
 * names by the letters of all.
 */
function withoutNames(tree: Record<string, string>): [script: object, rest: Record<string, string>] {
  const [path, first] = ["page", "link"].map((kind) => scriptOf(tree, kind)) as [string, string];
  const text = tree[path] ?? "";
  const { [path]: _, [first]: __, "integrity.json": ___, "link/index.html": ____, ...rest } = tree;
  const named = [...text.matchAll(/"[^"]*\.[0-9a-f]{16}\.[a-z]+"|"sha384-[^"]*"|\{\\?"providers.*?\]\],/g)].map(String);
  return [{ length: text.length, named }, rest];
}

test("a folder to which an ATS was added is the one that a build with its file makes", async () => {
  const dist = fresh();
  const { status, out, err } = add(dist, ...files);
  assert.deepEqual([status, err], [0, ""]);
  assert.match(out, /has Acme ATS \(acme\) now\. Changed are \d+ files and integrity\.json:/);
  assert.match(out, /Deploy link\/ again, and start the relay again/);
  const wanted = join(folder, "wanted");
  await build(wanted, [{ ...acme, words: { de: words.texts } }]);
  const [[script, have], [wantedScript, want]] = [withoutNames(treeOf(dist)), withoutNames(treeOf(wanted))];
  assert.deepEqual(script, wantedScript);
  assert.deepEqual(Object.keys(have), Object.keys(want));
  for (const [path, content] of Object.entries(want)) assert.equal(have[path], content, path);
  assert.ok(Object.keys(want).some((path) => /^link\/assets\/acme\.de\.[0-9a-f]{16}\.json$/.test(path)));
  assertWhole(treeOf(dist));
});

/** The page names its script by its hash, that the next, each hashed file has its own, and the table has them all. */
function assertWhole(tree: Record<string, string>): void {
  const table = JSON.parse(tree["integrity.json"] ?? "") as { files: Record<string, string> };
  const listed = Object.keys(tree).filter((path) => !["integrity.json", "link/link.config.json"].includes(path));
  assert.deepEqual(Object.keys(table.files), listed);
  for (const path of listed) {
    if (path.endsWith(".wasm")) continue;
    assert.equal(table.files[path], integrityOf(tree[path] ?? ""), path);
    const hash = /\.([0-9a-f]{16})\.[a-z]+$/.exec(path)?.[1];
    const digest = Buffer.from(integrityOf(tree[path] ?? "").slice("sha384-".length), "base64").toString("hex");
    if (hash !== undefined) assert.equal(digest.slice(0, 16), hash, path);
  }
  const [, name = "", integrity] =
    /src="(assets\/link[^"]*)"[^>]* integrity="([^"]*)"/.exec(tree["link/index.html"] ?? "") ?? [];
  assert.equal(integrity, table.files[`link/${name}`]);
  const [first, own] = ["link", "page"].map((kind) => scriptOf(tree, kind)) as [string, string];
  assert.equal(`link/${name}`, first);
  const names = `"${basename(own)}",integrity:"${String(table.files[own])}"`;
  assert.ok(tree[first]?.includes(names), "the first script names the page's own");
}

test("a second run changes nothing, and taking it out again gives the folder of before", () => {
  const dist = fresh();
  const own = changedFile({});
  add(dist, own);
  const once = treeOf(dist);
  assert.notDeepEqual(once, treeOf(built));
  const again = add(dist, own);
  assert.deepEqual([again.status, again.err], [0, ""]);
  assert.match(again.out, /has Acme ATS \(acme\) already; nothing was changed\.\n$/);
  assert.deepEqual(treeOf(dist), once);
  const removed = remove(dist, "acme");
  assert.deepEqual([removed.status, removed.err], [0, ""]);
  assert.deepEqual(treeOf(dist), treeOf(built));
});

test("a changed file takes the place of the old one, and nothing of the old one is left", () => {
  const [changed, direct] = [fresh(), fresh()];
  const next = changedFile({
    name: `Zeta "ATS" d'Acme \\ $&`,
    aliases: ["acme"],
    settingsUrl: "https://app.acme-ats.com/keys",
  });
  add(changed, ...files);
  // Without the words of before.
  assert.equal(add(changed, next).status, 0);
  assert.equal(add(direct, next).status, 0);
  const left = Object.keys(treeOf(changed)).filter((path) => path.includes("/acme."));
  assert.equal(left.length, 1, left.join());
  assertWhole(treeOf(changed));
  assertWhole(treeOf(direct));
});

const refused: [what: string, run: (dist: string) => Ran, sentence: RegExp][] = [
  [
    "a wrong file",
    (dist) => add(dist, changedFile({ status: "off" })),
    /status: expected "ok" or "legacy"; it is "off"\.$/m,
  ],
  [
    "a featured one",
    (dist) => add(dist, changedFile({ featured: true })),
    /featured: expected false: the first screen was made when the page was built/,
  ],
  ["words alone", (dist) => add(dist, files[1] ?? ""), /give the provider file with its words/],
  ["one that is not there", (dist) => remove(dist, "acme"), /has no ATS "acme"; it has ashby, /],
  [
    "one of the first screen",
    (dist) => remove(dist, "ashby"),
    /ashby stays: the first screen was made when the page was/,
  ],
  ["no file", (dist) => atsLink("add-provider", "--dist", dist), /takes one word or more, FILE, not 0/],
  [
    "a file beside --remove",
    (dist) => atsLink("add-provider", files[0] ?? "", "--remove", "acme", "--dist", dist),
    /takes no word, not 1/,
  ],
];

test("what cannot be had is refused with a sentence, and the folder stays as it is", () => {
  const dist = fresh();
  for (const [what, run, sentence] of refused) {
    const { status, out, err } = run(dist);
    assert.deepEqual([status === 0, out], [false, ""], what);
    assert.match(err, sentence, what);
  }
  assert.deepEqual(treeOf(dist), treeOf(built));

  assert.match(add(join(folder, "own"), files[0] ?? "").err, /is no built folder: it has no integrity\.json\./);
  writeFileSync(join(dist, "integrity.json"), JSON.stringify({ version: "9.9.9", files: {} }));
  assert.match(
    add(dist, files[0] ?? "").err,
    /is of version 9\.9\.9, and this command of \d+\.\d+\.\d+; use the command of that folder/,
  );
});

test("an ATS of the first screen may be replaced where the screen stays true", () => {
  const dist = fresh();
  const ashby = JSON.parse(readFileSync("providers/ashby.json", "utf8")) as Json;
  const own = join(folder, "ashby");
  mkdirSync(own);
  const write = (change: object): string => {
    writeFileSync(join(own, "ashby.json"), JSON.stringify({ ...ashby, ...change }));
    return join(own, "ashby.json");
  };
  assert.match(
    add(dist, write({ featured: false })).err,
    /featured: expected true: the first screen of this page shows Ashby\./,
  );
  assert.match(
    add(dist, write({ name: "Ashley" })).err,
    /name: expected "Ashby", which the first screen of this page shows\./,
  );
  const [field] = ashby["fields"] as Json[];
  assert.match(
    add(dist, write({ fields: [{ ...field, label: "Secret" }] })).err,
    /fields: expected the labels API key, which the first screen of this page says\./,
  );
  assert.equal(add(dist, write({ revoke: "Delete the key." })).status, 0);
});

test("what was interrupted leaves the old page whole, and can be run again", () => {
  const dist = fresh();
  // The page's address is replaced last; a folder in its way stops the command just before.
  const way = join(dist, "link/.index.html.new");
  mkdirSync(join(way, "in the way"), { recursive: true });
  const stopped = add(dist, ...files);
  assert.equal(stopped.status, 1);
  assert.match(stopped.err, /cannot be written \(E\w+\); run the command again as somebody who may\.\n$/);
  const [tree, old] = [treeOf(dist), treeOf(built)];
  for (const path of Object.keys(old).filter((each) => each.startsWith("link/")))
    assert.equal(tree[path], old[path], path);
  rmSync(way, { recursive: true });
  const direct = fresh();
  assert.equal(add(dist, ...files).status, 0);
  assert.equal(add(direct, ...files).status, 0);
  assert.deepEqual(treeOf(dist), treeOf(direct));
});

test("words in a language that the page does not speak are left out with a sentence", () => {
  const dist = fresh();
  const own = changedFile({});
  const finnish = own.replace("acme.json", "acme.fi.json");
  writeFileSync(finnish, JSON.stringify({ schema: 1, id: "acme", lang: "fi", texts: { "API key": "API-avain" } }));
  const { status, err } = add(dist, own, finnish);
  assert.equal(status, 0);
  assert.match(err, /^acme\.fi\.json is left out: the page speaks .*\ben\b.*, not fi\.\n$/);
});

test("nginx files that were changed by hand stay, and that is said", () => {
  const dist = fresh();
  const path = join(dist, "relay/nginx/ats-link-locations.conf");
  writeFileSync(path, `# of mine\n${readFileSync(path, "utf8")}`);
  const { status, out } = add(dist, files[0] ?? "");
  assert.equal(status, 0);
  assert.match(
    out,
    /^nginx: .*ats-link-locations\.conf was changed by hand and stays as it is, without the new locations\.$/m,
  );
  assert.match(readFileSync(path, "utf8"), /^# of mine\n/);
});
