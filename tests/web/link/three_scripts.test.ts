import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { build, type Plugin } from "esbuild";

const source = join(import.meta.dirname, "../../../web/link");

const noModule: Plugin = {
  name: "no-module",
  setup(made) {
    made.onResolve({ filter: /^ats-link-module$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The files of which something is left in a bundle. */
async function filesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2023",
    plugins: [noModule],
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file.replace(/^.*web\/link\//, "")),
  );
}

/** Functions, of which each script may have its own, and what is handed on: the table of files, whether the window has the focus. */
const shared = [
  [
    "arrival/main.ts",
    "boot/start.ts",
    [
      "arrival/arrival.ts",
      "assets.ts",
      "dom/focus.ts",
      "dom/placement.ts",
      "dom/typed.ts",
      "host/port.ts",
      "host/session.ts",
      "host_name.ts",
    ],
  ],
  [
    "boot/start.ts",
    "module/engine.ts",
    ["assets.ts", "dom/scrolling.ts", "host/kept.ts", "languages.ts", "machine.ts", "pause.ts"],
  ],
  ["arrival/main.ts", "module/engine.ts", ["assets.ts", "config/page_config.ts"]],
] as const;

for (const [first, second, both] of shared)
  test(`what ${first} and ${second} are bundled from has no file in common that keeps anything by itself`, async () => {
    const there = await filesOf(first);
    assert.deepEqual((await filesOf(second)).filter((file) => there.includes(file)).sort(), both);
  });
