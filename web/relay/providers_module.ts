import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "./provider.ts";

const name = "providers.mjs";

/** Writes the provider files as the one module that everything built reads: what is added to it needs no new build. */
export function writeProvidersModule(folder: string, providers: readonly Provider[]): void {
  mkdirSync(folder, { recursive: true });
  const lines = providers.map((provider) => `  ${JSON.stringify(provider)},\n`);
  writeFileSync(
    join(folder, name),
    `// Provider files (providers/README.md), one a line.\nexport default [\n${lines.join("")}];\n`,
  );
}

/** What esbuild is told so that a built file has `ATS_LINK_PROVIDERS` from the module in `folder`, seen from that file. */
export const readsProvidersModule = (folder: "." | "../relay") => ({
  define: { ATS_LINK_PROVIDERS: "atsLinkProviders" },
  banner: { js: `import atsLinkProviders from "${folder}/${name}";` },
});
