import { parseArgs } from "node:util";

export const help = `tools/mutate [options]: breaks one thing at a time and looks whether the tests notice.

  --list           the faults and the checks that are to notice them; breaks nothing
  --only ID...     these faults alone
  --layer NAME     the faults of one layer alone
  --tree DIR       the checkout to break and build (default: a clone of HEAD below build/mutate)
  --results FILE   writes what came of each fault as JSON; other faults in the file stay
  --table FILE     prints such a file as a Markdown table; breaks nothing
  --narrow         stops at the checks that the list names, without the whole parts of ./test
  --unbroken       breaks nothing and runs the same checks: none may fail
  --faults FILE    another list, as JSON

Ends with the totals, and with status 1 if a fault was not caught or the list is wrong.`;

export interface Options {
  list: boolean;
  only: string[];
  layer: string | undefined;
  tree: string | undefined;
  results: string | undefined;
  table: string | undefined;
  narrow: boolean;
  unbroken: boolean;
  faults: string | undefined;
  help: boolean;
}

/** Throws where an option is unknown. What follows `--only` without a dash is its ids. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ list: flag, narrow: flag, unbroken: flag, help: flag },
      ...{ layer: text, tree: text, results: text, table: text, faults: text },
      only: { type: "string", multiple: true },
    },
  });
  const { only = [], layer, tree, results, table, faults } = values;
  if (positionals.length > 0 && only.length === 0) throw new Error(`what is “${positionals.join(" ")}”?`);
  const { list, narrow, unbroken } = values;
  return {
    ...{ list, narrow, unbroken, help: values.help },
    ...{ layer, tree, results, table, faults },
    only: [...only, ...positionals],
  };
}
