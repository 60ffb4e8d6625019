import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { packageVersion } from "../../relay/load_providers.ts";
import { CommandError, errorCode } from "../command_error.ts";

interface IntegrityFile {
  version: string;
  files: Record<string, string>;
}

export const integrityOf = (content: string | Uint8Array): string =>
  `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** A built folder, and what shall be other in it. Nothing is written before `commit`. */
export class DistFolder {
  readonly path: string;
  readonly #table: IntegrityFile;
  readonly #changes = new Map<string, string | null>();

  constructor(path: string) {
    this.path = path;
    const table = join(path, "integrity.json");
    if (!existsSync(table))
      throw new CommandError(
        `${path} is no built folder: it has no integrity.json. Give with --dist the folder that holds link and relay.`,
      );
    this.#table = JSON.parse(readFileSync(table, "utf8")) as IntegrityFile;
    const [own, there] = [packageVersion(), this.#table.version];
    if (own !== there)
      throw new CommandError(
        `${path} is of version ${there}, and this command of ${own}; use the command of that folder (cli/ats-link.mjs).`,
      );
  }

  read(path: string): string {
    const changed = this.#changes.get(path);
    if (typeof changed === "string") return changed;
    try {
      return readFileSync(join(this.path, path), "utf8");
    } catch {
      throw new CommandError(`${join(this.path, path)} is missing; build or unpack the folder again.`);
    }
  }

  /** False for a file that somebody changed by hand. */
  isAsBuilt(path: string): boolean {
    const integrity = this.#table.files[path];
    return integrity !== undefined && integrity === integrityOf(readFileSync(join(this.path, path)));
  }

  write(path: string, content: string): void {
    const file = join(this.path, path);
    if (existsSync(file) && readFileSync(file, "utf8") === content) this.#changes.delete(path);
    else this.#changes.set(path, content);
  }

  remove(path: string): void {
    if (existsSync(join(this.path, path))) this.#changes.set(path, null);
    else this.#changes.delete(path);
  }

  /** Paths that will be other. */
  get changed(): string[] {
    return [...this.#changes.keys()];
  }

  /**
   * New files first, then those that name them, in the order of `write`; what nobody names any more goes last. Each takes
   * its place by a rename, so a reader sees the old or the new one, and what was interrupted can be run again.
   */
  commit(): void {
    if (this.#changes.size === 0) return;
    const files = { ...this.#table.files };
    for (const [path, content] of this.#changes) {
      if (content === null) Reflect.deleteProperty(files, path);
      else files[path] = integrityOf(content);
    }
    const table = {
      ...this.#table,
      files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    try {
      for (const [path, content] of this.#changes) if (content !== null) this.#replace(path, content);
      this.#replace("integrity.json", `${JSON.stringify(table, null, 2)}\n`);
      for (const [path, content] of this.#changes) if (content === null) rmSync(join(this.path, path), { force: true });
    } catch (error) {
      const why = errorCode(error) ?? "unknown reason";
      throw new CommandError(`${this.path} cannot be written (${why}); run the command again as somebody who may.`);
    }
  }

  #replace(path: string, content: string): void {
    const file = join(this.path, path);
    const beside = join(dirname(file), `.${basename(file)}.new`);
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(beside, content);
      renameSync(beside, file);
    } finally {
      rmSync(beside, { force: true });
    }
  }
}
