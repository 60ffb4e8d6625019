import type { CDPSession, Frame, Page } from "playwright-core";
import { type Needle, needlesOf } from "./canary.ts";

/** The session of a frame: its own where it is of another site, else its page's. */
export async function sessionOf(page: Page, frame: Frame): Promise<CDPSession> {
  const context = page.context();
  if (frame === page.mainFrame()) return context.newCDPSession(page);
  return context.newCDPSession(frame);
}

/** Every text of the JavaScript heap, after a collection of garbage. */
export async function heapSnapshot(cdp: CDPSession): Promise<string> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  cdp.on("HeapProfiler.addHeapSnapshotChunk", keep);
  await cdp.send("HeapProfiler.enable");
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await cdp.send("HeapProfiler.disable");
  cdp.off("HeapProfiler.addHeapSnapshotChunk", keep);
  return chunks.join("");
}

/** Runs before the page's scripts: keeps hold of each module's memory, so that it can be read later. */
export function keepMemories(): void {
  const memories: WebAssembly.Memory[] = [];
  Object.assign(window, { testMemories: memories });
  const keep = (instance: WebAssembly.Instance): void => {
    for (const member of Object.values(instance.exports))
      if (member instanceof WebAssembly.Memory) memories.push(member);
  };
  WebAssembly.instantiate = new Proxy(WebAssembly.instantiate, {
    apply(target, self, given) {
      const made = Reflect.apply(target, self, given) as unknown as Promise<
        WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource
      >;
      return made.then((result) => {
        keep("instance" in result ? result.instance : result);
        return result;
      });
    },
  });
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, given: [WebAssembly.Module, WebAssembly.Imports]) {
      const instance = new target(...given);
      keep(instance);
      return instance;
    },
  });
}

export interface MemoryScan {
  memories: number;
  bytes: number;
  /** How the key was written, once for each place where it was found. */
  found: Needle["encoding"][];
}

/** The same with the index of each needle. */
type RawScan = Omit<MemoryScan, "found"> & { found: number[] };

/** Runs in the page. `masked`: every byte of the needles xor 0x5a, so that looking for a key does not bring it there. */
function scan(masked: number[][]): RawScan {
  const { testMemories = [] } = window as unknown as { testMemories?: WebAssembly.Memory[] };
  const result: RawScan = { memories: testMemories.length, bytes: 0, found: [] };
  for (const { buffer } of testMemories) {
    const bytes = new Uint8Array(buffer);
    result.bytes += bytes.length;
    masked.forEach((needle, index) => {
      const first = (needle[0] ?? 0) ^ 0x5a;
      for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
        if (needle.every((byte, i) => bytes[at + i] === (byte ^ 0x5a))) result.found.push(index);
    });
  }
  return result;
}

/** Looks for a key in the WebAssembly memory of a frame whose page had `keepMemories`. */
export async function scanMemory(frame: Frame, key: string): Promise<MemoryScan> {
  const needles = needlesOf(key);
  const masked = needles.map(({ text }) => [...Buffer.from(text, "latin1")].map((byte) => byte ^ 0x5a));
  const raw = await frame.evaluate(scan, masked);
  return { ...raw, found: raw.found.map((index) => (needles[index] as Needle).encoding) };
}
