import { join } from "node:path";
import { buildNode, buildWorker } from "./build_worker.ts";
import { loadProviders, packageVersion } from "./load_providers.ts";
import { shippedSettings } from "./nginx/settings.ts";
import { writeNginx } from "./nginx/write_nginx.ts";

/** Writes `dist/relay`: the Worker, the listener for Node, and the same relay as nginx configuration. */
export async function buildRelay(outFolder: string): Promise<void> {
  await buildWorker(outFolder);
  await buildNode(outFolder);
  writeNginx(join(outFolder, "nginx"), loadProviders(), shippedSettings(packageVersion()));
}
