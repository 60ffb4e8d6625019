import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { filesReadBy } from "../../tools/testing/read_by.ts";

const root = join(import.meta.dirname, "../..");
const clean = "int twice(int number) { return 2 * number; }\n";

/** A project with these files below src, with the rules of this one and without its memory. */
class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "tidy-"));

  constructor(files: Record<string, string>) {
    copyFileSync(join(root, ".clang-tidy"), join(this.folder, ".clang-tidy"));
    for (const [path, content] of Object.entries(files)) this.write(`src/${path}`, content);
    const command = `/usr/bin/c++ -I${this.folder}/src -std=c++20 -o CMakeFiles/ats_base.dir/a.o -c a.cxx`;
    this.write("build/dev/compile_commands.json", JSON.stringify([{ command, file: "a.cxx" }]));
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** What the script says of these sources, and what it found there as "file check". */
  read(...names: string[]): { status: number | null; output: string; findings: string[] } {
    const sources = names.map((name) => `src/base/${name}`);
    const run = spawnSync("node", [join(root, "tools/testing/tidy.ts"), ...sources], {
      cwd: this.folder,
      encoding: "utf8",
    });
    return { status: run.status, output: run.stdout + run.stderr, findings: findingsIn(run.stdout) };
  }

  /** What clang-tidy finds in the groups that the script has made. */
  findingsOfGroups(): string[] {
    const folder = join(this.folder, "build/tidy");
    return readdirSync(folder)
      .flatMap((group) => {
        const options = ["--quiet", join(folder, group), "--", `-I${this.folder}/src`, "-std=c++20"];
        return findingsIn(spawnSync("clang-tidy", options, { cwd: this.folder, encoding: "utf8" }).stdout);
      })
      .sort();
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

const findingsIn = (output: string): string[] =>
  [...output.matchAll(/src\/(base\/\w+\.[ch]pp):\d+:\d+: error: .* \[([a-z-]+),/g)]
    .map(([, file, check]) => `${file} ${check}`)
    .sort();

test("a source is read once, and again only when it or a header that it includes has changed", () => {
  using project = new Project({
    "base/one.cpp": '#include "base/one.hpp"\nint one() { return first; }\n',
    "base/one.hpp": '#pragma once\n#include "base/deep.hpp"\n',
    "base/deep.hpp": "#pragma once\ninline constexpr int first = 1;\n",
    "base/two.cpp": clean,
  });
  const counts = (): string => project.read("one.cpp", "two.cpp").output;
  assert.match(counts(), /^clang-tidy: 2 of 2 sources read, 0 of them alone\n2 passed, 0 failed\n$/);
  assert.match(counts(), /^clang-tidy: 0 of 2 .*\n2 passed, 0 failed\n$/);
  project.write("src/base/deep.hpp", "#pragma once\ninline constexpr int first = 2;\n");
  assert.match(counts(), /^clang-tidy: 1 of 2 .*\n2 passed, 0 failed\n$/);
  project.write("src/base/two.cpp", `${clean}\n`);
  assert.match(counts(), /^clang-tidy: 1 of 2 .*\n2 passed, 0 failed\n$/);
  project.write(".clang-tidy", "Checks: '-*,readability-*'\n");
  assert.match(counts(), /^clang-tidy: 2 of 2 /);
});

/** One source per kind of check, with what it has to find there. */
const seeds: Record<string, string> = {
  "bugprone-suspicious-semicolon": "int seed(int n) {\n  if (n > 0);\n  return n;\n}\n",
  "bugprone-branch-clone": "int seed(int n) {\n  if (n > 0) {\n    return 1;\n  } else {\n    return 1;\n  }\n}\n",
  "bugprone-macro-parentheses": "#define SEED(n) n * 2\n",
  "bugprone-reserved-identifier": "int _Seed = 1;\n",
  "performance-unnecessary-value-param":
    "struct Big {\n  Big(const Big& other);\n  int value[9];\n};\nint seed(Big big) { return big.value[0]; }\n",
  "modernize-deprecated-headers": "#include <stddef.h>\n",
  "modernize-use-using": "typedef int Seed;\n",
  "modernize-use-nullptr": "int* seed() { return 0; }\n",
  "modernize-redundant-void-arg": "int seed(void) { return 1; }\n",
  "modernize-use-override": "struct Base {\n  virtual int get();\n};\nstruct Seed : Base {\n  virtual int get();\n};\n",
  "readability-duplicate-include": "#include <cstddef>\n#include <cstddef>\n",
  "readability-identifier-naming": "int SeedName() { return 1; }\n",
  "readability-redundant-declaration": "int seed();\nint seed();\n",
  "readability-misleading-indentation": "int seed(int n) {\n  if (n > 0)\n    n = 1;\n    n = 2;\n  return n;\n}\n",
  "readability-simplify-boolean-expr": "bool seed(int n) { return n > 0 ? true : false; }\n",
};

test("what is found in a source read alone is found in its group too, in sources and in headers", () => {
  const files: Record<string, string> = { "base/other.cpp": clean };
  const expected: string[] = [];
  for (const [index, [check, text]] of Object.entries(seeds).entries()) {
    const named = (number: number): string => text.replaceAll(/(seed|Seed|SEED|Base|Big)/g, `$1${number}`);
    files[`base/seeded_${index}.cpp`] = named(index);
    files[`base/header_${index}.hpp`] = `#pragma once\n${named(100 + index)}`;
    files[`base/user_${index}.cpp`] = `#include "base/header_${index}.hpp"\n`;
    expected.push(`base/seeded_${index}.cpp ${check}`, `base/header_${index}.hpp ${check}`);
  }
  using project = new Project(files);
  const sources = Object.keys(files).filter((file) => file.endsWith(".cpp"));
  const { output, findings, status } = project.read(...sources.map((file) => file.slice("base/".length)));
  for (const finding of expected) assert.ok(findings.includes(finding), `${finding}\n${output}`);
  assert.match(output, new RegExp(`\n1 passed, ${expected.length} failed\n$`));
  assert.equal(status, 1);
  assert.deepEqual(project.findingsOfGroups(), findings);
});

test("sources whose names collide are read alone", () => {
  const text = "namespace {\nint helper() { return 1; }\n}  // namespace\n";
  using project = new Project({
    "base/one.cpp": `${text}int one() { return helper(); }\n`,
    "base/two.cpp": `${text}int two() { return helper(); }\n`,
  });
  const { output } = project.read("one.cpp", "two.cpp");
  assert.match(output, /^clang-tidy: 2 of 2 sources read, 2 of them alone\n2 passed, 0 failed\n$/);
});

test("a source that does not compile fails, and so does a part without sources", () => {
  using project = new Project({ "base/broken.cpp": "int broken( {\n", "base/other.cpp": clean });
  assert.match(project.read("broken.cpp", "other.cpp").output, /\n1 passed, 1 failed\n$/);
  assert.match(project.read().output, /\n0 passed, 1 failed\n$/);
  assert.equal(project.read().status, 1);
});

test("the files that a source is taken to read are those that the compiler reads", () => {
  for (const source of ["src/codec/inbound.cpp", "src/flow/screens/hand_over.cpp", "src/paint/painter.cpp"]) {
    const options = ["-std=c++20", "-Isrc", "-I.cache/deps/imgui", "-I.cache/deps/nlohmann_json/include"];
    const rule = execFileSync("clang++", ["-MM", ...options, source], { cwd: root, encoding: "utf8" });
    const read = rule.split(/[\s\\]+/).filter((word) => word.startsWith("src/"));
    assert.deepEqual(filesReadBy(source), [...new Set(read)].sort());
  }
});
