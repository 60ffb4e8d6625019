import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Every process below one, whatever group or session it has put itself into. */
export function descendants(pid: number): number[] {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const below = (parent: number): number[] =>
    [...parents].filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid: string): number {
  try {
    // The name of the program may itself hold blanks and parentheses.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return 0; // It has ended meanwhile.
  }
}

export function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${String(pid)}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** Ends a process and everything below it: asks first, and after `patience` ms does not ask. */
export async function endTree(pid: number, patience = 5000): Promise<void> {
  // Taken before the parents go, since their children would then be nobody's.
  const all = [pid, ...descendants(pid)];
  for (const each of all) send(each, "SIGTERM");
  for (const until = Date.now() + patience; all.some(isAlive) && Date.now() < until;) await wait(20);
  for (const each of all.filter(isAlive)) send(each, "SIGKILL");
}
