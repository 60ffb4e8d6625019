import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Catcher, Fault } from "./fault.ts";
import type { Result } from "./results.ts";
import { runCatcher, runPart } from "./run_catcher.ts";
import type { Tree } from "./tree.ts";

/** Puts a fault into a tree. Returns what mends it; throws where its text does not stand there exactly once. */
function breakFile(tree: string, { file, find, put }: Pick<Fault, "file" | "find" | "put">): () => void {
  const path = join(tree, file);
  const text = readFileSync(path, "utf8");
  const [before = "", after, ...more] = text.split(find);
  if (after === undefined || more.length > 0)
    throw new Error(`${file} holds this ${after === undefined ? "nowhere" : `${more.length + 1} times`}: ${find}`);
  const mend = (): void => {
    process.removeListener("exit", mend);
    writeFileSync(path, text);
  };
  // Also where the tool is interrupted: main.ts turns signals into an exit.
  process.once("exit", mend);
  writeFileSync(path, before + put + after);
  return mend;
}

export interface Ways {
  /** Stop at the checks that the list names. */
  narrow: boolean;
  /** Break nothing: a check that fails without the fault says nothing of it. */
  unbroken: boolean;
}

/** Tests that run what the build wrote; all others read the sources. */
const readsBuild = /^tests\/(browser|supply|tools|web\/(cli|dev))\//;
const isCpp = ({ file }: Fault): boolean => file.startsWith("src/");

/** The parts of ./test that could notice a fault, those of the named checks first. */
export function partsFor(fault: Fault): string[] {
  const partOf = (catcher: Catcher): string => {
    if ("catch2" in catcher) return "native";
    return /^tests\/(relay|browser|supply)\//.exec(catcher.file)?.[1] ?? "unit";
  };
  const also = isCpp(fault) ? ["native", "browser"] : ["unit", "browser"];
  return [...new Set([...fault.catches.map(partOf), ...also])];
}

async function build(tree: Tree, fault: Fault, catcher: Catcher, built: Set<string>): Promise<void> {
  const wanted = "catch2" in catcher ? "tests" : readsBuild.test(catcher.file) ? "page" : "";
  if (wanted === "" || built.has(wanted)) return;
  built.add(wanted);
  if (wanted === "tests") await tree.buildTests();
  else await tree.buildPage(isCpp(fault));
}

async function whoNotices(tree: Tree, fault: Fault, ways: Ways): Promise<string | null> {
  const built = new Set<string>();
  for (const catcher of fault.catches) {
    await build(tree, fault, catcher, built);
    const { failed } = await runCatcher(tree.root, catcher);
    if (failed !== null) return failed;
  }
  if (ways.narrow || ways.unbroken) return null;
  for (const part of partsFor(fault)) {
    const { failed } = await runPart(tree.root, part);
    if (failed !== null) return failed;
  }
  return null;
}

/** Breaks, builds, tests and mends. */
export async function tryFault(tree: Tree, fault: Fault, ways: Ways): Promise<Result> {
  const started = performance.now();
  const { id, layer, what } = fault;
  const told = (verdict: Result["verdict"], by: string): Result => {
    return { id, layer, what, verdict, by, seconds: Math.round((performance.now() - started) / 1000) };
  };
  let mend = (): void => {};
  try {
    const browser = fault.catches.some((catcher) => "file" in catcher && readsBuild.test(catcher.file));
    if (isCpp(fault) && browser) await tree.keepModule();
    if (!ways.unbroken) mend = breakFile(tree.root, fault);
    const by = await whoNotices(tree, fault, ways);
    return by === null ? told("missed", "") : told("caught", by);
  } catch (error) {
    return told("error", error instanceof Error ? error.message : String(error));
  } finally {
    mend();
    tree.restoreModule();
  }
}
