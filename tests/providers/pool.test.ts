import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isProviderFile } from "../../web/relay/load_providers.ts";
import { folder, read } from "./provider_file.ts";

interface File {
  id: string;
  name: string;
  aliases: string[];
  featured: boolean;
  auth: { field?: string };
  fields: { id: string; kind: string; help?: string; refuse?: { like: string; message: string }[] }[];
  scopes: { id: string; means: string; minimum?: true; write?: true; probe?: string }[];
  probes: { id: string; host: string; path: string; query?: Record<string, string> }[];
  verdict: Record<string, string>;
  guide: { text: string; copy?: string; scopes?: true }[];
  revoke: string;
}

const files = readdirSync(folder)
  .filter(isProviderFile)
  .map((name) => read(name) as unknown as File);

/** Somebody gives out the key; its permissions are theirs to set, and no form has them. */
const handedOut = ["recruiterflow"];

const words = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

test("there are two dozen ATSs", () => {
  assert(files.length >= 24, String(files.length));
});

test("no two ATSs answer to the same name", () => {
  const owners = new Map<string, string>();
  for (const { id, name, aliases } of files) {
    for (const called of new Set([id, name, ...aliases].map((each) => each.toLowerCase()))) {
      assert.equal(owners.get(called), undefined, `${called}: ${id}`);
      owners.set(called, id);
    }
  }
});

test("no alias of one ATS is the name of another without its spaces", () => {
  for (const { id, name } of files) {
    for (const other of files) {
      if (other.id !== id) assert(!other.aliases.some((alias) => words(alias) === words(name)), `${name}: ${other.id}`);
    }
  }
});

test("four ATSs stand on the first view, the same as ever", () => {
  const featured = files.filter((file) => file.featured).map(({ id }) => id);
  assert.deepEqual(featured.sort(), ["ashby", "jobvite", "lever", "smartrecruiters"]);
});

for (const file of files) {
  const { id, fields, scopes, probes, guide } = file;

  test(`${id}: each field that a probe's host or path names is asked for`, () => {
    for (const { host, path } of probes) {
      for (const [, name] of `${host}${path}`.matchAll(/\{([^}]*)\}/g)) {
        assert(
          fields.some((field) => field.id === name && field.kind !== "secret"),
          `${name ?? ""} of ${host}${path}`,
        );
      }
    }
    for (const { probe } of scopes)
      if (probe)
        assert(
          probes.some((each) => each.id === probe),
          probe,
        );
  });

  test(`${id}: the guide has four to seven steps, and says where the permissions are ticked if they are`, () => {
    assert(guide.length >= 4 && guide.length <= 7, String(guide.length));
    const ticked = guide.some((step) => step.scopes || step.text.includes("{scopes}"));
    // Without anything to tick, each key does all that it can, or all that its owner can.
    const unlimited =
      scopes.some(({ id: scope }) => scope === "read_all") || /^(?:bamboohr|freshteam|recruitee)$/.test(id);
    assert.equal(ticked, !unlimited && !handedOut.includes(id));
  });

  test(`${id}: the step that names the key copies the name`, () => {
    for (const { text, copy } of guide) {
      if (copy === "host_name") assert(text.includes("“{host}”"), text);
      // Workable's name was there before a step could have a button of its own.
      else if (id !== "workable") assert(!text.includes("“{host}”"), text);
    }
  });

  test(`${id}: every field tells what it is, and every sentence ends`, () => {
    for (const { id: field, kind, help, refuse = [] } of fields) {
      assert(help, `${field} has a sentence below it`);
      for (const { like, message } of refuse) assert.match(message, /[.?]$/, `${field}: ${like}`);
      if (kind === "secret") {
        const likes = refuse.map(({ like }) => like);
        for (const like of ["masked", "email", "spaces", "url", "scope", "foreign"])
          assert(likes.includes(like), `${field}: ${like}`);
      }
    }
    for (const { text } of guide) assert.match(text, /[.:]$/, text);
    assert.match(file.revoke, /^To end the connection, .*\.$/);
  });

  test(`${id}: a permission says in plain words what it lets one do`, () => {
    for (const { id: scope, means, write } of scopes) {
      assert.match(means, /^[A-Z][^.]*$/, scope);
      if (write) assert.match(means, /^(?:Add|Change|Move|Approve|Ask|Update|Reach|Edit)\b/, `${scope}: ${means}`);
    }
  });

  test(`${id}: what people paste is written down`, () => {
    if (id === "workable") return;
    const path = join(folder, `../tests/fixtures/paste/providers/${id}.json`);
    assert(existsSync(path), path);
    const pastes = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown[]>;
    for (const field of fields) if (field.kind !== "choice") assert((pastes[field.id]?.length ?? 0) >= 6, field.id);
  });
}
