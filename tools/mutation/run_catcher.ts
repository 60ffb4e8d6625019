import { join } from "node:path";
import { runCommand } from "./command.ts";
import type { Catcher } from "./fault.ts";

/** What a check said. `failed`: the name of the first test that failed; null where all passed. */
export interface Said {
  failed: string | null;
}

const limitS = 600;

/** Catch2 reads commas and brackets in a name as its own signs. */
const escaped = (name: string): string => name.replace(/[\\,["]/g, "\\$&");

const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => {
    return { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name] ?? "";
  });

/** The first test of Catch2's XML that did not succeed. Without exceptions a failed REQUIRE ends the program in it. */
export function failedCase(xml: string): string | null {
  for (const [, name = "", body = ""] of xml.matchAll(/<TestCase name="([^"]*)"([\s\S]*?)(?=<TestCase |$)/g))
    if (!/<OverallResult success="true"/.test(body)) return unescapeXml(name);
  return null;
}

/** The first line that failed is a test and no suite: a suite is told after what is in it. */
export function failedTest(tap: string): string | null {
  return /^ *not ok \d+ - (.*)$/m.exec(tap)?.[1]?.trim().replace(/\\(.)/g, "$1") ?? null;
}

async function runCatch2(tree: string, name: string): Promise<Said> {
  const args = [...(name === "" ? [] : [escaped(name)]), "--reporter", "xml"];
  const { status, output } = await runCommand(join(tree, "build/dev/ats_tests"), args, { cwd: tree, limitS });
  if (!output.includes("<TestCase ")) throw new Error(`no Catch2 test is called “${name}”\n${output.slice(0, 500)}`);
  if (status === 0) return { failed: null };
  return { failed: `Catch2: ${failedCase(output) ?? "ended without its totals"}` };
}

async function runFile(tree: string, file: string, name: string | undefined): Promise<Said> {
  const args = ["--test", "--test-reporter=tap", ...(name === undefined ? [] : [`--test-name-pattern=${name}`]), file];
  const { status, output } = await runCommand(process.execPath, args, { cwd: tree, limitS });
  // Where no name fits, Node tells of the file itself as of one test that passed.
  const passed = [...output.matchAll(/^ *ok \d+ - (.*)$/gm)].some(([, test = ""]) => !test.endsWith(file));
  if (status === 0 && !passed) throw new Error(`no test of ${file} is called ${name ?? "anything"}`);
  if (status === 0) return { failed: null };
  return { failed: `${file}: ${failedTest(output) ?? "ended without its totals"}` };
}

/** Runs one check in a tree that is built for it; throws where there is none of that name. */
export const runCatcher = (tree: string, catcher: Catcher): Promise<Said> =>
  "catch2" in catcher ? runCatch2(tree, catcher.catch2) : runFile(tree, catcher.file, catcher.name);

/** Runs a whole part of ./test. */
export async function runPart(tree: string, part: string): Promise<Said> {
  const { status, output } = await runCommand("./test", [part], { cwd: tree, limitS: 6 * limitS });
  if (status === 0) return { failed: null };
  const first = /^ *✖ (.*?)(?: \([\d.]+ms\))?$/m.exec(output)?.[1];
  return { failed: `./test ${part}${first === undefined ? "" : `: ${first}`}` };
}
