import { existsSync } from "node:fs";
import { join } from "node:path";
import { describeOwn } from "../dev/own_snippet.ts";
import { startOwn, TakenPort } from "../dev/start_own.ts";
import { ConfigProblem } from "../link/config/config_check.ts";
import { origin } from "../link/config/config_url.ts";
import { CommandError, type Given } from "./command_line.ts";
import { ownDist as dist } from "./add/dist_folder.ts";

/** Serves link page, relay and sandbox until it is interrupted. */
export async function dev(given: Given): Promise<void> {
  const { "allow-origin": origins = [], port = ["8081"], folder = [".ats-link"], upstream } = given;
  origins.forEach(readOrigin);
  const number = readPort(port[0] ?? "");
  if (upstream && !/^https?:$/.test(URL.parse(upstream[0] ?? "")?.protocol ?? ""))
    throw new CommandError(`--upstream is an http or https address, not ${JSON.stringify(upstream[0])}.`, 2);
  if (!existsSync(join(dist, "link/index.html")))
    throw new CommandError("The link page is not built; run ./run --build first.");
  const instead = upstream?.[0] === undefined ? {} : { upstream: upstream[0] };
  const options = { port: number, origins, folder: folder[0] ?? "", dist, ...instead };
  const servers = await startOwn({ ...options, tell: (sentence) => console.error(sentence) }).catch(
    (error: unknown) => {
      if (!(error instanceof TakenPort)) throw error;
      const own = `the link page takes N and the sandbox N+1`;
      throw new CommandError(`Port ${String(error.port)} is taken; choose another pair with --port N: ${own}.`);
    },
  );
  console.log(describeOwn(servers, origins, upstream === undefined));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void servers.close().then(() => process.exit(0)));
}

export function readOrigin(text: string): void {
  try {
    origin(text, "--allow-origin");
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    throw new CommandError(`${error.message} or http://localhost:3000, not ${JSON.stringify(text)}.`, 2);
  }
}

function readPort(text: string): number {
  const port = /^[1-9][0-9]{0,4}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_534)
    throw new CommandError(`--port is a number from 1 to 65534, not ${JSON.stringify(text)}.`, 2);
  return port;
}
