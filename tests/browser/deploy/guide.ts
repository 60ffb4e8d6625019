import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** The shell commands of docs/deploy.md below one heading, block by block. */
export function blocksOf(heading: string): string[] {
  const guide = readFileSync(join(root, "docs/deploy.md"), "utf8");
  const section = guide.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/deploy.md has no section ${heading}`);
  return [...section.matchAll(/^```sh\b.*\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
}

/**
 * Runs commands of the guide, as one script, in a folder with nothing but the dist/ of the packed package. `variables` are what a reader changes:
 * they are set after every block. `commands` stand for programs that a test must not run as they are.
 */
export class Guide {
  readonly folder: string;
  readonly #commands: string;

  constructor(folder: string, commands: Record<string, string>) {
    this.folder = folder;
    this.#commands = join(folder, "commands");
    mkdirSync(this.#commands);
    for (const [name, script] of Object.entries(commands)) this.#command(join(this.#commands, name), script);
    // The build is there already.
    this.#command(join(folder, "run"), 'test "$1" = --build');
    const packed = execFileSync("npm", ["pack", "--pack-destination", folder, "--loglevel=error"], { cwd: root });
    const tarball = packed.toString().trim().split("\n").at(-1) ?? "";
    execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "package/dist"], { cwd: folder });
  }

  #command(path: string, script: string): void {
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  /** What the commands print. */
  run(headings: readonly string[], variables: Record<string, string>, env: Record<string, string> = {}): string {
    const changes = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`);
    const script = headings.flatMap(blocksOf).flatMap((block) => [block, ...changes]);
    const path = `${this.#commands}:${process.env["PATH"] ?? ""}:/usr/sbin`;
    const options = { cwd: this.folder, env: { ...process.env, ...env, PATH: path }, stdio: "pipe" } as const;
    return execFileSync("bash", ["-euc", script.join("")], { ...options, encoding: "utf8" });
  }
}
