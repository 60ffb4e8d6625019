import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { basename, dirname, join } from "node:path";
import { Child } from "../../relay/contract/engine.ts";
import { type Installed, packAndInstall, root } from "../package/installed.ts";
import type { Block } from "./blocks.ts";
import { freePorts, type Ports, withPorts } from "./ports.ts";
import { joseRegistry, type Registry } from "./registry.ts";

/** What a reader has beside the package: the compiler's types, React and Next, as from npm. */
const beside = ["@types/react-dom", "react-dom", "scheduler", "next"];

/** A public key for where the documents say YOUR PUBLIC KEY. */
export type PublicKey = object;

/** One empty folder for each document, with the packed package, in which its blocks are written and run. */
export class Place {
  readonly ports: Ports;
  readonly app: string;
  readonly #installed: Installed;
  readonly #registry: Registry;
  readonly #publicKey: PublicKey;
  readonly #children: Child[] = [];

  private constructor(installed: Installed, registry: Registry, ports: Ports, publicKey: PublicKey) {
    this.#installed = installed;
    this.#registry = registry;
    this.#publicKey = publicKey;
    this.ports = ports;
    this.app = installed.app;
  }

  static async make(publicKey: PublicKey): Promise<Place> {
    const installed = packAndInstall();
    for (const name of beside) {
      mkdirSync(dirname(join(installed.app, "node_modules", name)), { recursive: true });
      symlinkSync(join(root, "node_modules", name), join(installed.app, "node_modules", name));
    }
    return new Place(installed, await joseRegistry(dirname(installed.app)), await freePorts(), publicKey);
  }

  /** A document's folder. One that installs the package itself begins with the tarball alone. */
  folderOf(document: string): string {
    const folder = join(this.app, basename(document, ".md"));
    if (existsSync(folder)) return folder;
    mkdirSync(folder);
    // The settings of a reader's own npm, so that the commands stand as they are.
    writeFileSync(join(folder, ".npmrc"), `registry=${this.#registry.url}\naudit=false\nfund=false\n`);
    if (document === "docs/quickstart.md") {
      copyFileSync(this.#installed.tarball, join(folder, basename(this.#installed.tarball)));
    } else {
      writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
      symlinkSync(join(this.app, "node_modules"), join(folder, "node_modules"));
      // The example for Node imports the listener from the folder that is deployed.
      for (const name of ["node.mjs", "providers.mjs"])
        copyFileSync(join(this.#installed.folder, "dist/relay", name), join(folder, name));
    }
    return folder;
  }

  textOf({ code }: Pick<Block, "code">): string {
    return withPorts(code, this.ports).replaceAll('"YOUR PUBLIC KEY"', JSON.stringify(this.#publicKey));
  }

  write(block: Block): void {
    if (block.file === undefined) return;
    const file = join(this.folderOf(block.document), block.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, this.textOf(block));
  }

  /** Runs commands to their end. Not waited for in one go: the registry is in this process. */
  async run(block: Pick<Block, "document" | "code">): Promise<{ status: number | null; said: string }> {
    const child = new Child("bash", ["-euc", this.textOf(block)], { cwd: this.folderOf(block.document) });
    const [status] = (await once(child.process, "close")) as [number | null];
    return { status, said: child.output };
  }

  /** Starts a command that stays, and waits until it says an address. */
  async start({ document, code }: Pick<Block, "document" | "code">): Promise<Child> {
    const command = this.textOf({ code }).trim();
    const child = new Child("bash", ["-euc", `exec ${command}`], { cwd: this.folderOf(document) });
    this.#children.push(child);
    // Not by `waitFor`, which ends the pipe: what is said later counts too.
    while (!child.output.includes("http://")) {
      if (child.exited) throw new Error(`${command}: ${child.output}`);
      await setTimeout(20);
    }
    return child;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.splice(0).map((child) => child.stop()));
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.#registry.close();
    this.#installed.remove();
  }
}
