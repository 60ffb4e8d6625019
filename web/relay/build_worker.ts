import { build } from "esbuild";
import { join } from "node:path";
import { loadProviders, packageVersion } from "./load_providers.ts";

/** Writes `worker.js`, the relay with every provider file in it, for Cloudflare Workers (and any module worker). */
export async function buildWorker(outFolder: string, version: string = packageVersion()): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    outfile: join(outFolder, "worker.js"),
    bundle: true,
    format: "esm",
    target: "es2023",
    charset: "utf8",
    define: {
      ATS_LINK_PROVIDERS: JSON.stringify(loadProviders()),
      ATS_LINK_VERSION: JSON.stringify(version),
    },
    logLevel: "warning",
  });
}
