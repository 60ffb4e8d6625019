import dns from "node:dns";
import { writeSync } from "node:fs";
import { listen } from "../../../../web/dev/listen.ts";
import { serveRelay } from "../../../../web/relay/node_adapter.ts";
import { upstreamClient } from "../../../../web/relay/one_request.ts";
import { MemoryRateLimiter } from "../../../../web/relay/rate_limiter.ts";
import { linkOrigin, version } from "../case.ts";
import { contractProviders } from "../providers.ts";

// node_process.ts UPSTREAM_PORT DEADLINE_MS: the relay as it is; only names and port 443 lead to the test's upstream.
const [upstreamPort = "", deadline = ""] = process.argv.slice(2);

type Found = (error: null, address: string | { address: string; family: number }[], family?: number) => void;
const toLoopback = (_name: string, options: { all?: boolean }, found: Found) =>
  options.all ? found(null, [{ address: "127.0.0.1", family: 4 }]) : found(null, "127.0.0.1", 4);
Object.assign(dns, { lookup: toLoopback });

const send = upstreamClient();
const relay = {
  config: { providers: contractProviders(), origins: [linkOrigin], version, deadlineMs: Number(deadline) },
  limiter: new MemoryRateLimiter(),
  fetch: (url: string, init: RequestInit) => {
    const there = new URL(url);
    there.port = upstreamPort;
    return send(there.href, init);
  },
};
const server = await listen(0);
server.serve((message, response) => serveRelay(message, response, relay));
writeSync(3, `${String(server.port)}\n`);
process.once("SIGTERM", () => process.exit(0));
