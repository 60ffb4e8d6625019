import type { IncomingMessage } from "node:http";
import type https from "node:https";
import type { Fetch } from "./run_probe.ts";

type Sends = Pick<typeof https, "request">;
interface NodeProcess {
  getBuiltinModule?(name: string): Sends | undefined;
}

/** As nginx's buffer for them in the generated configuration. */
export const headerLimit = 16 * 1024;
const codings: Readonly<Record<string, CompressionFormat>> = { gzip: "gzip", "x-gzip": "gzip", deflate: "deflate" };

/**
 * What asks the ATS. Node's own fetch sends the request, and with it the key, again after a 421, and takes a compressed
 * body that is cut off for a whole one, so there the request is made by hand. No import: other engines have no such module.
 */
export function upstreamClient(): Fetch {
  const { navigator, process } = globalThis as { navigator?: { userAgent?: string }; process?: NodeProcess };
  const isNode = navigator?.userAgent?.startsWith("Node.js/") ?? false;
  const [secure, plain] = [process?.getBuiltinModule?.("https"), process?.getBuiltinModule?.("http")];
  if (!isNode || !secure || !plain) return (url, init) => fetch(url, init);
  return (url, init) => oneRequest(new URL(url).protocol === "http:" ? plain : secure, url, init);
}

/** One request on a connection of its own, one answer: nothing is followed, repeated or kept. */
function oneRequest({ request }: Sends, url: string, init: RequestInit): Promise<Response> {
  const { method = "GET", body, signal } = init;
  const headers = Object.fromEntries(new Headers(init.headers));
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false, maxHeaderSize: headerLimit, ...(signal && { signal }) } as const;
    const sent = request(url, options, (answer) => {
      try {
        resolve(toResponse(answer));
      } catch (error) {
        sent.destroy();
        reject(error);
      }
    });
    // Not once: what breaks off after its headers breaks twice.
    sent.on("error", reject);
    // A change of protocol is no answer.
    sent.on("upgrade", (_answer, socket) => {
      socket.on("error", () => undefined).destroy();
      reject(new Error("another protocol"));
    });
    sent.end(typeof body === "string" ? body : undefined);
  });
}

function toResponse(answer: IncomingMessage): Response {
  const { statusCode: status = 0, rawHeaders } = answer;
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? "", rawHeaders[i + 1] ?? "");
  // The reader below is told as well.
  answer.on("error", () => undefined);
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  if (!hasBody) answer.resume();
  const format = codings[headers.get("content-encoding")?.trim().toLowerCase() ?? ""];
  const bytes = hasBody ? toStream(answer) : null;
  const decoded = format ? bytes?.pipeThrough(new DecompressionStream(format)) : bytes;
  return new Response(decoded ?? null, { status, headers });
}

/** What is read is asked for piece by piece, so that a peer cannot fill the memory. */
export function toStream(answer: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces: AsyncIterator<Buffer> = answer[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(stream) {
        const piece = await pieces.next();
        if (piece.done) stream.close();
        else stream.enqueue(Uint8Array.from(piece.value));
      },
      cancel: () => void answer.destroy(),
    },
    { highWaterMark: 0 },
  );
}
