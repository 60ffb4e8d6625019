import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "./fault.ts";

/** Puts a fault into a tree. Returns what mends it; throws where its text does not stand there exactly once. */
export function breakFile(tree: string, { file, find, put }: Pick<Fault, "file" | "find" | "put">): () => void {
  const path = join(tree, file);
  const text = readFileSync(path, "utf8");
  const [before = "", after, ...more] = text.split(find);
  if (after === undefined || more.length > 0)
    throw new Error(`${file} holds this ${after === undefined ? "nowhere" : `${more.length + 1} times`}: ${find}`);
  const mend = (): void => {
    process.removeListener("exit", mend);
    writeFileSync(path, text);
  };
  // Also where the tool is interrupted: main.ts turns signals into an exit.
  process.once("exit", mend);
  writeFileSync(path, before + put + after);
  return mend;
}
