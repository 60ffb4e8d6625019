import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");
const copied = [
  ...["web", "tests", "tools", "locales", "providers", "docs", "cmake", "shell.html"],
  ...["package.json", "package-lock.json", "LICENSE"],
];
/** What only has to be there. The C++ sources are in one place or the other, for the text of their licences. */
const linked = ["node_modules", "build/wasm-release", ".cache/deps"];

/** One thing broken in one source file. The text has to stand there exactly once. */
export interface Breakage {
  file: string;
  find: string;
  put: string;
}

/** How the tests of one name went. */
export interface Outcome {
  passed: number;
  failed: number;
  output: string;
}

/** A copy of the sources beside the built module, in which one thing at a time is broken, built and tested. */
export class BrokenCopy {
  readonly #folder = mkdtempSync(join(tmpdir(), "ats-link-broken-"));

  constructor() {
    for (const name of copied) cpSync(join(root, name), join(this.#folder, name), { recursive: true });
    for (const name of linked.filter((each) => existsSync(join(root, each)))) {
      mkdirSync(dirname(join(this.#folder, name)), { recursive: true });
      symlinkSync(join(root, name), join(this.#folder, name), "dir");
    }
  }

  /** Builds with the breakage, runs the tests whose names match, and mends the file. */
  async test(breakages: readonly Breakage[], file: string, pattern: string): Promise<Outcome> {
    const whole = breakages.map((breakage) => this.#apply(breakage));
    try {
      await run(process.execPath, ["tools/build.ts"], { cwd: this.#folder });
      return await this.#run(file, pattern);
    } finally {
      for (const mend of whole) mend();
    }
  }

  #apply({ file, find, put }: Breakage): () => void {
    const path = join(this.#folder, file);
    const text = readFileSync(path, "utf8");
    const [before = "", after, ...more] = text.split(find);
    if (after === undefined || more.length > 0) throw new Error(`${file} does not hold once: ${find}`);
    writeFileSync(path, before + put + after);
    return () => writeFileSync(path, text);
  }

  async #run(file: string, pattern: string): Promise<Outcome> {
    const args = ["--test", "--test-reporter=tap", `--test-name-pattern=${pattern}`, file];
    // Within a test run Node's runner would report to the outer one.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const output = await run(process.execPath, args, {
      cwd: this.#folder,
      env,
      maxBuffer: 1 << 26,
      timeout: 180_000,
      killSignal: "SIGKILL",
    }).then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { stdout?: string }).stdout ?? "",
    );
    const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
    return { passed: count("pass"), failed: count("fail"), output };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
