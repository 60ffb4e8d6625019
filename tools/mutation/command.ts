import { spawn } from "node:child_process";

export interface Ended {
  /** Null where it was ended for taking too long. */
  status: number | null;
  output: string;
}

/** Runs a program to its end, or to the limit. A group of its own: what it started ends with it. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, limitS = 1200 }: { cwd: string; limitS?: number },
): Promise<Ended> {
  // Within a test run Node's runner would report to the outer one.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const endGroup = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const timer = setTimeout(endGroup, limitS * 1000);
  process.once("exit", endGroup);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      clearTimeout(timer);
      process.removeListener("exit", endGroup);
      resolve({ status, output });
    });
  });
}

/** The same, for what has to succeed. */
export async function mustRun(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { status, output } = await runCommand(command, args, { cwd });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed\n${output.slice(-3000)}`);
  return output;
}
