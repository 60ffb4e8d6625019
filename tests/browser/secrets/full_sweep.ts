import type { BrowserContext, BrowserContextOptions, Frame, Page, Response } from "playwright-core";
import { Canary } from "../support/canary.ts";
import type { Demo } from "../support/demo.ts";
import { heapSnapshot, keepMemories, scanMemory, sessionOf } from "../support/memory.ts";
import { inTime, sweepPages, watchContext } from "../support/sweep.ts";

/** Runs in every frame: tells the test what goes through ports and between windows. */
function recordMessages(): void {
  const tell = (data: unknown): void => {
    let text: string;
    try {
      text = typeof data === "string" ? data : JSON.stringify(data);
    } catch {
      text = String(data);
    }
    void (window as unknown as { noteMessage(text: string): Promise<void> }).noteMessage(text);
  };
  const { apply } = Reflect;
  MessagePort.prototype.postMessage = new Proxy(MessagePort.prototype.postMessage, {
    apply(target, self, given: [unknown]) {
      tell(given[0]);
      apply(target as (...all: unknown[]) => void, self, given);
    },
  });
  addEventListener("message", ({ data }) => tell(data), { capture: true });
}

/** A context in which every sink is watched for one key, and what it can be asked in the end. */
export class FullSweep {
  readonly canary: Canary;
  readonly page: Page;
  readonly #key: string;
  readonly #demo: Demo;
  readonly #context: BrowserContext;
  #messages = 0;
  /** Answers whose bodies are still being read. */
  readonly #reading: Promise<void>[] = [];

  private constructor(demo: Demo, key: string, context: BrowserContext, page: Page) {
    this.#demo = demo;
    this.#key = key;
    this.#context = context;
    this.page = page;
    this.canary = new Canary([key]);
  }

  static async start(demo: Demo, key: string, options: BrowserContextOptions = {}): Promise<FullSweep> {
    const page = await demo.page(options);
    const context = page.context();
    const sweep = new FullSweep(demo, key, context, page);
    const { canary } = sweep;
    watchContext(context, canary, { header: "authorization", prefix: `${demo.servers.linkUrl}relay/v1/` });
    page.on("download", (download) =>
      canary.look("download", "name", `${download.url()} ${download.suggestedFilename()}`),
    );
    context.on("response", (response) => sweep.#reading.push(sweep.#lookAtAnswer(response)));
    await context.exposeBinding("noteMessage", (_source, text: string) => {
      sweep.#messages++;
      canary.look("message", "between frames", text);
    });
    await context.addInitScript(recordMessages);
    await context.addInitScript(keepMemories);
    return sweep;
  }

  get messages(): number {
    return this.#messages;
  }

  async #lookAtAnswer(response: Response): Promise<void> {
    const where = response.url().slice(0, 80);
    this.canary.look("answer header", where, JSON.stringify(response.headers()));
    if (!["fetch", "xhr"].includes(response.request().resourceType()) || where.endsWith(".wasm")) return;
    // Null for a body that breaks off, or that the page never reads to its end.
    const body = await inTime(response.body().catch(() => null));
    this.canary.look("answer body", where, body?.toString("latin1") ?? "");
  }

  /** Everything that pages and servers hold now, memory apart; also what is typed into fields. */
  async look(): Promise<void> {
    await Promise.all(this.#reading.splice(0));
    await sweepPages(this.#context, this.canary);
    for (const frame of this.page.frames()) {
      const values = await frame.evaluate(() =>
        [...document.querySelectorAll("input, textarea")].map((input) => (input as HTMLInputElement).value).join("\n"),
      );
      this.canary.look("field", frame.url().slice(0, 80), values);
    }
    this.canary.look("sandbox log", this.#demo.servers.sandboxUrl, JSON.stringify(await this.#demo.requests()));
  }

  /** The heap of each frame and the memory of each module; resolves with how much was read. */
  async lookAtMemory(): Promise<{ memories: number; bytes: number; heap: number }> {
    const read = { memories: 0, bytes: 0, heap: 0 };
    for (const frame of this.page.frames()) {
      const { memories, bytes, heap } = await this.lookAtFrame(frame);
      read.memories += memories;
      read.bytes += bytes;
      read.heap += heap;
    }
    return read;
  }

  async lookAtFrame(frame: Frame): Promise<{ memories: number; bytes: number; heap: number }> {
    const where = frame.url().slice(0, 80);
    const { memories, bytes, found } = await scanMemory(frame, this.#key);
    this.canary.places += memories;
    for (const encoding of found) this.canary.leaks.push({ sink: "memory", where, encoding });
    const cdp = await sessionOf(this.page, frame);
    try {
      const heap = await heapSnapshot(cdp);
      this.canary.look("heap", where, heap);
      return { memories, bytes, heap: heap.length };
    } finally {
      await cdp.detach();
    }
  }
}
