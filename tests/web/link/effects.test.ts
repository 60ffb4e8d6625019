import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { createHostLine } from "../../../web/link/host/host_line.ts";
import { createSession } from "../../../web/link/host/session.ts";
import type { Effect } from "../../../web/link/messages.ts";
import { performEffect, type World } from "../../../web/link/module/effects.ts";
import type { FromPage } from "../../../web/types/port.ts";
import { readFromPage } from "../../../web/types/port_check.ts";

const root = join(import.meta.dirname, "../../..");
const fixture = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(root, `tests/fixtures/codec/${name}.json`), "utf8"));

/** What C++ writes, by a name: the Catch2 suite holds it to this file, the page gets it as text. */
const effects = (await fixture("effects")) as Record<string, { type: string }>;
const inbound = (await fixture("inbound")) as { message: unknown; event: string | null }[];

/** Those that the host is told of, as the page tells it. */
function toldBy(effect: Effect): FromPage[] {
  const sent: FromPage[] = [];
  const send = (message: FromPage): void => void sent.push(message);
  const port = { send, sendUntilAck: send, unheard: () => null, close() {} };
  const line = createHostLine(
    port,
    createSession("5e55"),
    (at) => send({ type: "snapshot", ...at }),
    () => {},
  );
  performEffect(effect, { host: line.world } as World);
  // An exit is told as the wizard closes.
  if (effect.type === "exit") line.world.close();
  return sent;
}

test("the opener takes what the page tells of each effect that C++ writes for the host", () => {
  const ofTheHost = ["notify", "success", "exit", "reply", "help", "snapshot"];
  const told = Object.entries(effects).filter(([, { type }]) => ofTheHost.includes(type));
  assert.deepEqual(new Set(told.map(([, { type }]) => type)), new Set(ofTheHost));
  for (const [name, effect] of told) {
    const sent = toldBy(effect as Effect);
    assert.equal(sent.length, 1, name);
    for (const message of sent) assert.deepEqual(readFromPage(message), message, name);
  }
});

/** What a strict compiler says of values as literals of their types: no member may be missing, none may be more. */
function complaints(values: readonly (readonly [type: string, value: unknown])[]): string[] {
  const path = join(root, "tests/web/link/crossing.ts");
  const lines = values.map(([type, value], i) => `export const v${String(i)}: ${type} = ${JSON.stringify(value)};`);
  const source = `import type { Effect, Inbound, SealEffect } from "../../../web/link/messages.ts";\n${lines.join("\n")}`;
  const options: ts.CompilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, allowImportingTsExtensions: true, types: [] },
    ...{ lib: ["lib.es2023.d.ts"], target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext },
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2023) : read(name, ...rest);
  const program = ts.createProgram([path], options, host);
  const file = program.getSourceFile(path);
  const all = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return all.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("what crosses in the fixtures of C++ has the types of TypeScript, member by member and word by word", () => {
  const written = Object.values(effects).map(
    (effect) => [effect.type === "seal" ? "SealEffect" : "Effect", effect] as const,
  );
  const taken = inbound.flatMap(({ message, event }) => (event === null ? [] : [["Inbound", message] as const]));
  assert.ok(written.length > 20 && taken.length > 20);
  assert.deepEqual(complaints([...written, ...taken]), []);
});

test("a word, a member too many and one that is missing are told where the types do not have them", () => {
  const { metadata, ...rest } = effects["exit by the user"] as unknown as { metadata: object };
  const { event } = effects["notify exit"] as unknown as { event: object };
  const wrong = [
    { type: "notify", event: { ...event, name: "LEAVE" } },
    { type: "notify", event: { ...event, resultCount: 1 } },
    { ...rest, metadata: { ...metadata, reason: "bored" } },
    { ...rest, metadata: { ...metadata, more: 1 } },
    rest,
  ];
  assert.equal(complaints(wrong.map((effect) => ["Effect", effect])).length, wrong.length);
});
