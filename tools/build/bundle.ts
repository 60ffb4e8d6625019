import { build, type BuildOptions, type Plugin } from "esbuild";

/** Resolves the page's import of its WebAssembly module to the file that Emscripten wrote. */
export function moduleFrom(file: string): Plugin {
  return {
    name: "ats-link-module",
    setup(build) {
      build.onResolve({ filter: /^ats-link-module$/ }, () => ({ path: file }));
    },
  };
}

/** One minified file of one entry, in memory. */
export async function bundle(entry: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles = [] } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
  const [file] = outputFiles;
  if (!file || outputFiles.length !== 1) throw new Error(`${entry} should give one file, not ${outputFiles.length}`);
  return file.text;
}
