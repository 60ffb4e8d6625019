import { cpSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { root } from "../../supply/package/installed.ts";

interface Manifest {
  bin?: string | Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** Where Node would find a package from a folder of the repository. Null: it is not installed, as a platform's other builds. */
function find(name: string, from: string): string | null {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(found)) return found;
  }
  return null;
}

/** A copy of which no byte is written twice: where the disk is another one, they are. */
function link(from: string, to: string): void {
  if (lstatSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) link(join(from, name), join(to, name));
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

/**
 * What `npm install NAME...` would put into a folder, from what the repository has installed itself: no registry is asked.
 * Real folders, since bundlers judge a file by where it really is.
 */
export function installBeside(app: string, names: readonly string[]): void {
  const seen = new Set<string>();
  const waiting = names.map((name) => ({ name, from: root }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const source = find(next.name, next.from);
    if (source === null || seen.has(source)) continue;
    seen.add(source);
    const target = join(app, relative(root, source));
    if (!existsSync(target)) link(source, target);
    const { bin = {}, dependencies, optionalDependencies, peerDependencies } = manifestOf(source);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      waiting.push({ name, from: source });
    if (!names.includes(next.name)) continue;
    mkdirSync(join(app, "node_modules/.bin"), { recursive: true });
    const commands = typeof bin === "string" ? { [basename(next.name)]: bin } : bin;
    for (const [name, file] of Object.entries(commands)) {
      const command = join(app, "node_modules/.bin", name);
      if (!existsSync(command)) symlinkSync(join(target, file), command);
    }
  }
}
