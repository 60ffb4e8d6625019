import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { atsLink, temporaryFolder } from "../cli/support.ts";

/** Runs `ats-link headers` on a config in a folder of its own and reads what it wrote. */
export function generate(t: Pick<TestContext, "after">, config: unknown, ...args: string[]) {
  const folder = temporaryFolder(t);
  const file = join(folder, "link.config.json");
  writeFileSync(file, typeof config === "string" ? config : JSON.stringify(config));
  const ran = atsLink("headers", file, ...args);
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return { ...ran, folder, file, read };
}
