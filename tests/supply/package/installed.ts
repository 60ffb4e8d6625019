import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Ran } from "../../web/cli/support.ts";

export const root = join(import.meta.dirname, "../../..");

export function run(cwd: string, command: string, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

export interface Installed {
  tarball: string;
  /** An empty folder but for what is installed. */
  app: string;
  /** The package in it. */
  folder: string;
  remove(): void;
}

const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** Packs the tree, as docs/quickstart.md says, and installs the tarball in an empty folder, from this machine alone: no registry is asked. */
export function packAndInstall(): Installed {
  const place = mkdtempSync(join(tmpdir(), "ats-link-package-"));
  const app = join(place, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), '{ "name": "app", "private": true, "type": "module" }\n');
  const packed = run(root, "npm", "pack", "--pack-destination", place, "--loglevel=error");
  if (packed.status !== 0) throw new Error(packed.err);
  const tarball = join(place, packed.out.trim().split("\n").at(-1) ?? "");
  const made = run(app, "npm", "install", ...quiet, tarball, join(root, "node_modules/jose"));
  if (made.status !== 0) throw new Error(made.err);
  // What an integrator has beside it, for the compiler and the hook.
  for (const name of ["@types/react", "@types/node", "undici-types", "csstype", "react", "playwright-core"]) {
    mkdirSync(dirname(join(app, "node_modules", name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(app, "node_modules", name));
  }
  const remove = () => rmSync(place, { recursive: true, force: true });
  return { tarball, app, folder: join(app, "node_modules/ats-link"), remove };
}

/** A copy of what decides whether a tree may be packed, npm's settings included, without its `dist`. */
export function unbuilt(folder: string): void {
  cpSync(join(root, ".npmrc"), join(folder, ".npmrc"));
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  cpSync(join(root, "tools/check-built.ts"), join(folder, "tools/check-built.ts"));
}
