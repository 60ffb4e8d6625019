import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Child } from "../engine.ts";

/** Runs `worker.js` of a folder, with the `providers.mjs` beside it if there is one, on Cloudflare's own runtime; all its fetches go to one upstream over TLS. */
export async function serveWorker(
  folder: string,
  upstream: { port: number; authority: string },
  variables: Record<string, string>,
): Promise<{ child: Child; port: number }> {
  copyFileSync(upstream.authority, join(folder, "ca.pem"));
  writeFileSync(join(folder, "relay.capnp"), config(folder, upstream.port, variables));
  const child = new Child(workerd(), ["serve", "relay.capnp", "--control-fd=3"], { cwd: folder, pipes: 1 });
  const [, port] = await child.waitFor(3, /"port":([0-9]+)/);
  return { child, port: Number(port) };
}

/** The runtime itself: the package's own start script would be one more process. */
function workerd(): string {
  const name = `@cloudflare/workerd-${process.platform}-${process.arch === "x64" ? "64" : process.arch}`;
  return createRequire(import.meta.url).resolve(`${name}/bin/workerd`);
}

const binding = ([name, text]: [string, string]): string => `(name = "${name}", text = "${text}")`;

// workerd checks every certificate of an external service against one name: here one that the wildcard of the good one covers.
const moduleOf = (name: string): string => `(name = "${name}", esModule = embed "${name}")`;

const config = (
  folder: string,
  upstreamPort: number,
  variables: Record<string, string>,
) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "relay", worker = .relay),
    (name = "upstream", external = (
      address = "127.0.0.1:${upstreamPort}",
      https = (options = (), tlsOptions = (trustedCertificates = [embed "ca.pem"]), certificateHost = "www.workable.com"),
    )),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "relay")],
);
const relay :Workerd.Worker = (
  modules = [${["worker.js", "providers.mjs"]
    .filter((name) => existsSync(join(folder, name)))
    .map(moduleOf)
    .join(", ")}],
  compatibilityDate = "2026-11-01",
  globalOutbound = "upstream",
  bindings = [${Object.entries(variables).map(binding).join(", ")}],
);
`;
