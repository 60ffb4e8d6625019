import { parseArgs } from "node:util";
import { startSandbox } from "./server.ts";

// `node web/sandbox/serve.ts --port 8090`: the sandbox alone, for an integrator's own tests.
const { values } = parseArgs({ options: { port: { type: "string", default: "8090" } } });
const sandbox = await startSandbox({ port: Number(values.port) });
console.log(`Sandbox  ${sandbox.url}/\nKeys     ${sandbox.url}/__sandbox/keys`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
