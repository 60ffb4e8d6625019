import { join } from "node:path";
import { parseArgs } from "node:util";
import { CommandError } from "../cli/command_line.ts";
import { readOrigin } from "../cli/dev.ts";
import { describeOwn } from "./own_snippet.ts";
import { startServers, type ServerOptions, type Servers } from "./start_servers.ts";

export { startServers, type ServerOptions, type Servers };

export interface Options {
  port: number;
  upstream?: string;
  /** Of an application of one's own. */
  origins?: string[];
}

/** The options of the command line, or the one sentence that says what is wrong with them. */
export function readOptions(args: string[]): Options | string {
  const usage = "Usage: serve.ts [--port N] [--upstream URL] [--allow-origin ORIGIN]...";
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: { port: text, upstream: text, "allow-origin": { ...text, multiple: true } },
    });
    const port = Number(values.port ?? "8080");
    const origins = values["allow-origin"];
    const last = origins ? 65_533 : 65_534;
    if (!Number.isInteger(port) || port < 1 || port > last) return `--port is a number from 1 to ${last}.`;
    origins?.forEach(readOrigin);
    const own = origins ? { port, origins } : { port };
    if (values.upstream === undefined) return own;
    const url = URL.parse(values.upstream);
    if (url?.protocol !== "http:" && url?.protocol !== "https:") return "--upstream is an http or https address.";
    return { ...own, upstream: values.upstream };
  } catch (error) {
    return error instanceof CommandError ? error.message : usage;
  }
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (typeof options === "string") {
    console.error(options);
    process.exit(2);
  }
  const { port, origins } = options;
  const folder = join(import.meta.dirname, "../../.ats-link");
  const tell = (sentence: string) => console.error(sentence);
  const more = origins ? { sandboxPort: port + 2, own: { origins, folder, tell } } : {};
  const servers = await startServers({ ...options, ...more, logo: true }).catch((error: unknown) => {
    if (!(error instanceof CommandError || (error as NodeJS.ErrnoException).code === "EADDRINUSE")) throw error;
    const ports = origins ? `${port}, ${port + 1} or ${port + 2}` : `${port} or ${port + 1}`;
    console.error(
      error instanceof CommandError ? error.message : `Port ${ports} is taken; choose another with --port.`,
    );
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
  if (!origins) return;
  const files = { keyFile: join(folder, "private-key.json"), configFile: join(folder, "link.config.json") };
  console.log(`\n${describeOwn({ ...servers, ...files }, origins, options.upstream === undefined)}`);
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
