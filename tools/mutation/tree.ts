import { copyFileSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "./command.ts";

const built = ["ats-link.mjs", "ats-link.wasm"];

/** A checkout that is broken and built, over and over. Everything is built as little as the fault allows. */
export class Tree {
  readonly root: string;
  #kept = false;
  #brokenModule = false;
  #brokenPage = false;

  constructor(root: string) {
    this.root = root;
  }

  /** A clone of `repository` at its last commit, below its own build/: what a person works on is never touched. */
  static async fresh(repository: string): Promise<Tree> {
    const root = join(repository, "build/mutate/tree");
    const git = (...args: string[]) => mustRun("git", ["-C", root, ...args], repository);
    if (existsSync(root)) await git("fetch", "--quiet", "origin", "HEAD");
    else {
      mkdirSync(join(root, ".."), { recursive: true });
      await mustRun("git", ["clone", "--quiet", "--shared", "--no-checkout", repository, root], repository);
      await git("fetch", "--quiet", "origin", "HEAD");
    }
    await git("checkout", "--quiet", "--force", "--detach", "FETCH_HEAD");
    for (const name of ["node_modules", ".cache"])
      if (!existsSync(join(root, name))) symlinkSync(join(repository, name), join(root, name), "dir");
    return new Tree(root);
  }

  /** The Catch2 program. Without batches, so that one changed source is one compilation. */
  async buildTests(): Promise<void> {
    if (!existsSync(this.#at("build/dev/build.ninja"))) await this.#cmake("--preset", "dev", "-DCMAKE_UNITY_BUILD=OFF");
    await this.#cmake("--build", "--preset", "dev", "--", "--quiet");
  }

  /** dist/ and the gallery; `module`: with the C++ of the tree as it is now. */
  async buildPage(module: boolean): Promise<void> {
    if (module) {
      this.#brokenModule = true;
      await this.#cmake("--build", "--preset", "wasm-release", "--", "--quiet");
    } else if (!this.#hasModule()) await mustRun("tools/build-product", [], this.root);
    this.#brokenPage = true;
    await mustRun(process.execPath, ["tools/build.ts"], this.root);
  }

  /** The module from before the fault, since linking it takes minutes. */
  restoreModule(): void {
    if (this.#brokenModule) this.#copyModule(this.#at("build/mutate-whole"), this.#at("build/wasm-release"));
    this.#brokenModule = false;
  }

  /** Leaves no built page with a fault in it. */
  async close(): Promise<void> {
    if (this.#brokenPage) await mustRun(process.execPath, ["tools/build.ts"], this.root);
    this.#brokenPage = false;
  }

  /** Before the first fault that goes into the module: a whole one, built and put aside. */
  async keepModule(): Promise<void> {
    if (this.#kept) return;
    this.#kept = true;
    if (!existsSync(this.#at("build/wasm-release/build.ninja"))) await this.#cmake("--preset", "wasm-release");
    await this.#cmake("--build", "--preset", "wasm-release", "--", "--quiet");
    mkdirSync(this.#at("build/mutate-whole"), { recursive: true });
    this.#copyModule(this.#at("build/wasm-release"), this.#at("build/mutate-whole"));
  }

  #copyModule(from: string, to: string): void {
    for (const name of built) copyFileSync(join(from, name), join(to, name));
  }
  #hasModule(): boolean {
    return built.every((name) => existsSync(this.#at(`build/wasm-release/${name}`)));
  }
  #at(path: string): string {
    return join(this.root, path);
  }
  #cmake(...args: string[]): Promise<string> {
    return mustRun("cmake", args, this.root);
  }
}
