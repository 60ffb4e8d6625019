import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProviders, packageVersion } from "../../web/relay/load_providers.ts";
import { readsProvidersModule, writeProvidersModule } from "../../web/relay/providers_module.ts";
import { bundle } from "./bundle.ts";

const source = (name: string): string => fileURLToPath(new URL(`../../web/${name}`, import.meta.url));

/** What the sources read from the checkout, for a file in a folder of `dist`: its version, and the provider files beside. */
function builtIn(folder: "." | "../relay" = "../relay") {
  const { define, banner } = readsProvidersModule(folder);
  return { define: { ...define, ATS_LINK_VERSION: JSON.stringify(packageVersion()) }, banner };
}

interface Entry {
  file: string;
  entry: string;
  /** The contract, which holds types alone and so is a declaration file as it stands, and the interface of the exports. */
  types: { file: string; name: string; exports: string[] } | null;
  /** Without it the file imports nothing of Node's: workers take it. */
  node?: true;
}

const serverExports = [
  ...["openToken", "isTokenError", "createTakenTokens", "checkCredential", "makeSealKey"],
  ...["createSessions", "createMemoryStore", "handleBackend", "takeToken", "hostedLink", "readHostedLink"],
];

/** The modules that only the npm package has, beside the opener's. */
const entries: Entry[] = [
  {
    file: "server/index",
    entry: "server/index.ts",
    types: { file: "types/server.ts", name: "AtsLinkServer", exports: serverExports },
  },
  {
    file: "relay/index",
    entry: "relay/index.ts",
    types: { file: "types/relay.ts", name: "AtsLinkRelay", exports: ["createHandler", "createRelay"] },
  },
  {
    file: "testing/index",
    entry: "testing/index.ts",
    types: {
      file: "types/testing.ts",
      name: "AtsLinkTesting",
      exports: ["startSandbox", "keys", "providerKeys", "sandboxFetch", "wizard"],
    },
    node: true,
  },
  { file: "link-page", entry: "server/link_page.ts", types: null, node: true },
];

async function declarations({ entry, types }: Entry): Promise<string> {
  if (types === null) {
    const text = await readFile(source(entry), "utf8");
    return text.replace(/^import .*\n\n/m, "").replace(/^export const (\w+: string) = .*$/gm, "export declare const $1;");
  }
  const tail = types.exports.map((name) => `export declare const ${name}: ${types.name}["${name}"];`);
  return `${await readFile(source(types.file), "utf8")}\n${tail.join("\n")}\n`;
}

/** Writes them into `dist`, each as one readable file with its types. jose stays an import: the host's copy is used. */
export async function buildPackage(dist: string): Promise<void> {
  writeProvidersModule(join(dist, "relay"), loadProviders());
  for (const each of entries) {
    const path = join(dist, each.file);
    const code = await bundle(source(each.entry), {
      platform: each.node ? "node" : "neutral",
      external: ["jose"],
      ...(each.types && builtIn(dirname(each.file) === "relay" ? "." : "../relay")),
      target: "node20",
      minify: false,
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.mjs`, code);
    await writeFile(`${path}.d.mts`, await declarations(each));
  }
}

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
