import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "./provider.ts";

const name = "providers.mjs";
const before = "// Provider files (providers/README.md), one a line.\nexport default [\n";
const after = "];\n";

/** The provider files as the one module that everything built reads: what is added to it needs no new build. */
export const providersModule = (providers: readonly Provider[]): string =>
  before + providers.map((provider) => `  ${JSON.stringify(provider)},\n`).join("") + after;

/** The provider files of such a module; null for another text. */
export function readProvidersModule(text: string): Provider[] | null {
  if (!text.startsWith(before) || !text.endsWith(after)) return null;
  try {
    return JSON.parse(`[${text.slice(before.length, -after.length).trim().replace(/,$/, "")}]`) as Provider[];
  } catch {
    return null;
  }
}

export function writeProvidersModule(folder: string, providers: readonly Provider[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), providersModule(providers));
}

/** What esbuild is told so that a built file has `ATS_LINK_PROVIDERS` from the module in `folder`, seen from that file. */
export const readsProvidersModule = (folder: "." | "../relay") => ({
  define: { ATS_LINK_PROVIDERS: "atsLinkProviders" },
  banner: { js: `import atsLinkProviders from "${folder}/${name}";` },
});
