// Which of the project's files a C++ source reads: itself and what it includes, over any number of steps.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const included = new Map<string, string[]>();

/** The project's files that this file includes itself; those of libraries are found nowhere below src. */
function includesOf(file: string): string[] {
  const known = included.get(file);
  if (known !== undefined) return known;
  const found: string[] = [];
  for (const [line, name, macro] of readFileSync(file, "utf8").matchAll(
    /^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<[^>\n]+>|(\S*))/gm,
  )) {
    // Only a preprocessor knows what that stands for.
    if (macro !== undefined) throw new Error(`${file}: cannot follow ${line.trim()}`);
    if (name === undefined) continue;
    const path = [normalize(join(dirname(file), name)), join("src", name)].find((candidate) => existsSync(candidate));
    if (path !== undefined) found.push(path);
  }
  included.set(file, found);
  return found;
}

/** Sorted; a directive that the preprocessor would skip counts too, which can only name a file too many. */
export function filesReadBy(source: string): string[] {
  const read = new Set([source]);
  for (const file of read) for (const next of includesOf(file)) read.add(next);
  return [...read].sort();
}
