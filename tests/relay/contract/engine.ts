import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Certificates } from "./certificates.ts";

/** A header that is there twice, or one without a value before another of its name. */
export type Hidden = "second header" | "empty header";

export interface Engine {
  name: string;
  port: number;
  /** Answers with the status only. */
  statusOnly: boolean;
  /** What it does not show to whoever runs in it, who can therefore not refuse it (docs/relay-nginx.md). */
  hides: readonly Hidden[];
  /** Constant headers that it adds to every upstream request, lower case; `{host}` stands for the upstream name. */
  adds: Record<string, string>;
  /** What the edge in front of it adds to a request, for the client's address. */
  edge(clientIp: string): string[];
  /** Ends its processes and gives all that they wrote. */
  stop(): Promise<string>;
}

export interface EngineOptions {
  folder: string;
  upstreamPort: number;
  certificates: Certificates;
}

/** A process of the test's own; what it writes is kept. `stop` ends it by its id and waits until it is gone. */
export class Child {
  readonly process: ChildProcess;
  #output = "";
  #exited = false;

  constructor(command: string, args: string[], options: { cwd: string; env?: Record<string, string>; pipes?: number }) {
    const stdio = ["ignore", "pipe", "pipe", ...Array.from({ length: options.pipes ?? 0 }, () => "pipe" as const)];
    const env = { ...process.env, ...options.env };
    this.process = spawn(command, args, { cwd: options.cwd, env, stdio: stdio as ("ignore" | "pipe")[] });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => (this.#output += text));
    }
    this.process.once("exit", () => (this.#exited = true));
    this.process.once("error", (error) => {
      this.#exited = true;
      this.#output += String(error);
    });
  }

  get output(): string {
    return this.#output;
  }

  get exited(): boolean {
    return this.#exited;
  }

  /** The first match in what a pipe gives (1: stdout, 3: the first further one); rejects if the process ends before. */
  async waitFor(pipe: number, pattern: RegExp): Promise<RegExpExecArray> {
    let text = "";
    for await (const chunk of this.process.stdio[pipe] as NodeJS.ReadableStream) {
      text += chunk.toString();
      const match = pattern.exec(text);
      if (match) return match;
    }
    throw new Error(`It ended: ${this.#output}${text}`);
  }

  async stop(): Promise<void> {
    if (this.#exited) return;
    const gone = once(this.process, "exit");
    this.process.kill("SIGTERM");
    await gone;
  }
}

/** How long engines wait for upstream in this suite. Long enough for a slow machine, short enough to test. */
export const deadlineMs = 6000;
