import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const library = join(import.meta.dirname, "../../tools/testing/totals.sh");

/** What a function of totals.sh makes of a report: "passed failed skipped". */
function count(call: string, report: string | null, status: number): string {
  const folder = mkdtempSync(join(tmpdir(), "totals-"));
  try {
    const path = join(folder, "report");
    if (report !== null) writeFileSync(path, report);
    const program = `passed=0 failed=0 skipped=0 note=; source "$0"; ${call}; echo "$passed $failed $skipped"`;
    const run = spawnSync("bash", ["-uc", program, library, path, String(status)], { encoding: "utf8" });
    return run.stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const catch2 = 'count_catch2 "$2" "$1"';
const files = 'count_files "$1" "$2"';
const lastLine = 'count_last_line "$(cat "$1")" "$2"';

test("Catch2's totals are taken from its closing element", () => {
  const report =
    '<OverallResultsCases successes="11" failures="2" expectedFailures="0" skips="1"/>\n</Catch2TestRun>\n';
  assert.equal(count(catch2, report, 42), "11 2 1");
});

test("the totals of several Catch2 runs are added, and one that failed is enough for their status", () => {
  const report = '<OverallResultsCases successes="11" failures="2" expectedFailures="0" skips="1"/>\n';
  assert.equal(count('count_catch2 "$2" "$1" "$1"', report, 42), "22 4 2");
  assert.equal(count('count_catch2 "$2" "$1" /nowhere', report, 42), "11 3 1");
});

test("a Catch2 run that ended in the middle counts what passed and one failure", () => {
  const report = '<OverallResult success="true" skips="0"/>\n<OverallResult success="true"/>\n<TestCase name="dies">\n';
  assert.equal(count(catch2, report, 134), "2 1 0");
});

test("a Catch2 run without a report is a failure", () => {
  assert.equal(count(catch2, null, 1), "0 1 0");
});

test("a sanitizer that fails the program after the last test is a failure", () => {
  assert.equal(count(catch2, '<OverallResultsCases successes="3" failures="0" expectedFailures="0"/>\n', 1), "3 1 0");
});

test("the totals of test files are their last line, and what was skipped stands before it", () => {
  assert.equal(count(files, "40 files\n2 skipped\n7 passed, 1 failed\n", 1), "7 1 2");
  assert.equal(count(files, "40 files\n7 passed, 0 failed\n", 0), "7 0 0");
});

test("what the pages of test files cost stands in the part's note, but not before a crash", () => {
  const told = (cost: string, status = 0) =>
    count(`${files}; echo "$note"`, `40 files: 21 s  7 tests  ${cost}\n7 passed, 0 failed\n`, status);
  assert.equal(told("350 loads  12 browsers"), "350 loads, 12 browsers\n7 0 0");
  assert.equal(told("0 loads  0 browsers"), "7 0 0");
  assert.equal(told("350 loads  12 browsers", 1), "the check crashed\n7 1 0");
});

test("a run of test files that left no totals is a failure, whatever its status", () => {
  assert.equal(count(files, null, 0), "0 1 0");
  assert.equal(count(files, "40 files\n", 0), "0 1 0");
});

test("a run of test files that fails with no failed test is a failure", () => {
  assert.equal(count(files, "3 passed, 0 failed\n", 1), "3 1 0");
});

test("a check's last line is its total, and its absence a failure", () => {
  assert.equal(count(lastLine, "words\n5 passed, 2 failed\n", 1), "5 2 0");
  assert.equal(count(lastLine, "5 passed, 0 failed\nTraceback\n", 1), "0 1 0");
});
