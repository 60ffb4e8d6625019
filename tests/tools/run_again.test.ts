import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const line = (word: string, file: string): string =>
  `    ${word} 1 - a test\n      ---\n      location: '${root}/tests/browser/${file}:3:1'\n      ...\n`;

/** What run_failed_again makes of a first report with 7 passed and 2 failed, where the second run fails `second` tests. */
function again(report: string, second: number): string {
  const folder = mkdtempSync(join(tmpdir(), "again-"));
  try {
    writeFileSync(join(folder, "browser.tap"), report);
    const program = `
      results="${folder}" passed=7 failed=2 skipped=1 note=
      run_node() { echo "ran \${*:3}"; passed=9 failed=${String(second)} skipped=0; }
      source tools/testing/run_again.sh
      run_failed_again browser
      echo "$passed $failed $skipped [$note]"`;
    return spawnSync("bash", ["-uc", program], { cwd: root, encoding: "utf8" }).stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("files that failed run once more, and the second run counts for them", () => {
  const report = line("ok", "a.test.ts") + line("not ok", "b.test.ts") + line("not ok", "c.test.ts");
  const files = "tests/browser/b.test.ts tests/browser/c.test.ts";
  assert.equal(again(report, 0), `once more, alone: ${files}\nran ${files}\n9 0 1 [run twice: ${files}]`);
  assert.match(again(report, 1), /\n8 1 1 /);
});

test("what is about secrets runs once, and so does everything where a key leaked or nothing is named", () => {
  assert.equal(again(line("not ok", "b.test.ts") + line("not ok", "secrets/canary.test.ts"), 0), "7 2 1 []");
  const leaked = `${line("not ok", "b.test.ts")}# canary: 6 scenarios, 100 places searched, 1 leaks\n`;
  assert.equal(again(leaked, 0), "7 2 1 []");
  assert.equal(again("", 0), "7 2 1 []");
});
