import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

const source = join(import.meta.dirname, "../../../web/cli/ats-link.ts");

export interface Ran {
  status: number | null;
  out: string;
  err: string;
}

export function run(command: string, args: string[], options: { cwd?: string; file?: string } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", ...options });
  return { status, out: stdout, err: stderr };
}

/** The command as a process of its own, from its source. */
export const atsLink = (...args: string[]): Ran => run(process.execPath, [source, ...args]);

export function temporaryFolder(t: Pick<TestContext, "after">): string {
  const folder = mkdtempSync(join(tmpdir(), "ats-link-cli-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Exit status 1, nothing printed but one line on stderr. */
export const isRefusal = ({ status, out, err }: Ran): boolean =>
  status === 1 && out === "" && err.endsWith("\n") && err.trimEnd().split("\n").length === 1;
