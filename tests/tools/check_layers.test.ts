import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

const script = join(import.meta.dirname, "../../tools/check_layers.py");

/** Runs the check on a tree of the given files (path to content). */
function check(files: Record<string, string>): { status: number | null; output: string } {
  const root = mkdtempSync(join(tmpdir(), "check-layers-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const run = spawnSync("python3", [script, root], { encoding: "utf8" });
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What a file of C++ begins with: a source with its own header. */
const firstLine = (path: string) =>
  path.endsWith(".cpp") ? `#include "${path.replace(/^(src|tests)\//, "").replace(".cpp", ".hpp")}"` : "#pragma once";

const sound = {
  "src/base/result.hpp": "#pragma once\n#include <variant>\n",
  "src/flow/state.hpp": '#pragma once\n#include <string>\n#include "base/result.hpp"\n#include "model/config.hpp"\n',
  "src/flow/step.cpp": '#include "flow/step.hpp"\n#include "flow/screens/a.hpp"\n',
  "src/flow/screens/a.cpp": '#include "flow/screens/a.hpp"\n',
  "src/paint/theme.cpp": '#include "paint/theme.hpp"\n#include <imgui.h>\n#include "view/view_model.hpp"\n',
  "src/codec/config.cpp": '#include "codec/config.hpp"\n#include <nlohmann/json.hpp>\n#include "view/view_model.hpp"\n',
  "src/web/exports.cpp": '#include <emscripten/fetch.h>\n#include "codec/config.hpp"\n',
  "web/types/port.ts": "export type Port = 1;\nexport const port = 1;\n",
  "web/link/config/page_config.ts":
    'import type { App } from "../module/app.ts";\nimport {\n  type Port,\n  port,\n} from "../../types/port.ts";\n',
  "web/link/module/app.ts": 'export { page } from "../config/page_config.ts";\nimport { join } from "node:path";\n',
  "tests/flow/step_test.cpp":
    '#include <catch2/catch_test_macros.hpp>\n#include "support/make.hpp"\n#include "flow/state.hpp"\n',
};

test("a tree that keeps the table passes, with every file counted", () => {
  const { status, output } = check(sound);
  assert.equal(status, 0, output);
  assert.match(output, /\n22 passed, 0 failed\n$/);
});

const broken: [name: string, path: string, line: string, rule: string][] = [
  ["flow includes view", "src/flow/a.cpp", '#include "view/view_model.hpp"', "flow may not include view"],
  ["base includes model", "src/base/a.hpp", '#  include "model/config.hpp"', "base may not include model"],
  ["runtime includes codec", "src/runtime/a.cpp", '#include "codec/config.hpp"', "runtime may not include codec"],
  [
    "paint includes more of view than the view model",
    "src/paint/a.cpp",
    '#include "view/describe.hpp"',
    "paint may not include view",
  ],
  ["a flow test includes codec", "tests/flow/a_test.cpp", '#include "codec/config.hpp"', "flow may not include codec"],
  ["flow reads a clock", "src/flow/a.cpp", "#include <chrono>", "flow is pure: no <chrono>"],
  ["flow throws dice", "src/flow/a.cpp", "#include <random>", "flow is pure: no <random>"],
  ["a layer prints", "src/runtime/a.cpp", "#include <iostream>", "<iostream> is left out of src"],
  ["view includes JSON", "src/view/a.cpp", "#include <nlohmann/json.hpp>", "view may not use nlohmann/json"],
  ["runtime uses JSON by name", "src/runtime/a.cpp", "nlohmann::json j;", "runtime may not use nlohmann/json"],
  ["paint uses Emscripten", "src/paint/a.cpp", "#include <emscripten/html5.h>", "paint may not use Emscripten"],
  ["view uses ImGui", "src/view/a.cpp", "#include <imgui.h>", "view may not use Dear ImGui"],
  [
    "a room of the page imports from one above it",
    "web/link/config/a.ts",
    'import { app } from "../module/app.ts";',
    "web/link/config may not import from web/link/module",
  ],
  [
    "a room imports at run time",
    "web/link/dom/a.ts",
    'const a = await import("../host/b.ts");',
    "web/link/dom may not import from web/link/host",
  ],
  ["a room hands on", "web/opener/a.ts", 'export * from "../link/a.ts";', "web/opener may not import from web/link"],
  [
    "a screen of the flow includes another",
    "src/flow/screens/a.cpp",
    '#include "flow/screens/b.hpp"',
    "only flow/step.cpp and its own source may include a screen",
  ],
  [
    "what screens share includes a screen",
    "src/view/form.hpp",
    '#include "view/screens/a.hpp"',
    "only view/describe.cpp and its own source may include a screen",
  ],
  ["an include is relative", "src/flow/a.cpp", '#include "state.hpp"', "includes of the project start at src"],
];

for (const [name, path, line, rule] of broken) {
  test(`it fails and names the line when ${name}`, () => {
    const { status, output } = check({ ...sound, [path]: `${firstLine(path)}\n${line}\n` });
    assert.equal(status, 1, output);
    assert.ok(output.includes(`${path}:2: ${rule}`), output);
    assert.ok(output.includes(line), output);
    assert.match(output, /, 1 failed\n$/);
  });
}

test("it fails when a file is longer than 300 lines", () => {
  const { status, output } = check({ ...sound, "web/long.ts": "x\n".repeat(301) });
  assert.equal(status, 1);
  assert.match(output, /^web\/long\.ts: 301 lines, at most 300$/m);
});

test("a lock file and fixtures may be longer than 300 lines", () => {
  const long = "x\n".repeat(301);
  const { status, output } = check({ ...sound, "package-lock.json": long, "tests/fixtures/a.json": long });
  assert.equal(status, 0, output);
});

test("it fails when a source begins without the header of its name", () => {
  const after = '\n#include <string>\n#include "flow/screens/a.hpp"\n';
  for (const content of ['\n#include "flow/state.hpp"\n', after, ""]) {
    const { status, output } = check({ ...sound, "src/flow/screens/a.cpp": content });
    assert.equal(status, 1, output);
    assert.match(output, /^src\/flow\/screens\/a\.cpp:[12]: does not begin with "flow\/screens\/a\.hpp": [#a]/m);
  }
});

test("it fails when src has a folder that is no layer", () => {
  const { status, output } = check({ ...sound, "src/utils/a.hpp": "#pragma once\n" });
  assert.equal(status, 1);
  assert.match(output, /^src\/utils: not a layer of the table$/m);
});

test("it fails when a file of web is in no room of the table", () => {
  const { status, output } = check({ ...sound, "web/more/a.ts": "export {};\n" });
  assert.equal(status, 1);
  assert.match(output, /^web\/more\/a\.ts:1: not in a room of the table/m);
});

test("a comment may name a library", () => {
  const { status, output } = check({ ...sound, "src/view/a.hpp": "// unlike ImGui::Text\n" });
  assert.equal(status, 0, output);
});

type Table = Record<string, string[]>;

/** The rows of ARCHITECTURE.md whose first cell is a folder of `top`: folder to what it may have. */
function told(top: string, full: (name: string) => string): Table {
  const text = readFileSync(join(import.meta.dirname, "../../ARCHITECTURE.md"), "utf8");
  const rows = text.matchAll(new RegExp(`^\\| \`${top}/([^\`]+)\` \\|.*\\|([^|]*)\\|$`, "gm"));
  const all = [...rows].map(([, folder = "", cell = ""]): [string, string[]] => {
    const names = cell.replaceAll("`", "").split(",");
    return [folder, names.flatMap((name) => (name.trim() ? [full(name.trim())] : [])).sort()];
  });
  const table = Object.fromEntries(all);
  assert.equal(all.length, Object.keys(table).length, "each folder has one row");
  return table;
}

test("ARCHITECTURE.md has the tables that are checked", () => {
  const run = spawnSync("python3", [script, "--tables"], { encoding: "utf8" });
  const { src, web } = JSON.parse(run.stdout) as { src: Table; web: Table };
  assert.deepEqual(
    told("web", (name) => (name in web ? name : `link/${name}`)),
    web,
  );
  const { web: root = [], ...layers } = told("src", (name) => name);
  assert.deepEqual(root, ["everything"]);
  const { web: all = [], ...rest } = src;
  assert.deepEqual(all, Object.keys(rest).sort());
  // Besides layers a row names libraries, which have a rule of their own: the one without layers the standard's, paint ImGui.
  assert.deepEqual(layers, { ...rest, base: ["std"], paint: [...rest["paint"]!, "imgui"].sort() });
});
