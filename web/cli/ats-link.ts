#!/usr/bin/env node
import { parseArgs } from "node:util";
import { CommandError } from "./command_error.ts";
import { headers } from "./headers.ts";
import { keygen } from "./keygen.ts";
import { open } from "./open.ts";

const usage =
  "Usage: ats-link keygen [--out FILE] | ats-link open TOKEN --key FILE [--show-secret] | " +
  "ats-link headers FILE [--out DIR] [--url URL]";

const text = { type: "string" } as const;
const options = { out: text, key: text, url: text, "show-secret": { type: "boolean" } } as const;
type Options = ReturnType<typeof parseCommand>["values"];

/** What each command takes: how many words after its name, which options, and what it does. */
const commands: Record<string, { words: number; takes: (keyof Options)[]; run: Run }> = {
  keygen: { words: 0, takes: ["out"], run: (_, { out = "ats-link-private-key.json" }) => keygen(out) },
  open: {
    words: 1,
    takes: ["key", "show-secret"],
    run: ([token = ""], { key, "show-secret": show = false }) => {
      if (key === undefined) throw new CommandError(usage, 2);
      return open(token, key, show);
    },
  },
  headers: { words: 1, takes: ["out", "url"], run: ([file = ""], { out, url }) => headers(file, out, url) },
};
type Run = (words: string[], options: Options) => Promise<void> | void;

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseCommand(args);
  const [name = "", ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const strange = (Object.keys(values) as (keyof Options)[]).some((option) => !command?.takes.includes(option));
  if (!command || strange || words.length !== command.words) throw new CommandError(usage, 2);
  await command.run(words, values);
}

function parseCommand(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    throw new CommandError(usage, 2);
  }
}

try {
  if (Number.parseInt(process.versions.node) < 20)
    throw new CommandError(`ats-link needs Node.js 20 or newer, and this is ${process.version}.`);
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
