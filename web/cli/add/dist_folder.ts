import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { packageVersion } from "../../relay/load_providers.ts";
import { CommandError, errorCode } from "../command_line.ts";
import { integrityOf } from "./hashed.ts";

// Filled in by tools/build/package.ts: where the built command lies, dist is the folder above.
declare const ATS_LINK_DIST: string | undefined;

/** The built folder that this command is part of. */
export const ownDist = join(
  import.meta.dirname,
  typeof ATS_LINK_DIST === "undefined" ? "../../../dist" : ATS_LINK_DIST,
);

interface IntegrityFile {
  version: string;
  files: Record<string, string>;
}

const assets = "link/assets";
/** Named by its content, as the build does it. */
const hashed = /\.[0-9a-f]{16}\.[a-z]+$/;

/** A built folder, and what shall be other in it. Nothing is written before `commit`. */
export class DistFolder {
  readonly path: string;
  readonly #table: IntegrityFile;
  /** What a file shall hold; null: nobody names it any more. */
  readonly #wanted = new Map<string, string | null>();

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

  #onDisk(path: string): string | null {
    try {
      return readFileSync(join(this.path, path), "utf8");
    } catch {
      return null;
    }
  }

  read(path: string): string {
    const text = this.#wanted.get(path) ?? this.#onDisk(path);
    if (text === null) throw new CommandError(`${join(this.path, path)} is missing; build or unpack the folder again.`);
    return text;
  }

  /** False for a file that somebody changed by hand. */
  isAsBuilt(path: string): boolean {
    const integrity = this.#table.files[path];
    return integrity !== undefined && integrity === integrityOf(readFileSync(join(this.path, path)));
  }

  write(path: string, content: string): void {
    this.#wanted.set(path, content);
  }

  remove(path: string): void {
    this.#wanted.set(path, null);
  }

  /** Paths that will be other. */
  get changed(): string[] {
    return [...this.#wanted.keys()].filter((path) => this.#wanted.get(path) !== this.#onDisk(path));
  }

  /**
   * New files first, then the table of all, then those at an address of their own, in the order of `write`; what nobody
   * names any more goes last. Each takes its place by a rename: a reader sees the old page or the new one, and what was
   * interrupted can be run again.
   */
  commit(): void {
    const files = { ...this.#table.files };
    for (const [path, content] of this.#wanted) {
      if (content === null) Reflect.deleteProperty(files, path);
      else files[path] = integrityOf(content);
    }
    const rows = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
    this.write("integrity.json", `${JSON.stringify({ ...this.#table, files: Object.fromEntries(rows) }, null, 2)}\n`);
    const last = (path: string): number => (hashed.test(path) ? 0 : path === "link/index.html" ? 2 : 1);
    const paths = this.changed.sort((a, b) => last(a) - last(b));
    try {
      for (const path of paths) this.#replace(path, this.#wanted.get(path) ?? null);
      // Also what an interrupted run left.
      for (const name of readdirSync(join(this.path, assets)))
        if (hashed.test(name) && !files[`${assets}/${name}`]) rmSync(join(this.path, assets, name));
    } catch (error) {
      const why = errorCode(error) ?? "unknown reason";
      throw new CommandError(`${this.path} cannot be written (${why}); run the command again as somebody who may.`);
    }
  }

  #replace(path: string, content: string | null): void {
    if (content === null) return;
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
