import type { Result } from "./run_file.ts";

const columns = (values: [number | string, number, string][]): string =>
  values.map(([value, width, unit]) => `${String(value).padStart(width)} ${unit}`).join("  ");

/** One file in one line. */
export function line({ file, seconds, passed, failed, skipped, loads, browsers, broken }: Result): string {
  const cost = columns([
    [seconds.toFixed(1), 6, "s"],
    [passed + failed, 4, "tests"],
    [loads, 4, "loads"],
    [browsers, 2, "browsers"],
  ]);
  const notes = [
    ...(failed > 0 ? [`${String(failed)} FAILED`] : []),
    ...(skipped > 0 ? [`${String(skipped)} skipped`] : []),
    ...(broken === undefined ? [] : [broken]),
  ];
  return `${cost}  ${file}${notes.length > 0 ? `  ${notes.join(", ")}` : ""}`;
}

/** What the guards of single files counted, as one line each for the whole run. */
const guardLines: [pattern: RegExp, tell: (sums: number[]) => string][] = [
  [
    /^canary: (\d+) scenarios, (\d+) places searched, (\d+) leaks$/gm,
    ([scenarios, places, leaks]) =>
      `canary: ${String(scenarios)} scenarios, ${String(places)} places searched, ${String(leaks)} leaks`,
  ],
  [
    /^spoofed messages: (\d+), accepted: (\d+)$/gm,
    ([sent, accepted]) => `spoofed messages: ${String(sent)}, accepted: ${String(accepted)}`,
  ],
  [
    /^presses that the host's page got instead of its frame, made again: (\d+)$/gm,
    ([presses]) => `presses that the host's page got instead of its frame, made again: ${String(presses)}`,
  ],
];

export function guards(results: readonly Result[]): string[] {
  return guardLines.flatMap(([pattern, tell]) => {
    const found = results.flatMap(({ output }) => [...output.matchAll(pattern)].map((match) => match.slice(1)));
    const sums = found[0]?.map((_, index) => found.reduce((sum, match) => sum + Number(match[index]), 0));
    return sums ? [tell(sums)] : [];
  });
}

/** What the run came to. `shared`: the browsers that it kept for the files. */
export function total(results: readonly Result[], shared: number): string[] {
  const sum = (value: (result: Result) => number): number => results.reduce((all, each) => all + value(each), 0);
  const [passed, failed, skipped] = [sum((r) => r.passed), sum((r) => r.failed), sum((r) => r.skipped)];
  const cost = columns([
    [sum(({ seconds }) => seconds).toFixed(0), 0, "s"],
    [passed + failed, 0, "tests"],
    [sum(({ loads }) => loads), 0, "loads"],
    [sum(({ browsers }) => browsers) + shared, 0, "browsers"],
  ]);
  const bad = results.filter((result) => result.failed > 0).map(({ file }) => `failed: ${file}`);
  return [
    ...bad,
    `${String(results.length)} files: ${cost}`,
    ...(skipped > 0 ? [`${String(skipped)} skipped`] : []),
    `${String(passed)} passed, ${String(failed)} failed`,
  ];
}
