import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { buildOpener } from "../../../tools/build/opener.ts";
import { ownMembers } from "../../../tools/build/opener_entries.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "ats-link-opener-"));
  await buildOpener(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

for (const name of ["ats-link.js", "ats-link.mjs"])
  test(`${name} is at most 5120 bytes gzip`, async (context) => {
    const { length } = gzipSync(await readFile(join(folder, name)), { level: 9 });
    context.diagnostic(`${length} bytes`);
    assert.ok(length <= 5120, `${length} bytes`);
  });

for (const name of ["ats-link.js", "ats-link.mjs", "element.mjs", "react.mjs"])
  test(`${name} builds no code from text and injects no markup`, async () => {
    const text = await readFile(join(folder, name), "utf8");
    assert.doesNotMatch(text, /\beval\(|new Function|innerHTML|setAttribute\("style"|document\.write/);
  });

test("what gets a shorter name is no member of the contract or of a message", async () => {
  const types = ["index", "port"].map((name) => join(import.meta.dirname, `../../../web/types/${name}.ts`));
  const text = (await Promise.all(types.map((path) => readFile(path, "utf8")))).join("");
  assert.match(text, /\bstep\??:/);
  for (const name of ownMembers) assert.doesNotMatch(text, new RegExp(`\\b${name}\\??[:(]`), name);
});

test("the adapters import the opener instead of holding a second one", async () => {
  for (const name of ["element.mjs", "react.mjs"])
    assert.match(await readFile(join(folder, name), "utf8"), /from"\.\/ats-link\.mjs"/);
});

test("a strict TypeScript host compiles against the built types", async () => {
  const host = join(folder, "host.mts");
  await writeFile(
    host,
    `import { create, link, version, type LinkConfig } from "./ats-link.mjs";
     import { useAtsLink } from "./react.mjs";
     import "./element.mjs";
     const config: LinkConfig = { linkUrl: "https://l.example/", onSuccess: (token: string, m) => void [token, m.scopes.granted] };
     const handler = create(config);
     const opened: Promise<void> = handler.open({ provider: "workable" });
     config.onEvent = (event) => { if (event.name === "ERROR") void event.error.code; };
     void [opened, link({ linkUrl: "https://l.example/" }), version, useAtsLink(config).ready];
     document.querySelector("ats-link")?.addEventListener("link-success", (e) => void e.detail.publicToken);
     // @ts-expect-error onSuccess is required
     create({ linkUrl: "https://l.example/" });
     // @ts-expect-error security settings do not come from the host
     create({ ...config, relay: "/relay" } satisfies LinkConfig);`,
  );
  const program = ts.createProgram([host], {
    strict: true,
    noEmit: true,
    types: [],
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const problems = ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n"));
  assert.deepEqual(problems, []);
});
