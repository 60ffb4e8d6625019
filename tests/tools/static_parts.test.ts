import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const scripts = join(import.meta.dirname, "../../tools/testing");

test("the part lint waits for TypeScript's checks where those of C++ are done first", () => {
  const results = mkdtempSync(join(tmpdir(), "static-parts-"));
  try {
    // The one that is slow begins when the other has ended.
    const program = `
      results="$1" passed=0 failed=0 skipped=0 note=
      source "$0/totals.sh"
      source "$0/static_parts.sh"
      lint_typescript() { until [[ -e "$results/cpp" ]]; do sleep 0.05; done; sleep 0.3; passed=5 failed=1; }
      lint_cpp() { mapfile -t sources < <(echo a.cpp); passed=$((passed + 2)); touch "$results/cpp"; }
      part_lint
      echo "$passed $failed"`;
    const run = spawnSync("bash", ["-uc", program, scripts, results], { encoding: "utf8" });
    assert.equal(run.stdout.trim(), "7 1", run.stderr);
  } finally {
    rmSync(results, { recursive: true });
  }
});
