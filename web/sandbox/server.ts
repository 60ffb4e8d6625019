import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { loadProviders } from "../relay/load_providers.ts";
import type { Provider } from "../relay/provider.ts";
import { html, json, type Answer, type Ask } from "./answer.ts";
import { answerControl, isControlPath } from "./control_pages.ts";
import { answerProvider } from "./providers.ts";
import { findRoute as findProvider } from "./provider_routes.ts";
import { hostName, RequestLog } from "./request_log.ts";
import { send } from "./send.ts";
import { SandboxState } from "./state.ts";
import type { Switches } from "./switches.ts";
import { answerWorkable, isWorkableHost } from "./workable.ts";

export interface Sandbox {
  /** Such as `http://127.0.0.1:8082`, without a slash at the end. */
  url: string;
  state: SandboxState;
  log: RequestLog;
  close(): Promise<void>;
}

export interface SandboxStart {
  port?: number;
  switches?: Partial<Switches>;
  /** Whose APIs it is; those of the product if absent. */
  providers?: readonly Provider[];
}

/**
 * Starts the simulator on loopback (port 0: a free one). The simulated host is the Host header's, or the first part of
 * the path: `/acme.workable.com/spi/v3/jobs`.
 */
export async function startSandbox(options: SandboxStart = {}): Promise<Sandbox> {
  const providers = options.providers ?? loadProviders();
  const state = new SandboxState(options.switches);
  const log = new RequestLog(providers);
  const server = createServer((message, response) => {
    void respond(message, response, { providers, state, log }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${String(port)}`, state, log, close };
}

interface World {
  providers: readonly Provider[];
  state: SandboxState;
  log: RequestLog;
}

async function respond(message: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const body = await readBody(message);
  const { method = "GET", headers } = message;
  const sandboxUrl = `http://127.0.0.1:${String(message.socket.localPort)}`;
  // One slash, however many were written: `//x` would be read as a host.
  const url = new URL(sandboxUrl + (message.url ?? "/").replace(/^\/+/, "/"));
  if (isControlPath(url.pathname)) {
    const wantsHtml = (headers.accept ?? "").includes("text/html");
    await send(answerControl(method, url.pathname, body, wantsHtml, world), response);
    return;
  }
  const route = findRoute(hostName(headers), url.pathname, world);
  if (route === null) {
    await send(json(404, { error: "The path starts with a host, such as /acme.workable.com/spi/v3/jobs" }), response);
    return;
  }
  const entry = world.log.add({ method, ...route, query: url.search, body }, message.rawHeaders);
  const answer = simulate({ method, ...route, query: url.searchParams, headers, body, sandboxUrl }, world);
  const breaksOff = answer.transport === "reset" || answer.transport === "cut";
  response.once("close", () => (entry.aborted = !breaksOff && !response.writableFinished));
  entry.status = answer.status;
  await send(answer, response);
}

function simulate(ask: Ask, { state, providers }: World): Answer {
  if (isWorkableHost(ask.host)) return answerWorkable(ask, state);
  return answerProvider(ask, providers) ?? html(404, "Nobody lives here");
}

function findRoute(host: string, path: string, { providers }: World): { host: string; path: string } | null {
  if (isWorkableHost(host) || findProvider(providers, "GET", host, path)) return { host, path };
  const end = path.indexOf("/", 1);
  const first = end === -1 ? path.slice(1) : path.slice(1, end);
  return first.includes(".") ? { host: first, path: end === -1 ? "/" : path.slice(end) } : null;
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8").slice(0, 10_000);
}
