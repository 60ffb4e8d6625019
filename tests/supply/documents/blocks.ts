import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { infoOf } from "../../../tools/build/docs/markdown.ts";
import { root } from "../package/installed.ts";

/** A block of code in a document, with the words after its language, which say what is done with it. */
export interface Block {
  /** `docs/quickstart.md:12`, for whoever reads of a failure. */
  at: string;
  /** `docs/quickstart.md`. */
  document: string;
  language: string;
  words: string[];
  file: string | undefined;
  code: string;
}

/** The value of `name=value` among a block's words. */
export const valueOf = ({ words }: Block, name: string): string | undefined =>
  words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);

export function blocksIn(document: string, text: string): Block[] {
  const fences = new MarkdownIt().parse(text, {}).filter(({ type }) => type === "fence" || type === "code_block");
  return fences.map(({ info, content, map }) => ({
    at: `${document}:${String((map?.[0] ?? 0) + 1)}`,
    document,
    code: content,
    ...infoOf(info),
  }));
}

/** What integrators read: README and docs/, the decisions apart. */
export const documents: readonly string[] = ["README.md", ...globSync("docs/*.md", { cwd: root }).sort()];

export const allBlocks: readonly Block[] = documents.flatMap((document) =>
  blocksIn(document, readFileSync(join(root, document), "utf8")),
);
