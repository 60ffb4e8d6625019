import { parseArgs } from "node:util";

/** What ends the command: one sentence, and exit status 2 for a wrong command line, 1 for anything else. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

export interface Option {
  /** What follows it; without it a switch. */
  value?: string;
  is: string;
  needed?: true;
  /** May be there several times. */
  many?: true;
  /** Stands in place of the words. */
  instead?: true;
}

/** The values of each given option by its name; of a switch none. */
export type Given = Partial<Record<string, string[]>>;

export interface Command {
  does: string;
  /** The one word that it takes after its name. */
  word?: string;
  /** It takes several of them. */
  many?: true;
  options?: Record<string, Option>;
  run(word: string, options: Given, words: readonly string[]): Promise<void> | void;
}

const spelled = (name: string, { value }: Option): string => `--${name}${value === undefined ? "" : ` ${value}`}`;

const usage = (name: string, { word, many, options = {} }: Command): string => {
  const parts = Object.entries(options).map(([each, option]) => {
    const text = spelled(each, option);
    return option.needed ? text : `[${text}]${option.many ? "..." : ""}`;
  });
  return ["ats-link", name, ...(word === undefined ? [] : [many ? `${word}...` : word]), ...parts].join(" ");
};

export function helpOf(name: string, command: Command): string {
  const rows = Object.entries(command.options ?? {}).map(
    ([each, option]) => [spelled(each, option), option.is] as const,
  );
  const width = Math.max(0, ...rows.map(([option]) => option.length));
  const lines = rows.map(([option, is]) => `  ${option.padEnd(width)}  ${is}`);
  return [`Usage: ${usage(name, command)}`, "", `It ${command.does}.`, ...(rows.length > 0 ? ["", ...lines] : [])].join(
    "\n",
  );
}

export function helpOfAll(commands: Record<string, Command>): string {
  const lines = Object.entries(commands).map(([name, command]) => `  ${usage(name, command)}\n      ${command.does}`);
  return ["Usage:", ...lines, "  ats-link --version", "  ats-link COMMAND --help"].join("\n");
}

/** Finds the command and reads what follows; throws the one sentence that says what is wrong and what is allowed. */
export function readCommandLine(
  commands: Record<string, Command>,
  args: string[],
): { command: Command; words: string[]; options: Given } {
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const what = name === "" ? "ats-link needs a command" : `ats-link has no command ${JSON.stringify(name)}`;
    throw new CommandError(`${what}; it has ${Object.keys(commands).join(", ")}, and --help shows what they do.`, 2);
  }
  const known: Record<string, Option> = { ...command.options, help: { is: "" } };
  const { options, words } = parse(name, command, known, rest);
  if (options["help"]) return { command, words: [], options };
  for (const [each, option] of Object.entries(known))
    if (option.needed && !options[each]) throw new CommandError(`ats-link ${name} needs ${spelled(each, option)}.`, 2);
  const isInstead = Object.entries(known).some(([each, { instead }]) => instead && options[each]);
  const wanted = command.word === undefined || isInstead ? 0 : 1;
  if (words.length !== wanted && !(command.many && !isInstead && words.length > 1)) {
    const takes = wanted === 0 ? "no word" : `one word${command.many ? " or more" : ""}, ${command.word ?? ""}`;
    throw new CommandError(`ats-link ${name} takes ${takes}, not ${String(words.length)}: ${usage(name, command)}`, 2);
  }
  return { command, words, options };
}

function parse(name: string, command: Command, known: Record<string, Option>, args: string[]) {
  const types = Object.entries(known).map(([each, { value }]) => {
    return [each, { type: value === undefined ? "boolean" : "string", multiple: true }] as const;
  });
  try {
    const { values, positionals: words } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(types),
    });
    const options: Given = {};
    for (const [each, value] of Object.entries(values)) {
      const given = [value].flat().map(String);
      if (given.length > 1 && !known[each]?.many) throw new CommandError(`--${each} may be there only once.`, 2);
      options[each] = given;
    }
    return { options, words };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const asked = /'(-[^' =]*)/.exec((error as Error).message)?.[1] ?? "";
    const takes = Object.entries(command.options ?? {}).map(([each, option]) => spelled(each, option));
    const it = takes.length === 0 ? "it takes none" : `it takes ${takes.join(", ")}`;
    if (errorCode(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
      throw new CommandError(`ats-link ${name} has no option "${asked}"; ${it}.`, 2);
    throw new CommandError(`${asked} of ats-link ${name} has a value that it cannot have; ${it}.`, 2);
  }
}
