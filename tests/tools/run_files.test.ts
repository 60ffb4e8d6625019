import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { descendants, isAlive } from "../../tools/testing/processes.ts";

const root = join(import.meta.dirname, "../..");
const runner = join(root, "tools/testing/run_files.ts");
const folder = mkdtempSync(join(tmpdir(), "run-files-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A test file of these lines. */
function file(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), ['import { test } from "node:test";', ...lines].join("\n"));
  return name;
}

const fine = file("fine.test.mjs", 'test("is fine", () => {});', 'console.log("cost: 3 loads, 1 browsers");');
const wrong = file("wrong.test.mjs", 'test("is fine", () => {});', 'test("is not", () => { throw new Error("so") });');
const empty = file("empty.test.mjs");
const crash = file("crash.test.mjs", 'test("crashes", () => process.kill(process.pid, "SIGKILL"));');
const hang = file("hang.test.mjs", 'test("hangs", () => new Promise(() => void setInterval(() => {}, 1000)));');

function run(...args: string[]): { status: number | null; stdout: string; last: string } {
  const program = [runner, "--folder", join(folder, "results"), ...args];
  const { status, stdout } = spawnSync(process.execPath, program, { cwd: folder, encoding: "utf8" });
  return { status, stdout, last: stdout.trimEnd().split("\n").at(-1) ?? "" };
}

test("files that pass are told in one line each, with what they cost", () => {
  const { status, stdout } = run(fine);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^ *[\d.]+ s {5}1 tests {5}3 loads {3}1 browsers {2}fine\.test\.mjs\n1 files: \d+ s {2}1 tests {2}3 loads {2}1 browsers\n1 passed, 0 failed\n$/,
  );
});

test("a failed test is shown with its file, and the other files still run", () => {
  const { status, stdout, last } = run(wrong, fine);
  assert.equal(status, 1);
  assert.match(stdout, /Error: so/);
  assert.match(stdout, /\nfailed: wrong\.test\.mjs\n/);
  assert.equal(last, "2 passed, 1 failed");
});

test("a file without a test has failed", () => {
  const { status, stdout, last } = run(empty);
  assert.deepEqual([status, last], [1, "0 passed, 1 failed"]);
  assert.match(stdout, /empty\.test\.mjs {2}1 FAILED, holds no tests/);
});

test("a file that crashes is one failure with its name", () => {
  const { status, stdout, last } = run(crash, fine);
  assert.deepEqual([status, last], [1, "1 passed, 1 failed"]);
  assert.match(stdout, /crash\.test\.mjs {2}1 FAILED, ended without its totals \(SIGKILL\)/);
});

// Alone: any other file would have to end within the deadline too.
test("a file that hangs is ended at its deadline, and has failed", () => {
  const { status, stdout } = run("--deadline", "3", hang);
  assert.equal(status, 1);
  assert.match(stdout, /hang\.test\.mjs {2}\d FAILED, did not end within 3 s/);
  assert.match(stdout, /\n0 passed, \d failed\n$/);
});

test("the files that are known to take long are there", () => {
  const long = JSON.parse(readFileSync(join(root, "tools/testing/long_files.json"), "utf8")) as Record<string, number>;
  assert.ok(Object.keys(long).length > 0);
  assert.deepEqual(
    Object.keys(long).filter((name) => !existsSync(join(root, name))),
    [],
  );
});

test("a run without files has failed", () => {
  assert.deepEqual([run().status, run().last], [1, "0 passed, 0 failed"]);
});

/** Waits for what has to come; the last resort is a minute. */
async function until(holds: () => boolean, what: string): Promise<void> {
  const last = Date.now() + 60_000;
  while (!holds()) {
    assert.ok(Date.now() < last, what);
    await wait(20);
  }
}

// A server, a program in a session of its own and one that does not hear a polite word: what a test may have started.
const greedy = file(
  "greedy.test.mjs",
  'import { spawn } from "node:child_process";',
  'import { writeFileSync } from "node:fs";',
  'test("starts much", () => new Promise((resolve) => {',
  '  const deaf = spawn("sh", ["-c", "trap : TERM INT HUP; while :; do sleep 1; done"], { detached: true });',
  '  const server = spawn(process.execPath, ["-e", "require(\'http\').createServer().listen(0)"]);',
  '  deaf.on("spawn", () => server.on("spawn", () => writeFileSync("greedy.started", "")));',
  "}));",
);

// Side by side: each waits until what does not hear is killed.
describe("a run that does not come to its end", { concurrency: 3 }, () => {
  for (const [how, signal, group] of [
    ["interrupted at the terminal", "SIGINT", true],
    ["ended", "SIGTERM", false],
    ["left by its terminal", "SIGHUP", false],
  ] as const)
    it(`a run that is ${how} leaves nothing behind`, async () => {
      const own = join(folder, signal);
      mkdirSync(own);
      for (const name of [greedy, hang]) copyFileSync(join(folder, name), join(own, name));
      const started = join(own, "greedy.started");
      // As ./test does: a shell that a signal ends without a word to what it runs.
      const words = `"$1" "$2" --folder "$3" "$4" "$5"; true`;
      const shell = spawn("bash", ["-c", words, "test", process.execPath, runner, "results", greedy, hang], {
        cwd: own,
        detached: true,
        stdio: "ignore",
      });
      const { pid } = shell;
      assert.ok(pid !== undefined);
      await until(() => existsSync(started), "the file has started what it starts");
      const all = descendants(pid);
      assert.ok(all.length >= 5, `the runner, two files, a program and a server: ${String(all.length)}`);
      process.kill(group ? -pid : pid, signal);
      await until(() => !all.some(isAlive), "everything that the run started has ended");
    });
});
