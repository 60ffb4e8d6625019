import { type Path, pathText } from "../../../web/provider_file/problem.ts";

/** A provider file with one thing wrong. */
export interface WrongFile {
  /** What was done to which file, for the reader. */
  what: string;
  /** The file's name, by which it is given to the checker. */
  name: string;
  bytes: Uint8Array;
  /** Members of which a sentence has to name one. Empty: the file as a whole is at fault. */
  names: string[];
}

/** One thing to do to a file, as data: what a regression is kept as. */
export interface Change {
  file: string;
  at: Path;
  /** The new value; absent: the member is dropped. */
  to?: unknown;
  /** Instead of `at`, where the fault shows elsewhere. */
  shows?: Path[];
}

type Json = Record<string, unknown>;

/** The value at a path. */
export const valueAt = (file: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, part) => (node as Json | undefined)?.[part], file);

/** A copy of the file in which one member is another. */
export function changed(file: Json, change: Change): WrongFile {
  const { file: id, at, to, shows } = change;
  const isDrop = !Object.hasOwn(change, "to");
  const copy = structuredClone(file);
  const parent = valueAt(copy, at.slice(0, -1)) as Json;
  const last = at.at(-1) ?? "";
  if (!isDrop) parent[last] = to;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  const value = isDrop ? "" : JSON.stringify(to);
  return {
    what: `${id}: ${pathText(at)} ${isDrop ? "dropped" : `= ${value.slice(0, 60)}`}`,
    name: `${id}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(copy, null, 2)),
    names: (shows ?? [at]).map(pathText),
  };
}

/** Every member and item below a value, with its path. */
export function* members(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const own = [...path, Array.isArray(value) ? Number(name) : name];
    yield [own, child];
    yield* members(child, own);
  }
}

/** With `*` for each position: `probes.*.host`. */
export const kindOf = (path: Path): string => path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
