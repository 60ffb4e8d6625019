import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { endTree } from "./processes.ts";

/** How one test file went, and what it cost. */
export interface Result {
  file: string;
  seconds: number;
  passed: number;
  failed: number;
  skipped: number;
  /** Pages and browsers that it says it brought up. */
  loads: number;
  browsers: number;
  /** All that it printed. */
  output: string;
  /** What is wrong with the file as a whole, where it is not one of its tests. */
  broken?: string;
}

export interface Run {
  /** Where the report of each file and what it printed are kept. */
  folder: string;
  /** After so many seconds a file has failed, whatever it is doing. */
  deadline: number;
  environment: Record<string, string>;
  /** Is given the process at its start, so that an interrupted run can end it. */
  started(pid: number): void;
}

const cache = resolve("build/test/node");

/** Runs the tests of a file in a process of its own, which nothing outlives. */
export async function runFile(file: string, { folder, deadline, environment, started }: Run): Promise<Result> {
  const report = join(folder, `${file}.tap`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const start = performance.now();
  // Without --test, with which a file that holds no test counts as one that passed.
  const child = spawn(
    process.execPath,
    [
      ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
      ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
      file,
    ],
    // A group of its own: an interrupt at the terminal reaches the runner alone, which ends the files in order.
    {
      // Every file reads the same libraries; compiled once, they are there for the next.
      env: { NODE_COMPILE_CACHE: cache, ...process.env, NODE_TEST_CONTEXT: undefined, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    },
  );
  const pid = child.pid ?? 0;
  started(pid);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
    void endTree(pid);
  }, deadline * 1000);
  const status = await new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(signal ?? String(code)));
  });
  clearTimeout(timer);
  writeFileSync(join(folder, `${file}.log`), output);
  const seconds = (performance.now() - start) / 1000;
  const told = late.signal.aborted ? `did not end within ${String(deadline)} s` : undefined;
  return { file, seconds, output, ...costOf(output), ...judge(readReport(report), status, told) };
}

function readReport(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

type Verdict = Pick<Result, "passed" | "failed" | "skipped" | "broken">;

/** What node's TAP report and exit status come to. A file that crashed, hung or holds no test has failed. */
export function judge(tap: string, status: string, late?: string): Verdict {
  const total = (word: string): number | undefined => {
    const [, number] = new RegExp(`^# ${word} (\\d+)$`, "m").exec(tap) ?? [];
    return number === undefined ? undefined : Number(number);
  };
  const [passed, bad] = [total("pass"), total("fail")];
  const counts = {
    passed: passed ?? 0,
    failed: (bad ?? 0) + (total("cancelled") ?? 0),
    skipped: (total("skipped") ?? 0) + (total("todo") ?? 0),
  };
  const broken = late ?? wrong(passed !== undefined && bad !== undefined, counts, status);
  return broken === undefined ? counts : { ...counts, failed: counts.failed + 1, broken };
}

function wrong(complete: boolean, { passed, failed, skipped }: Verdict, status: string): string | undefined {
  if (complete ? passed + failed + skipped === 0 : status === "0") return "holds no tests";
  if (!complete) return `ended without its totals (${status})`;
  return status !== "0" && failed === 0 ? `ended with ${status}, though no test failed` : undefined;
}

/** From the lines that tests/browser/support/cost.ts prints. */
function costOf(output: string): Pick<Result, "loads" | "browsers"> {
  const lines = [...output.matchAll(/^cost: (\d+) loads, (\d+) browsers$/gm)];
  const sum = (group: number): number => lines.reduce((total, line) => total + Number(line[group]), 0);
  return { loads: sum(1), browsers: sum(2) };
}
