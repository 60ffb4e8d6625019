import assert from "node:assert/strict";
import { setTimeout as turn } from "node:timers/promises";
import type { BrowserContext, Frame, Request } from "playwright-core";
import type { Canary } from "./canary.ts";
import { patience } from "./chromium.ts";

/** The one place outside of a sealed token that may hold a key: this header of a request to the relay. */
export interface Allowed {
  header: "authorization";
  /** The relay's address up to its version. */
  prefix: string;
}

/** Looks at each request, download and console line of a context as it comes. */
export function watchContext(context: BrowserContext, canary: Canary, allowed: Allowed): void {
  context.on("request", (request) => lookAtRequest(request, canary, allowed));
  context.on("console", (message) => canary.look("console", message.type(), message.text()));
  context.on("weberror", (error) => canary.look("console", "error", String(error.error().stack)));
  context.on("page", (page) => {
    page.on("download", (download) =>
      canary.look("download", "name", `${download.url()} ${download.suggestedFilename()}`),
    );
  });
}

function lookAtRequest(request: Request, canary: Canary, allowed: Allowed): void {
  const url = request.url();
  canary.look("url", url.slice(0, 80), url);
  for (const [name, value] of Object.entries(request.headers())) {
    if (name === allowed.header && url.startsWith(allowed.prefix)) continue;
    canary.look("header", `${name} of ${url.slice(0, 80)}`, value);
  }
  canary.look("body", `${request.method()} ${url.slice(0, 80)}`, request.postDataBuffer()?.toString("latin1") ?? "");
}

/** What a frame holds: its elements and everything that it could have stored. Runs in the page. */
async function readFrame(): Promise<Record<string, string>> {
  const attempt = async (read: () => unknown): Promise<string> => {
    try {
      return String(await read());
    } catch {
      return ""; // A storage that is forbidden holds nothing.
    }
  };
  const names = async (read: Promise<{ name?: string }[]>): Promise<string> =>
    (await read).map(({ name }) => name ?? "").join("\n");
  return {
    dom: document.documentElement.outerHTML,
    title: document.title,
    "window.name": window.name,
    history: await attempt(() => JSON.stringify([history.state])),
    localStorage: await attempt(() => JSON.stringify(Object.entries(localStorage))),
    sessionStorage: await attempt(() => JSON.stringify(Object.entries(sessionStorage))),
    cookie: await attempt(() => document.cookie),
    indexedDB: await attempt(() => names(indexedDB.databases())),
    caches: await attempt(async () => (await caches.keys()).join("\n")),
    performance: performance
      .getEntries()
      .map(({ name }) => name)
      .join("\n"),
  };
}

/** Looks at everything that the open pages of a context show and store. Rejects where a frame of them was not searched. */
export async function sweepPages(context: BrowserContext, canary: Canary): Promise<void> {
  const silent: string[] = [];
  const frames = context.pages().flatMap((page) => page.frames());
  await Promise.all(
    frames.map(async (frame) => {
      const held = await inTime(answerOf(frame)).catch(() => null);
      if (!held) return void silent.push(frame.url());
      for (const [sink, text] of Object.entries(held)) canary.look(sink, frame.url().slice(0, 80), text);
    }),
  );
  for (const { name, value } of await context.cookies().catch(() => []))
    canary.look("cookie", name, `${name}=${value}`);
  assert.deepEqual(silent, [], "a frame gives no answer, and so was not searched for keys");
}

/** Nothing from a frame that goes meanwhile. One that is loaded anew at that moment is asked again. */
async function answerOf(frame: Frame): Promise<Record<string, string>> {
  for (let looks = 0; ; looks++) {
    try {
      return await frame.evaluate(readFrame);
    } catch (error) {
      if (frame.isDetached() || frame.page().isClosed()) return {};
      if (looks === 200) throw error;
      await turn(25);
    }
  }
}

/** Null for what does not come: a page that hangs must not hang its test. */
export async function inTime<T>(awaited: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, patience, null)));
  try {
    return await Promise.race([awaited, late]);
  } finally {
    clearTimeout(timer);
  }
}
