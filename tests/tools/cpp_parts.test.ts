import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const scripts = join(import.meta.dirname, "../../tools/testing");

/** What the part `native` prints and counts, where CMake does what is given and an older run has left a report. */
function native(cmake: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "cpp-parts-"));
  try {
    mkdirSync(join(folder, "build/dev"), { recursive: true });
    for (const quarter of [0, 1, 2, 3])
      writeFileSync(
        join(folder, `build/dev/ats_tests.${quarter}.xml`),
        '<OverallResultsCases successes="7" failures="0"/>\n',
      );
    const program = `
      results=build passed=0 failed=0 skipped=0 note=
      source "$0/totals.sh"
      source "$0/cpp_parts.sh"
      cmake() { ${cmake}; }
      part_native
      echo "$passed $failed"`;
    // Under --deep it is run by another compiler as well, which is not what these tests are about.
    const env = { ...process.env, ATS_DEEP: "" };
    const run = spawnSync("bash", ["-uc", program, scripts], { cwd: folder, env, encoding: "utf8" });
    return run.stdout.trim().split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bash that writes the four reports of Catch2: a test case for each duration, and the totals. */
function reports(...quarters: [durations: number[], failures: number][]): string {
  return quarters
    .map(([durations, failures], quarter) => {
      const cases = durations.map(
        (seconds) =>
          `<TestCase name="test of ${seconds}" tags="">\n<OverallResult success="true" durationInSeconds="${seconds}"/>\n</TestCase>`,
      );
      const totals = `<OverallResultsCases successes="${durations.length}" failures="${failures}" expectedFailures="0"/>`;
      return `printf '%s\\n' '${[...cases, totals].join("\n")}' >build/dev/ats_tests.${quarter}.xml`;
    })
    .join("; ");
}

test("the slowest test cases of all quarters are named, the slowest first", () => {
  assert.deepEqual(native(reports([[0.25], 0], [[12.5], 0], [[1], 0], [[3], 0])), [
    "slowest: 12.5 s  test of 12.5",
    "slowest: 3.0 s  test of 3",
    "slowest: 1.0 s  test of 1",
    "4 0",
  ]);
});

test("a failed suite shows its log without the lines of the compiler and of every test's duration", () => {
  const log = ["[3/9] Building CXX object a.o", "0.001 s: a test", "a.cpp:3: FAILED:"].join("\\n");
  const lines = native(`printf '${log}\\n'; ${reports([[1], 2], [[0.5], 0], [[0.2], 0], [[0.1], 0])}; return 8`);
  assert.deepEqual(lines, [
    "a.cpp:3: FAILED:",
    "slowest: 1.0 s  test of 1",
    "slowest: 0.5 s  test of 0.5",
    "slowest: 0.2 s  test of 0.2",
    "4 2",
  ]);
});

test("a suite that could not be built fails, and an older report is not counted", () => {
  assert.equal(native("return 1").at(-1), "0 4");
  assert.equal(native("return 0").at(-1), "0 4");
});
