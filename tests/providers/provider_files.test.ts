import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { inRanges } from "../../web/relay/field_check.ts";
import { isProviderFile } from "../../web/relay/load_providers.ts";
import { folder, read, validate, type FieldFile } from "./provider_file.ts";

const names = readdirSync(folder).filter(isProviderFile);
const files = names.map((name) => [name, read(name)] as const);

for (const [name, file] of files) {
  test(`${name} follows the schema`, () => {
    assert.equal(validate(file), true, JSON.stringify(validate.errors, null, 1));
  });

  test(`${name} refers only to what it holds`, () => {
    const fieldIds = file.fields.map(({ id }) => id);
    const secretIds = file.fields.filter(({ kind }) => kind === "secret").map(({ id }) => id);
    const probeIds = file.probes.map(({ id }) => id);
    assert.equal(`${file.id}.json`, name);
    for (const ids of [fieldIds, probeIds, file.scopes.map(({ id }) => id)])
      assert.equal(new Set(ids).size, ids.length);
    const { auth } = file;
    const used = [...Object.values(auth.headers ?? {}), auth.field, auth.user, auth.client].filter(
      (id) => id !== undefined,
    );
    for (const id of used) assert(fieldIds.includes(id), `auth: ${id}`);
    const usedSecrets = used.filter((id) => secretIds.includes(id));
    assert.deepEqual([...usedSecrets].sort(), [...secretIds].sort(), "auth uses each secret once");
    for (const { id, probe, write } of file.scopes) {
      if (probe === undefined) continue;
      assert(probeIds.includes(probe), `probe of ${id}`);
      assert(!write, `${id}: a write scope cannot be proved without side effects`);
    }
    assert(
      file.scopes.some(({ minimum, probe }) => minimum && probe !== undefined),
      "a minimum scope can be proved",
    );
    for (const { id, refuse = [] } of file.fields) {
      for (const { like } of refuse) {
        const other = /^field:(.*)$/.exec(like)?.[1];
        if (other !== undefined) assert(fieldIds.includes(other) && other !== id, `${id}: ${like}`);
      }
    }
  });

  test(`${name} names for each of its facts a source that it lists`, () => {
    for (const [what, { source }] of Object.entries(file.facts)) assert(file.sources.includes(source), what);
  });

  test(`${name} sends only required fields by a path, and no secret but where auth puts it`, () => {
    const { auth } = file;
    for (const { path } of file.probes) {
      for (const id of placeholders(path)) assertIsSegment(file.fields, id);
    }
    for (const text of Object.values({ ...auth.extraHeaders, ...auth.parameters })) {
      for (const id of placeholders(text)) {
        const field = file.fields.find((candidate) => candidate.id === id);
        assert(field && field.kind !== "secret", text);
      }
    }
    for (const text of Object.values(auth.extraHeaders ?? {})) {
      for (const id of placeholders(text)) assert(!file.fields.find((field) => field.id === id)?.optional, text);
    }
    // What stands before the first colon of HTTP Basic is the user.
    const userId = auth.kind === "basic_key_as_user" ? auth.field : auth.user;
    const user = file.fields.find(({ id }) => id === userId);
    for (const ranges of Object.values(user?.chars ?? {}))
      assert(!inRanges(ranges, ":"), `${userId} may hold no colon`);
  });

  test(`${name} fills a host or link only with a field that is safe there`, () => {
    const textIds = file.fields.filter(({ kind }) => kind === "text").map(({ id }) => id);
    const tokenHost = /^https:\/\/([^/]*)/.exec(file.auth.tokenUrl ?? "")?.[1];
    for (const host of [...file.probes.map((probe) => probe.host), ...(tokenHost === undefined ? [] : [tokenHost])]) {
      const [, id, suffix] = /^\{([a-z_0-9]+)\}(.*)$/.exec(host) ?? [];
      if (id === undefined) continue;
      const field = file.fields.find((candidate) => candidate.id === id);
      assert.equal(field?.kind, suffix === "" ? "choice" : "text", host);
      if (field.kind === "text") assertIsLabel(field);
    }
    const links = [file.settingsUrl, ...file.guide.map(({ url }) => url ?? "")];
    for (const link of links) for (const id of placeholders(link)) assert(textIds.includes(id), link);
    for (const { text } of file.guide) {
      for (const id of placeholders(text)) assert(["host", "scopes"].includes(id), text);
    }
    for (const { copy } of file.guide) if (copy === "subdomain") assert(textIds.includes("subdomain"), copy);
    assert(file.guide.filter(({ scopes }) => scopes).length <= 1, "the permissions are listed in one step");
  });
}

test("at most four providers are featured, and Workable is not among them", () => {
  const featured = files.filter(([, file]) => file.featured).map(([, { id }]) => id);
  assert(featured.length >= 1 && featured.length <= 4);
  assert(!featured.includes("workable"));
  assert(files.length > featured.length);
});

test("words in another language are not taken for a provider", () => {
  assert.deepEqual(["workable.json", "workable.de.json", "schema.json", "README.md"].filter(isProviderFile), [
    "workable.json",
  ]);
});

function assertIsLabel({ id, chars, max }: FieldFile): void {
  const all = `${chars?.first}${chars?.middle}${chars?.last}`;
  assert.match(all, /^[a-z0-9_-]+$/, `${id} may hold only characters of a host label`);
  assert((max ?? 0) <= 63, `${id} is one label`);
}

/** A segment that is sent as it is typed: no dot and no slash, in whatever spelling, so it cannot climb or end. */
function assertIsSegment(fields: FieldFile[], id: string): void {
  const field = fields.find((candidate) => candidate.id === id);
  assert.equal(field?.kind, "text", id);
  assert(!field.optional, `${id} always stands in the path`);
  const { first, middle, last } = field.chars!;
  for (let code = 32; code < 127; code++) {
    const letter = String.fromCharCode(code);
    if (/[A-Za-z0-9_-]/.test(letter)) continue;
    assert(![first, middle, last].some((ranges) => inRanges(ranges, letter)), `${id} may not hold ${letter}`);
  }
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
