import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { buildGallery } from "../../../tools/build/gallery.ts";
import { buildLink } from "../../../tools/build/link.ts";
import { buildOpener } from "../../../tools/build/opener.ts";
import { judge } from "../../../tools/testing/run_file.ts";
import { endTree } from "../../../tools/testing/processes.ts";

const root = join(import.meta.dirname, "../../..");
const module = join(root, "build/wasm-release");

/** What is served of each source: the link page, on its own and in the gallery, its style, and the opener as a module. */
const bundles = {
  link: "**/link/assets/{engine,page,link}.*.js",
  style: "**/link/assets/link.*.css",
  opener: "dist/opener/ats-link.mjs",
};

/** One thing broken in what is served. The text has to stand there exactly once. */
export interface Breakage {
  in: keyof typeof bundles;
  find: string;
  put: string;
}

/** How the tests of one name went. */
export interface Outcome {
  passed: number;
  failed: number;
  output: string;
}

const digest = (text: string): string => `sha384-${createHash("sha384").update(text).digest("base64")}`;

/** What the servers serve, built once as it is written; a copy of it may have one thing broken, for the tests to notice. */
export class ServedCopy {
  readonly #folder = mkdtempSync(join(tmpdir(), "ats-link-broken-"));
  #copies = 0;

  static async build(): Promise<ServedCopy> {
    const copy = new ServedCopy();
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const options = { module, version, minify: false };
    const whole = join(copy.#folder, "whole");
    await buildLink({ ...options, outdir: join(whole, "dist/link") });
    await buildGallery({ ...options, outdir: join(whole, "gallery") });
    await buildOpener(join(whole, "dist/opener"), false);
    cpSync(join(root, "dist/demo"), join(whole, "dist/demo"), { recursive: true });
    return copy;
  }

  /** Runs the tests of some files whose names match, with the breakage, if any. */
  async test(breakage: Breakage | null, files: string, pattern: string): Promise<Outcome> {
    const folder = join(this.#folder, String(this.#copies++));
    cpSync(join(this.#folder, "whole"), folder, { recursive: true });
    if (breakage) apply(folder, breakage);
    const outcome = await runTests(folder, globSync(files, { cwd: root }), pattern);
    rmSync(folder, { recursive: true });
    return outcome;
  }

  /** Throws unless the breakage would change what is served: for those that are not tried in this run. */
  mustHold(breakage: Breakage): void {
    places(join(this.#folder, "whole"), breakage);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Puts `after` in the place of `before` in a file, if it is there. */
function change(path: string, before: string, after: string): void {
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(before, () => after),
  );
}

/** The files to change, by folder and name. Each folder has to hold the text, no file twice. */
function places(folder: string, { in: bundle, find }: Breakage): Map<string, string[]> {
  const files = globSync(bundles[bundle], { cwd: folder }).map((file) => join(folder, file));
  if (files.length === 0) throw new Error(`nothing is served as ${bundles[bundle]}`);
  const found = Map.groupBy(files.sort(), (file) => dirname(file));
  for (const beside of found.values()) {
    const times = beside.map((file) => readFileSync(file, "utf8").split(find).length - 1);
    if (!times.includes(1) || times.some((count) => count > 1))
      throw new Error(`${bundles[bundle]} do not hold once: ${find}`);
  }
  return found;
}

const rank = (file: string): number => ["engine", "page", "link"].indexOf(basename(file).split(".")[0] ?? "");

function apply(folder: string, breakage: Breakage): void {
  const { in: bundle, find, put } = breakage;
  for (const [place, beside] of places(folder, breakage)) {
    // What several scripts of the page hold is broken in each; the first to be loaded comes last, as each names the next's hash.
    let other: [string, string] = ["", ""];
    for (const file of beside.toSorted((a, b) => rank(a) - rank(b))) {
      const was = readFileSync(file, "utf8");
      change(file, find, put);
      if (other[0]) change(file, digest(other[0]), digest(other[1]));
      other = [was, readFileSync(file, "utf8")];
    }
    // The page names the hash of what it loads.
    if (bundle !== "opener") change(join(place, "../index.html"), digest(other[0]), digest(other[1]));
  }
}

async function runTests(served: string, files: string[], pattern: string): Promise<Outcome> {
  const args = ["--test", "--test-isolation=none", "--test-reporter=tap", `--test-name-pattern=${pattern}`, ...files];
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Within a test run Node's runner would report to the outer one. What fails by waiting in vain fails soon.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ATS_SERVED: served, ATS_PATIENCE: "30000" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const timer = setTimeout(() => void endTree(child.pid ?? 0), 300_000);
  const status = await new Promise<string>((resolve) =>
    child.on("close", (code, signal) => {
      resolve(signal ?? String(code));
    }),
  );
  clearTimeout(timer);
  return { ...judge(output, status), output };
}
