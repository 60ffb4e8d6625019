import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Fault } from "./fault.ts";

export interface Result {
  id: string;
  layer: string;
  what: string;
  /** `error`: the list is wrong, and nothing was tried. */
  verdict: "caught" | "missed" | "error";
  /** Which test noticed, or what is wrong with the list. */
  by: string;
  seconds: number;
}

export function readResults(path: string): Result[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Result[]) : [];
}

/** Adds to what earlier runs wrote, in the order of the list. */
export function saveResult(path: string, result: Result, list: readonly Fault[]): void {
  const all = new Map(readResults(path).map((each) => [each.id, each]));
  all.set(result.id, result);
  const sorted = list.flatMap(({ id }) => all.get(id) ?? []);
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** For docs/testing.md. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ id, what, layer, verdict, by }) => {
    const noticed = verdict === "caught" ? by : verdict === "missed" ? "not caught" : `error: ${by}`;
    return `| \`${id}\` | ${cell(layer)} | ${cell(what)} | ${cell(noticed)} |\n`;
  });
  return `| fault | layer | what is wrong | caught by |\n|---|---|---|---|\n${rows.join("")}`;
}

export function summaryOf(results: readonly Result[]): string {
  const count = (verdict: Result["verdict"]) => results.filter((each) => each.verdict === verdict).length;
  return `${results.length} faults: ${count("caught")} caught, ${count("missed")} not caught, ${count("error")} errors`;
}
