/**
 * Before `npm pack`: refuses a tree that is not built, or not from what lies there now. What is packed is what integrators
 * run, and the registry keeps it for good.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));

interface Manifest {
  version: string;
  bin: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
}

/** What the build reads: tools/build-product's list. */
const inputs = [
  ...["web", "locales", "providers", "shell.html", "tools", "package.json", "package-lock.json"],
  "build/wasm-release/ats-link.wasm",
];

function newest(path: string): { path: string; at: number } {
  const stat = statSync(join(root, path));
  if (!stat.isDirectory()) return { path, at: stat.mtimeMs };
  const below = readdirSync(join(root, path)).map((name) => newest(join(path, name)));
  return below.reduce((a, b) => (a.at >= b.at ? a : b), { path, at: 0 });
}

/** The first reason not to pack, or null. */
function problem(): string | null {
  const { version, bin, exports } = readJson("package.json") as Manifest;
  const named = Object.values(exports).flatMap((each) => (typeof each === "string" ? each : Object.values(each)));
  const table = "dist/integrity.json";
  const wanted = [...Object.values(bin), ...named, table, "dist/sbom.cdx.json", "dist/THIRD_PARTY_LICENSES.txt"];
  const missing = wanted.find((path) => !existsSync(join(root, path)));
  if (missing !== undefined) return `${missing} is missing`;

  const built = readJson(table) as { version: string; files: Record<string, string> };
  if (built.version !== version) return `dist/ is of version ${built.version}, not ${version}`;
  const changed = Object.entries(built.files).find(([path, integrity]) => {
    const file = join(root, "dist", path);
    if (!existsSync(file)) return true;
    return integrity !== `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
  });
  if (changed) return `dist/${changed[0]} is not as it was built`;
  // The build's own template has no origin; a filled-in one is somebody's settings.
  const config = readJson("dist/link/link.config.json") as { allowedOrigins: string[]; handover: { keys: unknown[] } };
  if (config.allowedOrigins.length + config.handover.keys.length > 0)
    return "dist/link/link.config.json is filled in; it is to be the empty template";

  const builtAt = statSync(join(root, table)).mtimeMs;
  const source = inputs
    .filter((path) => existsSync(join(root, path)))
    .map(newest)
    .find(({ at }) => at > builtAt);
  return source ? `${source.path} was changed after the build` : null;
}

const found = problem();
if (found !== null) {
  console.error(`This tree cannot be packed: ${found}. Run ./run --build first.`);
  process.exit(1);
}
