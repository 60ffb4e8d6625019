import type { BuildOptions, Plugin } from "esbuild";
import { fileURLToPath } from "node:url";

const source = (name: string): string => fileURLToPath(new URL(`../../web/opener/${name}`, import.meta.url));

/** Leaves the opener's own entry out of a bundle and imports the built file instead, so a page loads it once. */
export function importOpenerFrom(address: string): Plugin {
  return {
    name: "import-opener",
    setup(build) {
      build.onResolve({ filter: /^(\.|\.\.\/opener)\/index\.ts$/ }, ({ importer }) =>
        importer ? { path: address, external: true } : undefined,
      );
    },
  };
}

/**
 * Members that only the opener's own parts know. They get shorter names; none of them is a member of the page's objects, of
 * a message or of what a host gives and gets.
 */
export const ownMembers = [
  ...["is", "place", "loaded", "told", "questions", "address", "lastFault", "saved", "next", "effects"],
  ...["opened", "happen", "inner", "reveal", "hide", "signs", "request", "change", "begin"],
];

const shared = { bundle: true, minify: true, target: "es2022", legalComments: "none", charset: "utf8" } as const;

/** esbuild options of each file of `dist/opener`, by file name. */
export const openerEntries: Record<string, BuildOptions> = {
  "ats-link.mjs": { ...shared, entryPoints: [source("index.ts")], format: "esm" },
  "ats-link.js": { ...shared, entryPoints: [source("global.ts")], format: "iife" },
  "element.mjs": {
    ...shared,
    entryPoints: [source("element.ts")],
    format: "esm",
    plugins: [importOpenerFrom("./ats-link.mjs")],
  },
  "react.mjs": {
    ...shared,
    entryPoints: [source("react.ts")],
    format: "esm",
    external: ["react"],
    plugins: [importOpenerFrom("./ats-link.mjs")],
  },
};
