import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Answer } from "./answer.ts";

/** Sends an answer, with its delay and its broken transport; returns early if the client goes away. */
export async function send(answer: Answer, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  if (answer.delayMs !== undefined && !(await wait(answer.delayMs, gone.signal))) return;
  const body = Buffer.from(answer.body);
  switch (answer.transport) {
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "hang":
      return;
    case "cut":
      response.writeHead(answer.status, { ...answer.headers, "Content-Length": body.byteLength + 1000 });
      response.write(body, () => response.socket?.destroy());
      return;
    case "drip":
      response.writeHead(answer.status, answer.headers);
      do response.write(" ");
      while (await wait(100, gone.signal));
      return;
    case undefined:
      response.writeHead(answer.status, { ...answer.headers, ...lengthOf(answer, body) });
      response.end(body);
      return;
    default:
      answer.transport satisfies never;
  }
}

function lengthOf(answer: Answer, body: Buffer): Record<string, number> {
  return answer.status === 204 ? {} : { "Content-Length": body.byteLength };
}

async function wait(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
