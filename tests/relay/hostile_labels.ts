import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface HostileLabel {
  value: string;
  why: string;
}

/** The corpus that C++, TypeScript, nginx and workerd are all held to. */
export const hostileLabels = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fixtures/hostile_labels.json"), "utf8"),
) as HostileLabel[];
