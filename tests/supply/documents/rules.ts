import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { wrongInAnswer, type Operation } from "../../../web/link/backend/backend_answer.ts";
import { root } from "../package/installed.ts";
import { valueOf, type Block } from "./blocks.ts";
import type { Place } from "./place.ts";

/** What is done with a block, and null, or what is wrong with it. */
type Rule = (block: Block, place: Place) => string | null | Promise<string | null>;

/** Written elsewhere and run by a test of its own, whose folder has to name the document. */
const byTest: Rule = (block) => {
  const path = valueOf(block, "by") ?? "";
  if (!/^tests\/.*\.test\.ts$/.test(path) || !existsSync(join(root, path))) return `${path} is no test`;
  const folder = join(root, dirname(path));
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const reads = texts.some((name) => readFileSync(join(folder, name), "utf8").includes(block.document));
  return reads ? null : `${path} does not read ${block.document}`;
};

const ran: Rule = async (block, place) => {
  const { status, said } = await place.run(block);
  return status === 0 ? null : `exit ${String(status)}: ${said}`;
};

const serves: Rule = async (block, place) => {
  await place.start(block);
  return null;
};

const answers: Rule = (block) => wrongInAnswer(valueOf(block, "answers") as Operation, JSON.parse(block.code));

/** As a command of ours judges it. */
const judged =
  (command: string): Rule =>
  async ({ document, file = "?" }, place) => {
    const { status, said } = await place.run({ document, code: `node_modules/.bin/ats-link ${command} ${file}` });
    return status === 0 ? null : said;
  };

/** Its scripts can be parsed, and what it loads from the link origin is there to be served. */
const html: Rule = ({ code }) => {
  const names = [...code.matchAll(/<script[^>]* src="https?:\/\/[^/"]+\/([^"]+)"/g)].map(([, name = ""]) => name);
  const missing = names.find((name) => !existsSync(join(root, "dist/opener", name)));
  if (missing !== undefined) return `${missing} is no file of dist/opener`;
  const scripts = [...code.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
  return names.length === 0 ? "loads nothing of ours" : (scripts.map(parsed).find(Boolean) ?? null);
};

const parsed = (script: string): string | null => {
  const { status, stderr } = spawnSync(process.execPath, ["--check", "--input-type=module", "-"], {
    input: script,
    encoding: "utf8",
  });
  return status === 0 ? null : stderr;
};

/** Compiled together with all others, once they are written. */
export const isTyped = ({ language, file }: Block): boolean => ["ts", "tsx"].includes(language) && file !== undefined;

const written: Rule = () => null;

/** The rule that covers a block, or null. */
export function ruleFor(block: Block): Rule | null {
  const { language, words, file } = block;
  if (language === "text") return written;
  if (valueOf(block, "by") !== undefined) return byTest;
  if (language === "sh" && words.includes("run")) return ran;
  if (language === "sh" && words.includes("serve")) return serves;
  if (language === "json" && valueOf(block, "answers") !== undefined) return answers;
  if (language === "json" && words.includes("config") && file !== undefined) return judged("check-config");
  if (language === "json" && file !== undefined && (words.includes("provider") || words.includes("words")))
    return judged("check-provider");
  if (language === "json" && valueOf(block, "type") !== undefined) return written;
  if (language === "html") return html;
  if (language === "js" && file !== undefined) return ({ code }) => parsed(code);
  return isTyped(block) ? written : null;
}
