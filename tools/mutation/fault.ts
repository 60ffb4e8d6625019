/** A check that is expected to notice a fault: a Catch2 test by its name (`*` at either end), or a file of node:test. */
export type Catcher = { catch2: string } | { file: string; name?: string };

/** One thing that a developer could get wrong. `find` stands exactly once in `file`, and `put` compiles. */
export interface Fault {
  id: string;
  layer: string;
  /** What is wrong, as a person would say it. */
  what: string;
  file: string;
  find: string;
  put: string;
  /** Tried in this order; the first one that fails has noticed. */
  catches: readonly Catcher[];
}

export const catch2 = (name: string): Catcher => ({ catch2: name });

/** `name`: a pattern for the names of the tests that are run; all of the file's without it. */
export const file = (path: string, name?: string): Catcher => ({
  file: path,
  ...(name !== undefined && { name }),
});

export const describeCatcher = (catcher: Catcher): string =>
  "catch2" in catcher ? `“${catcher.catch2}”` : catcher.file + (catcher.name === undefined ? "" : ` ${catcher.name}`);

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Throws where a list is not one: an id twice, a member missing, a fault that changes nothing or that nobody is to notice. */
export function checkList(list: readonly Fault[]): void {
  const ids = new Set<string>();
  for (const fault of list) {
    const { id, layer, what, file: path, find, put, catches } = fault;
    if (![id, layer, what, path, find].every(isText) || typeof put !== "string")
      throw new Error(`a fault has no id, layer, what, file, find or put: ${JSON.stringify(fault)}`);
    if (ids.has(id)) throw new Error(`two faults are called ${id}`);
    if (find === put) throw new Error(`${id} changes nothing`);
    if (!Array.isArray(catches) || catches.length === 0) throw new Error(`${id} names no check that is to notice it`);
    ids.add(id);
  }
}
