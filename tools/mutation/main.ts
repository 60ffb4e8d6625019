import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkList, describeCatcher, type Fault } from "./fault.ts";
import { allFaults } from "./faults/all.ts";
import { help, type Options, readOptions } from "./options.ts";
import { readResults, type Result, saveResult, summaryOf, tableOf } from "./results.ts";
import { Tree } from "./tree.ts";
import { tryFault } from "./try_fault.ts";

function chosen(list: readonly Fault[], { only, layer }: Options): Fault[] {
  const unknown = only.filter((id) => !list.some((fault) => fault.id === id));
  if (unknown.length > 0) throw new Error(`no fault is called ${unknown.join(", ")}`);
  const found = list.filter(
    (fault) => (only.length === 0 || only.includes(fault.id)) && (layer === undefined || fault.layer === layer),
  );
  if (found.length === 0) throw new Error(`no fault is of the layer ${layer ?? ""}`);
  return found;
}

async function tryAll(list: readonly Fault[], options: Options): Promise<Result[]> {
  const repository = join(import.meta.dirname, "../..");
  const tree = options.tree === undefined ? await Tree.fresh(repository) : new Tree(resolve(options.tree));
  const results: Result[] = [];
  try {
    for (const fault of chosen(list, options)) {
      const result = await tryFault(tree, fault, options);
      results.push(result);
      const { id, verdict, by, seconds } = result;
      console.log(`${verdict === "missed" ? "not caught" : verdict}  ${id} (${seconds} s)${by && `  ${by}`}`);
      if (options.results !== undefined) saveResult(options.results, result, list);
    }
  } finally {
    await tree.close();
  }
  return results;
}

async function main(options: Options): Promise<number> {
  const list = options.faults === undefined ? allFaults : (JSON.parse(readFileSync(options.faults, "utf8")) as Fault[]);
  checkList(list);
  if (options.help) console.log(help);
  else if (options.table !== undefined) console.log(tableOf(readResults(options.table)));
  else if (options.list) {
    for (const { id, layer, what, file, catches } of chosen(list, options))
      console.log(`${id} (${layer}, ${file}): ${what}; ${catches.map(describeCatcher).join(", ")}`);
  } else {
    const results = await tryAll(list, options);
    console.log(summaryOf(results));
    const wanted = options.unbroken ? "missed" : "caught";
    return results.every(({ verdict }) => verdict === wanted) ? 0 : 1;
  }
  return 0;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
