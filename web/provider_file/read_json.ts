import { parse, type ValueNode } from "@humanwhocodes/momoa";
import { jsonDepth } from "../relay/json.ts";
import { pathText, type Path, type Problem, quoted } from "./problem.ts";

/** The largest file that is read; the largest of the product has a tenth of it. */
export const fileLimit = 256 * 1024;
const deepest = 16;
// As above, a tenth. Each value that is wrong costs a sentence and a search for its line, so these are bounded as well.
const mostValues = 4000;

/** A file that is JSON, or why it is none. A problem of the text has its line and column in the sentence. */
export interface JsonFile {
  value?: unknown;
  problems: Problem[];
  /** The line on which a member stands, or of what it would stand in. */
  lineOf(path: Path): number;
}

const wrong = (sentence: string): JsonFile => ({ problems: [{ path: [], sentence }], lineOf: () => 1 });

export function readJson(bytes: Uint8Array): JsonFile {
  if (bytes.byteLength > fileLimit)
    return wrong(`a provider file has at most ${String(fileLimit)} bytes; this one has ${String(bytes.byteLength)}`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return wrong("the file is not UTF-8; save it in that encoding");
  }
  if (text.startsWith("\ufeff"))
    return wrong("the file begins with a byte order mark, which JSON does not have; save it as UTF-8 without one");
  if (jsonDepth(text, deepest) > deepest)
    return wrong(`lists and objects are nested more than ${String(deepest)} levels deep; a provider file never is`);
  try {
    const value = JSON.parse(text) as unknown;
    const count = countValues(value);
    if (count > mostValues)
      return wrong(`a provider file has at most ${String(mostValues)} values; this one has ${String(count)}`);
    const { body } = parse(text);
    return { value, problems: odd(body), lineOf: (path) => lineOf(body, path) };
  } catch {
    return wrong(`the file is not JSON: ${whyNot(text)}`);
  }
}

function countValues(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((count, each) => count + countValues(each), 1);
}

interface ParseFault {
  line: number;
  column: number;
  offset: number;
}

/** Line and column, and what it is for the mistakes that people make. */
function whyNot(text: string): string {
  if (text.trim() === "") return "it is empty";
  const at = placeOf(text);
  const rest = text.slice(at.offset);
  const before = text.slice(0, at.offset).trimEnd();
  const place = `line ${String(at.line)}, column ${String(at.column)}`;
  if (/^\/[/*]/.test(rest)) return `${place}: it has no comments; remove this one`;
  if (/^[}\]]/.test(rest) && before.endsWith(",")) return `${place}: remove the comma before ${rest.charAt(0)}`;
  if (/^['`‘’“”]/u.test(rest))
    return `${place}: texts and names stand in straight double quotes ("), not in ${rest.charAt(0)}`;
  if (/^["A-Za-z_{[]/.test(rest) && /["}\]\dA-Za-z]$/.test(before)) return `${place}: a comma is missing before this`;
  if (rest === "") return `${place}: it ends in the middle; a } , ] or " is missing`;

  if (/^[\u0000-\u001f]/.test(rest)) return `${place}: a text has a line break or another control character in it`;
  return `${place}: ${quoted(Array.from(rest.slice(0, 12)).slice(0, 8).join(""))} cannot stand here`;
}

function placeOf(text: string): ParseFault {
  try {
    parse(text);
  } catch (error) {
    const fault = error as Partial<ParseFault>;
    if (typeof fault.offset === "number" && fault.line !== undefined && fault.column !== undefined)
      return { line: fault.line, column: fault.column, offset: fault.offset };
  }
  // What the parser with places takes and JSON does not: control characters in a text.

  const found = /"(?:\\.|[^"\\\u0000-\u001f])*(?=[\u0000-\u001f])/.exec(
    text.replaceAll(/"(?:\\.|[^"\\\u0000-\u001f])*"/g, (each) => " ".repeat(each.length)),
  );
  const offset = found ? found.index + found[0].length : text.length;
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1, offset };
}

/** What JSON.parse takes and nobody means: a member that is there twice, or that names a prototype. */
function odd(node: ValueNode, path: Path = []): Problem[] {
  if (node.type === "Array") return node.elements.flatMap(({ value }, index) => odd(value, [...path, index]));
  if (node.type !== "Object") return [];
  const seen = new Map<string, number>();
  return node.members.flatMap((member) => {
    const name = member.name.type === "String" ? member.name.value : member.name.name;
    const own = [...path, name];
    const { line } = member.name.loc.start;
    const first = seen.get(name);
    seen.set(name, first ?? line);
    const problems = odd(member.value, own);
    if (name === "__proto__") problems.push({ path: own, sentence: "no member may have this name; remove it" });
    if (first !== undefined)
      problems.push({
        path: own,
        sentence: `the member is there twice, on line ${String(first)} and on line ${String(line)}; remove one`,
      });
    return problems;
  });
}

function lineOf(root: ValueNode, path: Path): number {
  let node = root;
  let { line } = root.loc.start;
  for (const part of path) {
    const next =
      node.type === "Array"
        ? node.elements[Number(part)]
        : node.type === "Object"
          ? node.members.findLast(({ name }) => (name.type === "String" ? name.value : name.name) === part)
          : undefined;
    if (!next) return line;
    line = next.loc.start.line;
    node = next.value;
  }
  return line;
}

/** `acme.json:12: probes[0].host: …`. */
export const sentenceOf = (file: string, json: Pick<JsonFile, "lineOf">, { path, sentence }: Problem): string =>
  path.length === 0 ? `${file}: ${sentence}.` : `${file}:${String(json.lineOf(path))}: ${pathText(path)}: ${sentence}.`;
