// What crosses between C++ and TypeScript is described once, in src/codec/bridge.json. Written from it: the types of
// web/link and the tables of docs/bridge.md; `node tools/build/bridge_types.ts` writes them anew. The Catch2 suite holds
// the readers and writers of C++ to the same file (tests/codec/bridge_test.cpp).
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";

const root = join(import.meta.dirname, "../..");
const source = "src/codec/bridge.json";
const page = "docs/bridge.md";
const [START, END] = [`<!-- From here to the next mark: from ${source} -->`, "<!-- As written above -->"];

/** Type and meaning; a name that ends in `?` may be left out. */
type Members = Record<string, [string, string]>;
/** A list of words (a type of the contract's: all of its words), the members of an object, or those of each of its kinds. */
type Described = string[] | { about: string; by?: string; named?: string; all?: Members };
type Bridge = Record<string, Record<string, Described>>;

/** The host's contract has its own types. */
const contract = ["ErrorCode", "ExitMetadata", "ExitReason", "LinkError", "LinkEvent", "Step", "SuccessMetadata"];
/** The page adds when and in which session. */
const stamped = ["ExitMetadata", "LinkEvent", "SuccessMetadata"];
const simple: Record<string, string> = {
  text: "string",
  flag: "boolean",
  texts: "Record<string, string>",
};

function typeOf(word: string): string {
  if (word.includes("|")) return word.split("|").map(typeOf).join(" | ");
  if (word.endsWith("[]")) return `${typeOf(word.slice(0, -2))}[]`;
  if (word.startsWith("=")) return JSON.stringify(word.slice(1));
  return stamped.includes(word) ? `Unstamped<${word}>` : (simple[word] ?? word);
}

const meta = ["about", "by", "named", "all"];
const entriesOf = <Of>(described: object): [string, Of][] =>
  Object.entries(described as Record<string, Of>).filter(([name]) => !meta.includes(name));
const membersOf = entriesOf<[string, string]>;
const kindsOf = entriesOf<Members>;
const lines = (members: [string, [string, string]][]): string =>
  members.map(([name, [type, about]]) => `${about && `/** ${about} */\n`}${name}: ${typeOf(type)};\n`).join("");

function typeScript(name: string, described: Described): string {
  if (Array.isArray(described))
    return `export type ${name} = ${described.map((word) => (contract.includes(word) ? word : JSON.stringify(word))).join(" | ")};\n`;
  const { about, by, named, all = {} } = described;
  if (by === undefined) return `/** ${about} */\nexport interface ${name} {\n${lines(membersOf(described))}}\n`;
  const kinds = kindsOf(described).map(([kind, members]) => {
    const body = `${by}: ${JSON.stringify(kind)};\n${lines([...membersOf(all), ...membersOf(members)])}`;
    return { as: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${named ?? ""}`, body: `{\n${body}}` };
  });
  const interfaces = named === undefined ? [] : kinds.map(({ as, body }) => `export interface ${as} ${body}\n`);
  return `${interfaces.join("")}/** ${about} */\nexport type ${name} = ${kinds.map(({ as, body }) => (named === undefined ? body : as)).join(" | ")};\n`;
}

const code = (word: string): string => `\`${word.replaceAll("|", " or ").replace(/^=(.*)/, '"$1"')}\``;
const rows = (members: [string, [string, string]][]): string =>
  members.map(([name, [type, about]]) => `\`${name}\` ${code(type)}${about && ` (${about})`}`).join("; ");

function markdown(name: string, described: Described): string {
  if (Array.isArray(described)) return `**${name}**: ${described.map((word) => (word ? code(word) : "empty")).join(", ")}.\n`;
  const { about, by, all = {} } = described;
  if (by === undefined) return `**${name}**: ${about}\n${rows(membersOf(described))}.\n`;
  const common = membersOf(all);
  const table = kindsOf(described).map(([kind, members]) => `| \`${kind}\` | ${rows(membersOf(members))} |\n`);
  return `**${name}**: ${about}${common.length > 0 ? `\nEach: ${rows(common)}.` : ""}\n\n| \`${by}\` | members |\n|---|---|\n${table.join("")}`;
}

/** Path -> what has to stand there. */
export async function bridgeFiles(): Promise<Record<string, string>> {
  const bridge = JSON.parse(await readFile(join(root, source), "utf8")) as Bridge;
  const files: Record<string, string> = {};
  for (const [file, types] of Object.entries(bridge)) {
    // A list of words stands close below another, all else apart.
    const body = Object.entries(types)
      .map((entry, at, all) => `${Array.isArray(entry[1]) && Array.isArray(all[at - 1]?.[1]) ? "" : "\n"}${typeScript(...entry)}`)
      .join("");
    const words = body.replace(/\/\*\*.*/g, "");
    const used = contract.filter((name) => new RegExp(`\\b${name}\\b`).test(words));
    const head = used.length > 0 ? `import type { ${used.join(", ")} } from "../types/index.ts";\n` : "";
    const helper = body.includes("Unstamped<")
      ? '\n/** Without what the page adds. */\nexport type Unstamped<T> = T extends unknown ? Omit<T, "sessionId" | "timestamp"> : never;\n'
      : "";
    const path = `web/link/${file}`;
    const options = await resolveConfig(join(root, path));
    files[path] = await format(
      `// Written by tools/build/bridge_types.ts from ${source}; change that one.\n${head}${helper}\n${body}`,
      { ...options, parser: "typescript" },
    );
  }
  const document = await readFile(join(root, page), "utf8");
  const [before, after] = [document.split(START)[0], document.split(END)[1]];
  if (after === undefined) throw new Error(`${page} has lost its marks`);
  const sections = Object.values(bridge).flatMap((types) => Object.entries(types).map((entry) => markdown(...entry)));
  files[page] = `${String(before)}${START}\n\n${sections.join("\n")}\n${END}${after}`;
  return files;
}

if (import.meta.main)
  for (const [path, text] of Object.entries(await bridgeFiles())) await writeFile(join(root, path), text);
