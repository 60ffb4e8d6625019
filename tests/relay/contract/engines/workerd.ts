import { buildWorker } from "../../../../web/relay/build_relay.ts";
import { deadlineMs, type Engine, type EngineOptions } from "../engine.ts";
import { linkOrigin } from "../case.ts";
import { writeProvidersModule } from "../../../../web/relay/providers_module.ts";
import { contractProviders } from "../providers.ts";
import { serveWorker } from "./workerd_process.ts";

/** The built Worker on Cloudflare's own runtime, whose fetches all go to the test's upstream over TLS. */
export async function startWorkerd({ folder, upstreamPort, certificates }: EngineOptions): Promise<Engine> {
  await buildWorker(folder, "1.2.3");
  // As an integrator adds a provider: to the module beside what is built.
  writeProvidersModule(folder, contractProviders());
  const { child, port } = await serveWorker(
    folder,
    { port: upstreamPort, authority: certificates.authority },
    { LINK_ORIGINS: linkOrigin, DEADLINE_MS: String(deadlineMs), CLIENT_IP_HEADER: "cf-connecting-ip" },
  );
  return {
    name: "workerd",
    port,
    hides: ["empty header"],
    statusOnly: false,
    adds: { host: "{host}" },
    edge: (clientIp) => [`CF-Connecting-IP: ${clientIp}`],
    async stop() {
      await child.stop();
      return child.output;
    },
  };
}
