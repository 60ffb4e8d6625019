import { join } from "node:path";
import { DemoBackend } from "../demo-backend/backend.ts";
import { makeSealKey, type SealKeyPair } from "../server/seal_key.ts";
import { galleryHandler } from "../gallery/handler.ts";
import type { LinkPageConfig } from "../headers/link_config.ts";
import { loadProviders, packageVersion } from "../relay/load_providers.ts";
import { MemoryRateLimiter, type RateLimits } from "../relay/rate_limiter.ts";
import { startSandbox, type Sandbox } from "../sandbox/server.ts";
import type { Switches } from "../sandbox/switches.ts";
import { hostServer } from "./host_server.ts";
import { demoLogo, linkServer } from "./link_server.ts";
import { listen } from "./listen.ts";
import { liveConfig } from "./live_config.ts";
import { openOwnFolder } from "./own_folder.ts";
import { wideLimits, wideSandbox } from "./start_own.ts";
import { tryIt } from "./try_it.ts";
import { upstreamFetch } from "./upstream_fetch.ts";

const root = join(import.meta.dirname, "../..");

export interface ServerOptions {
  /** Port of the host page; 0 or absent: a free one. */
  port?: number;
  /** Port of the link page; absent: the next after `port`, or a free one where that is 0. */
  linkPort?: number;
  /** Where requests to `https://HOST/PATH` go instead (`upstream/HOST/PATH`); absent: an own sandbox. */
  upstream?: string;
  /** Port of the own sandbox; absent: a free one. */
  sandboxPort?: number;
  /** For an application of one's own beside the demo: its origins, where keys and settings stay, and who is told of them. */
  own?: { origins: readonly string[]; folder: string; tell(sentence: string): void };
  /** How the own sandbox differs from its usual settings. */
  switches?: Partial<Switches>;
  verify?: LinkPageConfig["verify"];
  handoverMode?: LinkPageConfig["handover"]["mode"];
  /** The backend's keys, the first of which seals; absent: a new one. */
  sealKeys?: SealKeyPair[];
  /** Members of link.config.json to change, for tests of a wrong one too. */
  linkConfig?: Partial<Record<keyof LinkPageConfig, unknown>>;
  /** The relay's limits; by default so wide that nobody meets them while developing. */
  limits?: RateLimits;
  /** The demo's logo in the wizard's header: one more file, which tests do without. */
  logo?: boolean;
  deadlineMs?: number;
  dist?: string;
  /** The built gallery; absent: `build/gallery`. */
  gallery?: string;
  /** The backend's clock in milliseconds, for tests. */
  now?: () => number;
}

export interface Servers {
  /** Such as `http://localhost:8080/`. */
  hostUrl: string;
  /** Such as `http://127.0.0.1:8081/`: another site than the host page. */
  linkUrl: string;
  /** The sandbox or the upstream, without a slash at the end. */
  sandboxUrl: string;
  linkConfig: LinkPageConfig;
  close(): Promise<void>;
}

/** Starts the demo's three servers on loopback. Rejects with code EADDRINUSE if a port is taken; nothing stays open then. */
export async function startServers(options: ServerOptions = {}): Promise<Servers> {
  const { port = 0, dist = join(root, "dist") } = options;
  const open: { close(): Promise<void> }[] = [];
  const close = async () => void (await Promise.all(open.map((server) => server.close())));
  try {
    const host = await listen(port);
    open.push(host);
    const link = await listen(options.linkPort ?? (port === 0 ? 0 : port + 1));
    open.push(link);
    const sandbox = options.upstream === undefined ? await demoSandbox(options) : null;
    if (sandbox) open.push(sandbox);
    const sandboxUrl = sandbox?.url ?? (options.upstream ?? "").replace(/\/+$/, "");

    const hostUrl = `http://localhost:${String(host.port)}/`;
    const linkUrl = `http://127.0.0.1:${String(link.port)}/`;
    const linkOrigin = new URL(linkUrl).origin;
    const sealKeys = options.sealKeys ?? [await makeSealKey()];
    const own = options.own ? await ownSettings(options.own, new URL(hostUrl).origin, linkUrl) : null;
    if (own) open.push(own);
    const verifier = { providers: loadProviders(), version: packageVersion(), fetch: upstreamFetch(sandboxUrl) };
    const linkConfig = { ...demoConfig(options, hostUrl, sealKeys), ...options.linkConfig } as LinkPageConfig;
    const now = options.now ?? Date.now;
    const privateKeys = own?.privateKeys ?? sealKeys.map(({ privateJwk }) => privateJwk);
    const hosted = linkConfig.handover.mode === "post";
    const backend = new DemoBackend({ hostUrl, linkUrl, hosted, privateKeys, verifier, now });
    const deadline = options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs };
    const { fetch, ...rest } = verifier;
    const config = { ...rest, ...deadline, origins: [linkOrigin] };
    const limiter = new MemoryRateLimiter(options.limits ?? wideLimits);

    host.serve(hostServer({ dist, linkOrigin, backend, tryIt: tryIt(linkUrl, sandbox !== null) }));
    const relay = { config, limiter, fetch };
    const gallery = await galleryHandler({
      folder: options.gallery ?? join(root, "build/gallery"),
      origin: linkOrigin,
    });
    const given = own ? { config: own.read, opener: join(dist, "opener") } : { config: linkConfig };
    link.serve(linkServer({ folder: join(dist, "link"), ...given, relay, demo: join(dist, "demo"), gallery }));
    return { hostUrl, linkUrl, sandboxUrl, linkConfig, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The settings of the folder, where the demo may open the page too. */
async function ownSettings(
  { origins, folder, tell }: NonNullable<ServerOptions["own"]>,
  demo: string,
  linkUrl: string,
) {
  const own = await openOwnFolder(folder, origins);
  return { ...own, ...liveConfig(own, [demo, ...origins], linkUrl, tell) };
}

function demoSandbox({ switches = {}, sandboxPort = 0 }: ServerOptions): Promise<Sandbox> {
  return startSandbox({ port: sandboxPort, switches: { ...wideSandbox, ...switches } });
}

function demoConfig(options: ServerOptions, hostUrl: string, sealKeys: SealKeyPair[]): LinkPageConfig {
  const { verify = "relay", handoverMode = "callback" } = options;
  const needsBackend = verify === "backend" || handoverMode === "post";
  const url = needsBackend ? { url: `${hostUrl}api/handover` } : {};
  return {
    allowedOrigins: [new URL(hostUrl).origin],
    verify,
    relay: "/relay",
    handover: { mode: handoverMode, ...url, keys: sealKeys.map(({ publicJwk }) => publicJwk) },
    brand: { name: "Brambleway", ...(options.logo && { logoUrl: demoLogo }) },
    support: { url: "https://example.com/help", email: "help@example.com" },
  };
}
