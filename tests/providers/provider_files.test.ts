import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";

const folder = join(import.meta.dirname, "../../providers");
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as ProviderFile;
const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json");
const files = names.map((name) => [name, read(name)] as const);
const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true }).compile(
  read("schema.json"),
);

interface ProviderFile {
  id: string;
  name: string;
  featured: boolean;
  status: string;
  auth: { kind: string; field?: string; headers?: Record<string, string> };
  fields: FieldFile[];
  scopes: { id: string; probe?: string; minimum?: boolean; write?: boolean }[];
  probes: { id: string; host: string; method: string; path: string; ok: object }[];
  verdict: Record<string, string>;
  guide: { text: string; url?: string }[];
  settingsUrl: string;
}

interface FieldFile {
  id: string;
  kind: string;
  chars?: { first: string; middle: string; last: string };
  min?: number;
  max?: number;
  options?: { value: string }[];
  refuse?: { like: string }[];
}

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
    const used = file.auth.headers ? Object.values(file.auth.headers) : [file.auth.field ?? ""];
    assert.deepEqual([...used].sort(), [...secretIds].sort(), "auth uses each secret once");
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

  test(`${name} fills a host or link only with a field that is safe there`, () => {
    const textIds = file.fields.filter(({ kind }) => kind === "text").map(({ id }) => id);
    for (const { host } of file.probes) {
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
  });
}

test("at most four providers are featured, and Workable is not among them", () => {
  const featured = files.filter(([, file]) => file.featured).map(([, { id }]) => id);
  assert(featured.length >= 1 && featured.length <= 4);
  assert(!featured.includes("workable"));
  assert(files.length > featured.length);
});

const breaks: [string, (file: ProviderFile) => void][] = [
  ["an unknown member", (file) => Object.assign(file, { extra: 1 })],
  ["an unknown member of a field", (file) => Object.assign(file.fields[0]!, { pattern: "^a$" })],
  ["no secret field", (file) => (file.fields = file.fields.filter(({ kind }) => kind !== "secret"))],
  ["an unknown auth kind", (file) => (file.auth.kind = "query")],
  ["an unknown method", (file) => (file.probes[0]!.method = "DELETE")],
  ["a host with a scheme", (file) => (file.probes[0]!.host = "https://api.example.com")],
  ["a host with a port", (file) => (file.probes[0]!.host = "api.example.com:8443")],
  ["a field in the middle of a host", (file) => (file.probes[0]!.host = "api.{subdomain}.example.com")],
  ["a field before a bare top-level domain", (file) => (file.probes[0]!.host = "{subdomain}.com")],
  ["a path with a query", (file) => (file.probes[0]!.path = "/jobs?limit=1")],
  ["a path that climbs", (file) => (file.probes[0]!.path = "/../admin")],
  ["two shapes in ok", (file) => (file.probes[0]!.ok = { array: "a", true: "b" })],
  ["a body on GET", (file) => Object.assign(file.probes[0]!, { method: "GET", body: {} })],
  ["a link that is not https", (file) => (file.settingsUrl = "http://example.com/")],
  ["an unknown meaning of a status", (file) => (file.verdict["403"] = "whatever")],
  ["a status that is none", (file) => (file.verdict["999"] = "scope")],
  ["an unknown shape to refuse", (file) => (file.fields.at(-1)!.refuse![0]!.like = "anything")],
  ["a longer maximum than the relay takes", (file) => (file.fields.at(-1)!.max = 5000)],
  ["no guide", (file) => (file.guide = [])],
];
for (const [what, breakIt] of breaks) {
  test(`a file with ${what} fails the schema`, () => {
    const file = structuredClone(read("workable.json"));
    breakIt(file);
    assert.equal(validate(file), false);
  });
}

function assertIsLabel({ id, chars, max }: FieldFile): void {
  const all = `${chars?.first}${chars?.middle}${chars?.last}`;
  assert.match(all, /^[a-z0-9_-]+$/, `${id} may hold only characters of a host label`);
  assert((max ?? 0) <= 63, `${id} is one label`);
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
