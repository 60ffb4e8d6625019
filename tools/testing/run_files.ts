/**
 * Runs test files, each in a process of its own, and says of each what it cost:
 * `node tools/testing/run_files.ts --folder FOLDER [--jobs N] [--deadline SECONDS] [--browser] FILE...`
 * `--browser` keeps a Chromium running per job, which the files share. The folder keeps what the files printed and their
 * reports, and `totals`, which ends with "N passed, N failed".
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endTree } from "./processes.ts";
import { guards, line, total } from "./print_results.ts";
import { runFile, type Result } from "./run_file.ts";
import type { SharedBrowser } from "./shared_browser.ts";

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: "string", default: "build/test/files" },
    jobs: { type: "string", default: "2" },
    // Under --deep a file may take six times as long: it tries all that it has, and the machine may be busy.
    deadline: { type: "string", default: process.env["ATS_DEEP"] === "1" ? "5400" : "900" },
    browser: { type: "boolean", default: false },
  },
});
const { folder } = values;
const deadline = Number(values.deadline);
mkdirSync(folder, { recursive: true });

const results: Result[] = [];
const running = new Set<number>();
const browsers: SharedBrowser[] = [];
const stop = new AbortController();
const stopping = (): boolean => stop.signal.aborted;

/** How long each file took when it last ran here. */
const seconds = readSeconds(join(folder, "seconds.json"));

function readSeconds(path: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, number>;
  } catch {
    return {};
  }
}

/** Longest first, so that no long file is left for the end; where nothing has run yet, as somewhere else, or by its size. */
function queue(): string[] {
  const elsewhere = readSeconds(join(import.meta.dirname, "long_files.json"));
  const length = new Map(files.map((file) => [file, seconds[file] ?? elsewhere[file] ?? statSync(file).size / 500]));
  return files.toSorted((a, b) => (length.get(b) ?? 0) - (length.get(a) ?? 0));
}

async function work(waiting: string[]): Promise<void> {
  // Playwright is not loaded for files that need no browser.
  const browser = values.browser ? new (await import("./shared_browser.ts")).SharedBrowser() : null;
  if (browser) browsers.push(browser);
  for (let file = waiting.shift(); file !== undefined && !stopping(); file = waiting.shift()) {
    const environment: Record<string, string> = browser ? { ATS_SHARED_BROWSER: await browser.address() } : {};
    let pid = 0;
    const started = (of: number) => running.add((pid = of));
    const result = await runFile(file, { folder, deadline, environment, started });
    running.delete(pid);
    if (stopping()) return;
    results.push(result);
    if (result.failed > 0) console.log(result.output);
    console.log(line(result));
    // What made a file fail must not reach the next.
    if (result.failed > 0) await browser?.end();
  }
}

async function end(): Promise<void> {
  await Promise.all([...running].map((pid) => endTree(pid)));
  await Promise.all(browsers.map((browser) => browser.end()));
}

/** Ends what was started, then goes as the signal says. */
async function interrupted(signal: NodeJS.Signals): Promise<void> {
  if (stopping()) return;
  stop.abort();
  await end();
  for (const each of signals) process.removeAllListeners(each);
  process.kill(process.pid, signal);
}

const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of signals) process.on(signal, () => void interrupted(signal));
// A parent that was ended without a word, as a shell script is by SIGTERM, takes the run with it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void interrupted("SIGHUP");
}, 250).unref();
// A terminal that is gone must not keep the run from ending its children.
process.stdout.on("error", () => undefined);

const waiting = queue();
try {
  await Promise.all(Array.from({ length: Number(values.jobs) }, () => work(waiting)));
} finally {
  await end();
}
if (!stopping()) {
  for (const result of results) seconds[result.file] = Math.round(result.seconds * 10) / 10;
  writeFileSync(join(folder, "seconds.json"), JSON.stringify(seconds, null, 1));
  const shared = browsers.reduce((sum, { started }) => sum + started, 0);
  const told = [...guards(results), ...total(results, shared)];
  writeFileSync(join(folder, "totals"), `${told.join("\n")}\n`);
  console.log(told.join("\n"));
  process.exitCode = results.length > 0 && results.every(({ failed }) => failed === 0) ? 0 : 1;
}
