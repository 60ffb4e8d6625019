import { copyFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildWorker } from "../../../../web/relay/build_worker.ts";
import { Child, deadlineMs, type Engine, type EngineOptions } from "../engine.ts";
import { linkOrigin } from "../case.ts";

/** The built Worker on Cloudflare's own runtime, whose fetches all go to the test's upstream over TLS. */
export async function startWorkerd({ folder, upstreamPort, certificates }: EngineOptions): Promise<Engine> {
  await buildWorker(folder, "1.2.3");
  copyFileSync(certificates.authority, join(folder, "ca.pem"));
  writeFileSync(join(folder, "relay.capnp"), config(upstreamPort));
  const child = new Child(workerd(), ["serve", "relay.capnp", "--control-fd=3"], { cwd: folder, pipes: 1 });
  const [, port] = await child.waitFor(3, /"port":([0-9]+)/);
  return {
    name: "workerd",
    port: Number(port),
    statusOnly: false,
    adds: { host: "{host}" },
    edge: (clientIp) => [`CF-Connecting-IP: ${clientIp}`],
    async stop() {
      await child.stop();
      return child.output;
    },
  };
}

/** The runtime itself: the package's own start script would be one more process. */
function workerd(): string {
  const name = `@cloudflare/workerd-${process.platform}-${process.arch === "x64" ? "64" : process.arch}`;
  return createRequire(import.meta.url).resolve(`${name}/bin/workerd`);
}

// workerd checks every certificate of an external service against one name: here one that the wildcard of the good one covers.
const config = (upstreamPort: number) => `using Workerd = import "/workerd/workerd.capnp";
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
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
  globalOutbound = "upstream",
  bindings = [(name = "LINK_ORIGINS", text = "${linkOrigin}"), (name = "DEADLINE_MS", text = "${deadlineMs}")],
);
`;
