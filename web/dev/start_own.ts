import { join } from "node:path";
import { loadProviders, packageVersion } from "../relay/load_providers.ts";
import { MemoryRateLimiter, type RateLimits } from "../relay/rate_limiter.ts";
import { startSandbox } from "../sandbox/server.ts";
import { linkServer } from "./link_server.ts";
import { listen, type Listener } from "./listen.ts";
import { liveConfig } from "./live_config.ts";
import { openOwnFolder } from "./own_folder.ts";
import { upstreamFetch } from "./upstream_fetch.ts";

export interface OwnOptions {
  /** Of the link page, and the next of the sandbox; 0: free ones. */
  port: number;
  /** Of the integrator's application. */
  origins: readonly string[];
  /** Where keys and settings stay. */
  folder: string;
  /** Where requests to `https://HOST/PATH` go instead; absent: an own sandbox. */
  upstream?: string;
  /** Holds `link` and `opener`. */
  dist: string;
  tell(sentence: string): void;
}

export interface OwnServers {
  /** Such as `http://127.0.0.1:8081/`. */
  linkUrl: string;
  sandboxUrl: string;
  keyFile: string;
  configFile: string;
  close(): Promise<void>;
}

/** So wide that nobody meets them while developing. */
export const wideLimits: RateLimits = { perMinute: 6000, burst: 1000, globalPerMinute: 60_000 };
/** Wider than Workable's 10: each walk asks about 6 times, and somebody who tries things out walks often. */
export const wideSandbox = { rateLimitMax: 60 };

/** The port that was taken; `EADDRINUSE` alone does not say which. */
export class TakenPort extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${String(port)} is taken`);
    this.port = port;
  }
}

/** As `start` does, and a taken port is told by its number. */
export async function onPort<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(port);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? new TakenPort(port) : error;
  }
}

/** Link page, relay and sandbox on loopback for an application of the integrator's own. Rejects with a TakenPort. */
export async function startOwn(options: OwnOptions): Promise<OwnServers> {
  const { port, origins, folder, upstream, dist, tell } = options;
  const open: { close(): Promise<void> }[] = [];
  const close = async () => void (await Promise.all(open.map((server) => server.close())));
  try {
    const link: Listener = await onPort(port, listen);
    open.push(link);
    const sandboxPort = port === 0 ? 0 : port + 1;
    const sandbox =
      upstream === undefined
        ? await onPort(sandboxPort, (free) => startSandbox({ port: free, switches: wideSandbox }))
        : null;
    if (sandbox) open.push(sandbox);
    const sandboxUrl = sandbox?.url ?? (upstream ?? "").replace(/\/+$/, "");
    const linkUrl = `http://127.0.0.1:${String(link.port)}/`;
    const own = await openOwnFolder(folder, origins);
    const live = liveConfig(own, origins, linkUrl, tell);
    open.push(live);
    const config = { providers: loadProviders(), version: packageVersion(), origins: [new URL(linkUrl).origin] };
    const relay = { config, limiter: new MemoryRateLimiter(wideLimits), fetch: upstreamFetch(sandboxUrl) };
    link.serve(linkServer({ folder: join(dist, "link"), opener: join(dist, "opener"), config: live.read, relay }));
    return { linkUrl, sandboxUrl, keyFile: own.keyFile, configFile: own.configFile, close };
  } catch (error) {
    await close();
    throw error;
  }
}
