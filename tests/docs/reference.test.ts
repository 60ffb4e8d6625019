import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { referencePages } from "../../tools/build/api_reference.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The first cell of each row whose cell is one name in code, such as an error's. */
const firstCells = (page: string, from: string, to?: string): string[] => {
  const text = read(page);
  const part = text.slice(text.indexOf(from), to === undefined ? undefined : text.indexOf(to));
  return [...part.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
};

/** All texts that a type names, and the members of an interface. */
function declared(file: string, name: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const node = source.statements.find(
    (each): each is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
      (ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each)) && each.name.text === name,
  );
  assert.ok(node, `${file} has ${name}`);
  if (ts.isInterfaceDeclaration(node)) return node.members.map((member) => member.name?.getText(source) ?? "");
  return [...node.getText(source).matchAll(/(?:[|=]|name:)\s*"([^"]+)"/g)].map(([, word = ""]) => word);
}

test("the reference is what the types of the package say", async () => {
  for (const [path, text] of Object.entries(await referencePages()))
    assert.equal(read(path), text, `${path}: run node tools/build/api_reference.ts`);
});

test("docs/errors.md has each error code once", () => {
  const codes = declared("web/types/index.ts", "ErrorCode");
  assert.ok(codes.length > 15);
  assert.deepEqual(firstCells("docs/errors.md", "## About the key").sort(), codes.sort());
});

test("docs/events.md has each event, and each reason of an exit", () => {
  const events = ["PlainEventName", "LinkEvent"].flatMap((name) => declared("web/types/index.ts", name));
  assert.ok(events.length > 10);
  assert.deepEqual(firstCells("docs/events.md", "| name | when", "## How a session ends").sort(), events.sort());
  const reasons = declared("web/types/index.ts", "ExitReason");
  assert.deepEqual(firstCells("docs/events.md", "| `metadata.reason`").slice(1).sort(), reasons.sort());
});

test("docs/config.md has each member of link.config.json", () => {
  const rows = [...read("docs/config.md").matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = ""]) => cell);
  const all = rows.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name));
  const members = declared("web/headers/link_config.ts", "LinkPageConfig");
  assert.deepEqual([...new Set(all)].sort(), members.sort());
});
