// clang-tidy for the sources named on the command line; ends with "N passed, N failed", a source being one check.
// A source is read again only when it, a header that it includes, its flags or the rules have changed, and sources of
// several layers are read together: most of the time goes into the libraries' headers, each time that they are read.
// Needs the compile commands of the preset dev.
import { spawn, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { filesReadBy } from "./read_by.ts";

const memory = ".cache/tidy";
const groups = "build/tidy";
/** Layers that are read together: names do not collide, no options contradict, and the groups take about as long. */
const rooms = [
  ["codec", "runtime"],
  ["base", "flow", "model"],
  ["paint", "view"],
];

interface Source {
  path: string;
  layer: string;
  /** Says all that the verdict depends on; the file of this name in the memory says that it was clean. */
  key: string;
}

/** The options of a layer's compile command, without what names its input and output. */
function optionsOf(layer: string, commands: { command: string; file: string }[]): string[] {
  const entry = commands.find(({ command }) => command.includes(`/ats_${layer}.dir/`));
  if (entry === undefined) throw new Error(`build/dev/compile_commands.json has no ats_${layer}`);
  const words = entry.command.match(/(?:[^\s"\\]|\\.|"(?:[^"\\]|\\.)*")+/g) ?? [];
  const options: string[] = [];
  for (let index = words.findIndex((word) => word.startsWith("-")); index < words.length; ++index) {
    const word = words[index] ?? "";
    if (["-o", "-c", "-MT", "-MF"].includes(word)) ++index;
    else if (word !== "-MD") options.push(word.replace(/"|\\(?=.)/g, ""));
  }
  return options;
}

/** Whether clang-tidy, given this file, found nothing; prints what it found if asked to. */
async function isClean(file: string, options: string[], print: boolean): Promise<boolean> {
  return new Promise((done, fail) => {
    const run = spawn("clang-tidy", ["--quiet", file, "--", ...options], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    run.stdout.on("data", (data: Buffer) => (output += data.toString()));
    run.stderr.on("data", (data: Buffer) => (output += data.toString()));
    run.on("error", fail);
    run.on("close", (status) => {
      const lines = output.split("\n").filter((line) => line !== "" && !/^\d+ warnings? .*generated\.$/.test(line));
      if (print && status !== 0) console.log([`${file} is not clean (status ${status})`, ...lines].join("\n"));
      done(status === 0);
    });
  });
}

/** Runs the tasks, as many at a time as there are processors. */
async function runAll(tasks: (() => Promise<void>)[]): Promise<void> {
  const waiting = [...tasks];
  const worker = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

const paths = process.argv.slice(2);
const commands = JSON.parse(readFileSync("build/dev/compile_commands.json", "utf8")) as {
  command: string;
  file: string;
}[];
const layers = [...new Set(paths.map((path) => path.split("/")[1] ?? ""))];
const options = new Map(layers.map((layer) => [layer, optionsOf(layer, commands)]));
const rules = [
  execFileSync("clang-tidy", ["--version"], { encoding: "utf8" }),
  readFileSync(".clang-tidy", "utf8"),
  // The libraries' headers are pinned there.
  existsSync("cmake/dependencies.cmake") ? readFileSync("cmake/dependencies.cmake", "utf8") : "",
];

const sources = paths.map((path): Source => {
  const layer = path.split("/")[1] ?? "";
  const hash = createHash("sha256").update(JSON.stringify([rules, options.get(layer)]));
  for (const file of filesReadBy(path)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return { path, layer, key: hash.digest("hex").slice(0, 40) };
});
const isKnown = ({ key }: Source): boolean => existsSync(join(memory, key));
const remember = ({ key }: Source): void => {
  writeFileSync(join(memory, key), "");
};
mkdirSync(memory, { recursive: true });
mkdirSync(groups, { recursive: true });

const unknown = sources.filter((source) => !isKnown(source));
const others = layers.filter((layer) => !rooms.flat().includes(layer)).map((layer) => [layer]);
const together = [...rooms, ...others].map((room) => ({
  // Some are pairs, such as -isystem and its folder, so an option may be there twice.
  options: room.flatMap((layer) => options.get(layer) ?? []),
  file: join(groups, `${room.join("_")}.cpp`),
  members: unknown.filter(({ layer }) => room.includes(layer)),
}));

// A clean group has clean members. Any other says too little (names may collide in it): its members are read alone.
const alone: Source[] = together.filter(({ members }) => members.length === 1).flatMap(({ members }) => members);
await runAll(
  together
    .filter(({ members }) => members.length > 1)
    .map(({ options, file, members }) => async () => {
      const lines = members.map(({ path }) => `#include "${resolve(path)}"  // NOLINT(bugprone-suspicious-include)\n`);
      writeFileSync(file, lines.join(""));
      if (await isClean(file, options, false)) members.forEach(remember);
      else alone.push(...members);
    }),
);
await runAll(
  alone.map((source) => async () => {
    if (await isClean(source.path, options.get(source.layer) ?? [], true)) remember(source);
  }),
);

const failed = sources.filter((source) => !isKnown(source)).length;
console.log(`clang-tidy: ${unknown.length} of ${sources.length} sources read, ${alone.length} of them alone`);
console.log(paths.length === 0 ? "0 passed, 1 failed" : `${sources.length - failed} passed, ${failed} failed`);
if (failed > 0 || paths.length === 0) process.exitCode = 1;
