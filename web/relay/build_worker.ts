import { build } from "esbuild";
import { join } from "node:path";
import { loadProviders, packageVersion } from "./load_providers.ts";

const entries = { "worker.js": "worker.ts", "node.mjs": "node.ts" } as const;

/** Writes `node.mjs`, the same relay as a request listener for Node's own http server. */
export const buildNode = (outFolder: string, version?: string): Promise<void> => write("node.mjs", outFolder, version);

/** Writes `worker.js`, the relay with every provider file in it, for Cloudflare Workers (and any module worker). */
export const buildWorker = (outFolder: string, version?: string): Promise<void> =>
  write("worker.js", outFolder, version);

async function write(name: keyof typeof entries, outFolder: string, version = packageVersion()): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, entries[name])],
    outfile: join(outFolder, name),
    bundle: true,
    format: "esm",
    platform: name === "node.mjs" ? "node" : "browser",
    target: "es2023",
    charset: "utf8",
    define: {
      ATS_LINK_PROVIDERS: JSON.stringify(loadProviders()),
      ATS_LINK_VERSION: JSON.stringify(version),
    },
    logLevel: "warning",
  });
}
