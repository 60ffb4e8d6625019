import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** A library whose code is in what `dist/` holds. */
export interface Shipped {
  name: string;
  version: string;
  /** SPDX expression. */
  license: string;
  /** The licence's own text. */
  text: string;
  purl: string;
  /** Where the source is from. */
  source: string;
  /** Subresource Integrity of the npm tarball, where it is one. */
  integrity?: string;
}

const read = (path: string): string => readFileSync(path, "utf8");

/** Sources of a C++ dependency: from Debian's archive, or fetched by CMake. */
function sourceFolder(name: string): string {
  const places = [join(root, ".cache/deps", name), join(root, "build/wasm-release/_deps", `${name}-src`)];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`the sources of ${name} are in none of ${places.join(", ")}`);
  return found;
}

/** A library of cmake/dependencies.cmake, by the name it is declared with. */
function pinned(name: string, licenseFile: string): Shipped {
  const declared = read(join(root, "cmake/dependencies.cmake"));
  const pattern = new RegExp(`\\b${name}\\s+GIT_REPOSITORY (\\S+?)(?:\\.git)?\\s+GIT_TAG ([0-9a-f]{40}) # v(\\S+)`);
  const [, source = "", commit = "", version = ""] = pattern.exec(declared) ?? [];
  if (!commit) throw new Error(`cmake/dependencies.cmake does not pin ${name} by commit`);
  const path = new URL(source).pathname.slice(1);
  return {
    name,
    version,
    license: "MIT",
    text: read(join(sourceFolder(name), licenseFile)),
    purl: `pkg:github/${path.toLowerCase()}@${commit}`,
    source,
  };
}

interface Locked {
  name: string;
  version: string;
  license: string;
  integrity: string;
}

/** The npm packages of package-lock.json, each version once: those that ours would import first. */
export function lockedPackages(): Locked[] {
  const lock = JSON.parse(read(join(root, "package-lock.json"))) as { packages: Record<string, Omit<Locked, "name">> };
  const depth = (path: string): number => path.split("node_modules/").length;
  const found = new Map<string, Locked>();
  for (const path of Object.keys(lock.packages).sort((a, b) => depth(a) - depth(b))) {
    const entry = lock.packages[path];
    const name = path.replace(/^.*node_modules\//, "");
    if (entry && name !== "" && !found.has(`${name} ${entry.version}`))
      found.set(`${name} ${entry.version}`, { ...entry, name });
  }
  return [...found.values()];
}

function npmPackage(name: string, licenseFile: string, folder = join("node_modules", name)): Shipped {
  const locked = lockedPackages().find((each) => each.name === name);
  if (!locked) throw new Error(`package-lock.json has no ${name}`);
  const { version, license, integrity } = locked;
  const text = read(join(root, folder, licenseFile));
  const manifest = JSON.parse(read(join(root, "node_modules", name, "package.json"))) as { homepage: string };
  const source = manifest.homepage;
  return { name, version, license, text, purl: `pkg:npm/${name.replace("@", "%40")}@${version}`, source, integrity };
}

/** What Emscripten puts into every module: its JavaScript, its C library (musl) and LLVM's runtime. */
function emscripten(): Shipped {
  const folder = execFileSync("em-config", ["EMSCRIPTEN_ROOT"], { encoding: "utf8" }).trim();
  const version = read(join(folder, "emscripten-version.txt")).replaceAll('"', "").trim();
  const texts = [join(folder, "LICENSE"), "/usr/share/doc/emscripten/copyright"].filter((file) => existsSync(file));
  const musl = read(join(folder, "system/lib/libc/musl/COPYRIGHT"));
  return {
    name: "emscripten",
    version,
    license: "(MIT OR NCSA) AND MIT AND Apache-2.0 WITH LLVM-exception",
    text: [...texts.slice(0, 1).map(read), musl].join("\n"),
    purl: `pkg:github/emscripten-core/emscripten@${version}`,
    source: "https://github.com/emscripten-core/emscripten",
  };
}

export const shipped = (): Shipped[] => [
  pinned("imgui", "LICENSE.txt"),
  pinned("nlohmann_json", "LICENSE.MIT"),
  npmPackage("jose", "LICENSE.md"),
  // What check-provider is made of; ajv brings the three below it.
  npmPackage("ajv", "LICENSE"),
  npmPackage("fast-deep-equal", "LICENSE"),
  npmPackage("fast-uri", "LICENSE"),
  npmPackage("json-schema-traverse", "LICENSE"),
  // Its tarball has no licence text: it is the one of this product.
  npmPackage("@humanwhocodes/momoa", "LICENSE", "."),
  emscripten(),
];
