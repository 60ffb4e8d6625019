import { build } from "esbuild";
import { openerEntries } from "../../../tools/build/opener_entries.ts";

/** The built opener, in memory: each file of `dist/opener` by name. */
export async function openerBundle(): Promise<Record<string, string>> {
  const files = Object.entries(openerEntries).map(async ([name, options]) => {
    const { outputFiles } = await build({ ...options, write: false, logLevel: "warning" });
    return [name, outputFiles[0]?.text ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
