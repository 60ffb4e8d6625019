import { join } from "node:path";
import { Child, deadlineMs, type Engine, type EngineOptions } from "../engine.ts";

/** The handler behind Node's http server, in a process of its own that trusts the test's authority. */
export async function startNode({ folder, upstreamPort, certificates }: EngineOptions): Promise<Engine> {
  const script = join(import.meta.dirname, "node_process.ts");
  const env = { NODE_EXTRA_CA_CERTS: certificates.authority };
  const child = new Child(process.execPath, [script, String(upstreamPort), String(deadlineMs)], {
    cwd: folder,
    env,
    pipes: 1,
  });
  const [, port] = await child.waitFor(3, /^([0-9]+)\n/);
  return {
    name: "node",
    port: Number(port),
    hides: [],
    statusOnly: false,
    adds: { host: `{host}:${String(upstreamPort)}`, connection: "close" },
    edge: () => [],
    async stop() {
      await child.stop();
      return child.output;
    },
  };
}
