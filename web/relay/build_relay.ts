import { build } from "esbuild";
import { join } from "node:path";
import { loadProviders, packageVersion } from "./load_providers.ts";
import { shippedSettings, writeNginx } from "./nginx/write_nginx.ts";
import { readsProvidersModule, writeProvidersModule } from "./providers_module.ts";

/** Writes `dist/relay`: the Worker, the listener for Node, and the same relay as nginx configuration. */
export async function buildRelay(outFolder: string): Promise<void> {
  await buildWorker(outFolder);
  await buildNode(outFolder);
  writeNginx(join(outFolder, "nginx"), loadProviders(), shippedSettings(packageVersion()));
}

const entries = { "worker.js": "worker.ts", "node.mjs": "node.ts" } as const;

/** Writes `node.mjs`, the same relay as a request listener for Node's own http server; it reads `providers.mjs` too. */
export const buildNode = (outFolder: string, version?: string): Promise<void> => write("node.mjs", outFolder, version);

/** Writes `worker.js`, the relay for Cloudflare Workers (and any module worker), and `providers.mjs`, which it reads. */
export const buildWorker = (outFolder: string, version?: string): Promise<void> =>
  write("worker.js", outFolder, version);

async function write(name: keyof typeof entries, outFolder: string, version = packageVersion()): Promise<void> {
  writeProvidersModule(outFolder, loadProviders());
  const { define, banner } = readsProvidersModule(".");
  await build({
    entryPoints: [join(import.meta.dirname, entries[name])],
    outfile: join(outFolder, name),
    bundle: true,
    format: "esm",
    platform: name === "node.mjs" ? "node" : "browser",
    target: "es2023",
    charset: "utf8",
    define: { ...define, ATS_LINK_VERSION: JSON.stringify(version) },
    banner,
    logLevel: "warning",
  });
}
