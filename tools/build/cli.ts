import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";
import { builtIn } from "./package.ts";

const entry = fileURLToPath(new URL("../../web/cli/ats-link.ts", import.meta.url));

/** Writes the command as one file that needs nothing but Node: Node runs no TypeScript below node_modules. */
export async function buildCli(outdir: string): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const file = join(outdir, "ats-link.mjs");
  const { define, banner } = builtIn();
  const own = { define: { ...define, ATS_LINK_DIST: '".."' }, banner };
  await writeFile(file, await bundle(entry, { platform: "node", target: "node20", minify: false, ...own }));
  await chmod(file, 0o755);
}
