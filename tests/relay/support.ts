import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { setImmediate } from "node:timers/promises";
import { listen } from "../../web/dev/listen.ts";
import { upstreamFetch } from "../../web/dev/upstream_fetch.ts";
import type { RelayConfig } from "../../web/relay/handle.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { serveRelay } from "../../web/relay/node_adapter.ts";
import { MemoryRateLimiter, type RateLimiter } from "../../web/relay/rate_limiter.ts";
import type { Fetch } from "../../web/relay/upstream_answer.ts";
import { keys } from "../../web/sandbox/keys.ts";
import { startSandbox, type Sandbox } from "../../web/sandbox/server.ts";
import type { Switches } from "../../web/sandbox/switches.ts";

export const linkOrigin = "https://link.example.com";
export const version = "1.2.3";
const noLimit = { perMinute: 1e9, burst: 1e9, globalPerMinute: 1e9 };

export interface RelayUnderTest {
  url: string;
  /** How many answers of the ATS have begun: their headers are with the relay. */
  readonly begun: number;
  /** A GET of a probe from a same-origin page, with a key. */
  probe(path: string, key?: string, headers?: Record<string, string>): Promise<{ response: Response; body: unknown }>;
}

/** The relay on a real HTTP server, its requests sent to `upstream/HOST/PATH`. */
export async function startRelay(
  t: TestContext,
  upstream: string,
  change: Partial<RelayConfig> & { limiter?: RateLimiter } = {},
): Promise<RelayUnderTest> {
  const { limiter = new MemoryRateLimiter(noLimit), ...rest } = change;
  const config: RelayConfig = { providers: loadProviders(), origins: [linkOrigin], version, ...rest };
  const server = await listen(0);
  t.after(() => server.close());
  const send = upstreamFetch(upstream);
  let begun = 0;
  const fetch: Fetch = async (...request) => {
    const answer = await send(...request);
    begun++;
    return answer;
  };
  server.serve(async (message, response) => {
    await serveRelay(message, response, { config, limiter, fetch });
  });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    get begun() {
      return begun;
    },
    async probe(path, key = keys.allScopes.key, headers = {}) {
      const usual = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${key}` };
      const response = await globalThis.fetch(`${url}/relay/v1/${path}`, { headers: { ...usual, ...headers } });
      return { response, body: await response.json() };
    },
  };
}

/** Waits while a probe is asked until something holds, which no event tells of. */
export async function whileAsked(asked: Promise<unknown>, holds: () => boolean): Promise<void> {
  const over = asked.then(
    () => true,
    () => true,
  );
  for (let isOver = false; !isOver && !holds();) isOver = await Promise.race([over, setImmediate(false)]);
}

/** The relay in front of the sandbox, without its rate limit. */
export async function startRelayAndSandbox(
  t: TestContext,
  switches: Partial<Switches> = {},
  change: Parameters<typeof startRelay>[2] = {},
): Promise<RelayUnderTest & { sandbox: Sandbox }> {
  const sandbox = await startSandbox({ switches: { rateLimit: false, ...switches } });
  t.after(() => sandbox.close());
  return Object.assign(await startRelay(t, sandbox.url, change), { sandbox });
}

/** An upstream that answers everything with `answer`. */
export async function startUpstream(
  t: TestContext,
  answer: (message: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An upstream that answers with this JSON, status and headers. */
export function startJsonUpstream(
  t: TestContext,
  document: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Promise<string> {
  return startUpstream(t, (message, response) => {
    message.resume();
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(JSON.stringify(document));
  });
}
