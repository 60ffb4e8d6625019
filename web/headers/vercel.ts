import type { HeaderRule } from "./rules.ts";

/** A `vercel.json` with nothing but headers: those of every rule whose source fits are added up. */
export function vercelConfig(rules: readonly HeaderRule[]): string {
  const headers = rules.map(({ path, below, own }) => ({
    source: `${path}${below ? "(.*)" : ""}`,
    headers: Object.entries(own).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ headers }, null, 2)}\n`;
}
