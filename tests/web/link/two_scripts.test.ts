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

test("the page's two scripts share no file that keeps anything", async () => {
  const first = await filesOf("boot/main.ts");
  const both = (await filesOf("module/engine.ts")).filter((file) => first.includes(file));
  // Functions alone: each script may have its own.
  assert.deepEqual(both.sort(), [
    "assets.ts",
    "config/page_config.ts",
    "dom/scrolling.ts",
    "host/kept.ts",
    "languages.ts",
    "pause.ts",
  ]);
});
