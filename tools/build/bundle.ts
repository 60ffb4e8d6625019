import { readFile } from "node:fs/promises";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { minify } from "terser";

/**
 * The page brings the compiled module itself: what would look for its file, fetch and compile it goes with these. A script
 * of another Emscripten, without them, works as well; the budget of bytes tells.
 */
const broughtAlong = [
  ["if(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER)", "if(false)"],
  ['if(typeof WebAssembly!="object")', "if(false)"],
  ['Module["preloadedImages"]={};Module["preloadedAudios"]={};', ""],
  ['what+=". Build with -s ASSERTIONS=1 for more info.";', ""],
  ['if(Module["instantiateWasm"])', "if(true)"],
  ["instantiateAsync().catch(readyPromiseReject);", ""],
  ['if(Module["locateFile"])', "if(false)"],
  ['wasmBinaryFile=new URL("ats-link.wasm",import.meta.url).toString()', ""],
] as const;

/** Resolves the page's import of its WebAssembly module to the file that Emscripten wrote. */
export function moduleFrom(file: string): Plugin {
  return {
    name: "ats-link-module",
    setup(build) {
      build.onResolve({ filter: /^ats-link-module$/ }, () => ({ path: file }));
      build.onLoad({ filter: /ats-link\.mjs$/ }, async () => {
        let contents = await readFile(file, "utf8");
        for (const [text, instead] of broughtAlong) contents = contents.replace(text, instead);
        return { contents };
      });
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

/** The same once more by another minifier, which finds what the first leaves: 1.7 kB of brotli in the link page's scripts. */
export async function shorten(script: string): Promise<string> {
  const { code } = await minify(script, {
    module: true,
    compress: { ecma: 2020, passes: 3, pure_getters: true, unsafe_arrows: true, toplevel: true, keep_fargs: false },
    mangle: { toplevel: true },
    format: { ecma: 2020 },
  });
  if (!code) throw new Error("nothing is left of the script");
  return code;
}
