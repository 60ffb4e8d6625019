import { parseArgs } from "node:util";
import { startServers, type ServerOptions, type Servers } from "./start_servers.ts";

export { startServers, type ServerOptions, type Servers };

/** The options of the command line, or the one sentence that says what is wrong with them. */
export function readOptions(args: string[]): { port: number; upstream?: string } | string {
  const usage = "Usage: serve.ts [--port N] [--upstream URL]";
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { port: text, upstream: text } });
    const port = Number(values.port ?? "8080");
    if (!Number.isInteger(port) || port < 1 || port > 65_534) return "--port is a number from 1 to 65534.";
    if (values.upstream === undefined) return { port };
    const url = URL.parse(values.upstream);
    if (url?.protocol !== "http:" && url?.protocol !== "https:") return "--upstream is an http or https address.";
    return { port, upstream: values.upstream };
  } catch {
    return usage;
  }
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (typeof options === "string") {
    console.error(options);
    process.exit(2);
  }
  const servers = await startServers(options).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    const { port } = options;
    console.error(`Port ${port} or ${port + 1} is taken; choose another with --port.`);
    process.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void servers.close().then(() => process.exit(0)));
  }
  console.log(`Host demo     ${servers.hostUrl}`);
  console.log(`Link page     ${servers.linkUrl} (relay at /relay)`);
  console.log(`Docs          ${servers.hostUrl}docs/`);
  console.log(`Gallery       ${servers.linkUrl}gallery/`);
  if (options.upstream === undefined) console.log(`Sandbox keys  ${servers.sandboxUrl}/__sandbox/keys`);
  else console.log(`Upstream      ${servers.sandboxUrl}`);
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
