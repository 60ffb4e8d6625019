import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it, test } from "node:test";

const root = join(import.meta.dirname, "../..");

/** A folder with ./test as it is, over parts that these tests write; nothing is installed. */
function copyOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "test-command-"));
  after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "tools/testing"), { recursive: true });
  for (const name of ["test", "tools/testing/part", "tools/testing/totals.sh"])
    cpSync(join(root, name), join(folder, name));
  for (const name of ["tools/env.sh", "tools/testing/static_parts.sh", "tools/testing/cpp_parts.sh"])
    writeFileSync(join(folder, name), "");
  writeFileSync(join(folder, "tools/install"), "#!/bin/sh\n", { mode: 0o755 });
  return folder;
}

const folder = copyOfTest();

/** Runs ./test with `parts`, functions of bash, in place of the real ones. */
function run(parts: string, ...options: string[]): { status: number | null; lines: string[]; stderr: string } {
  writeFileSync(join(folder, "tools/testing/node_parts.sh"), parts);
  const { status, stdout, stderr } = spawnSync(join(folder, "test"), options, { encoding: "utf8" });
  return { status, lines: stdout.trim().split("\n"), stderr };
}

const refused: [options: string[], sentence: RegExp][] = [
  [["nothing"], /^No part or path "nothing"; the parts are: format lint .*\n$/],
  [["--shallow"], /^Unknown option "--shallow"; .\/test --help shows the options\.\n$/],
  [["--seed"], /^--seed needs a number from 1 to 4294967295, not ""\.\n$/],
  [["--seed", "0"], /not "0"\.\n$/],
  [["--seed=4294967296"], /not "4294967296"\.\n$/],
  [["tools"], /^The path "tools" has to follow one of the parts that run files: unit relay browser supply\n$/],
  [["format", "tools"], /^The path "tools" has to follow/],
];
for (const [options, sentence] of refused)
  test(`./test ${options.join(" ")} is refused with one sentence and status 2`, () => {
    const { status, lines, stderr } = run("", ...options);
    assert.deepEqual([status, lines], [2, [""]]);
    assert.match(stderr, sentence);
  });

test("./test adds up its parts, and says how many seconds each took", () => {
  const { status, lines } = run("part_unit() { passed=3; }\npart_size() { passed=2 failed=1; }", "unit", "size");
  assert.equal(status, 1);
  assert.equal(lines.at(-1), "5 passed, 1 failed");
  assert.match(lines.join("\n"), /^unit +3 passed +0 failed +\d+ s$/m);
});

test("./test gives a part the seed, the depth and the paths that narrow it", () => {
  const say = 'part_relay() { passed=1; echo "seed $ATS_SEED, deep $ATS_DEEP, only ${only[*]}"; }';
  assert.ok(run(say, "--deep", "--seed", "77", "relay", "tools").lines.includes("seed 77, deep 1, only tools"));
  const [seed] = /\d+/.exec(run(say, "relay").lines.find((line) => line.startsWith("seed")) ?? "") ?? [];
  assert.ok(Number(seed) >= 1 && Number(seed) <= 2 ** 32 - 1, "a run chooses a seed and prints it");
});

const failing: [what: string, part: string, line: RegExp][] = [
  ["that finds no tests", "part_unit() { :; }", /^unit +0 passed +1 failed .* no tests: it ran nothing$/m],
  ["that ends in the middle", "part_unit() { passed=4; exit 0; }", /^unit +0 passed +1 failed .* ended without/m],
  ["that does not exist", "", /^unit +0 passed +1 failed /m],
];
for (const [what, part, line] of failing)
  test(`a part ${what} has failed`, () => {
    const { status, lines } = run(part, "unit");
    assert.equal(status, 1);
    assert.match(lines.join("\n"), line);
    assert.equal(lines.at(-1), "0 passed, 1 failed");
  });

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${String(pid)}/status`, "utf8"));
  } catch {
    return false;
  }
};

// Side by side: each waits for six seconds until what does not listen is killed.
describe("ended by a signal", { concurrency: 3 }, () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    it(`./test ended by ${signal} ends what its part had started`, async () => {
      const folder = copyOfTest();
      // The second one does not listen to a polite request.
      const part = `part_unit() {
      sleep 600 & echo $! >pids
      bash -c 'trap "" TERM; echo $$ >>pids; mv pids started; while :; do sleep 600; done'
      passed=1
    }`;
      writeFileSync(join(folder, "tools/testing/node_parts.sh"), part);
      const started = join(folder, "started");
      const watcher = watch(folder);
      const child = spawn(join(folder, "test"), ["unit"], { stdio: "ignore" });
      while (!existsSync(started)) await once(watcher, "change");
      watcher.close();
      const pids = readFileSync(started, "utf8").trim().split("\n").map(Number);
      assert.deepEqual(pids.map(alive), [true, true]);
      child.kill(signal);
      const [status] = (await once(child, "exit")) as [number | null];
      assert.equal(status, { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
      assert.deepEqual(pids.map(alive), [false, false]);
    });
});
