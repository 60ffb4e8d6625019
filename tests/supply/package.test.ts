import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "esbuild";
import { publint } from "publint";
import { compile, modes } from "./package/compile.ts";
import { packAndInstall, root, run, unbuilt } from "./package/installed.ts";

interface Manifest {
  version: string;
  exports: Record<string, unknown>;
}

const installed = packAndInstall();
const { app, folder, tarball } = installed;
after(() => installed.remove());
const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: object };
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

test("a tree that is not built is not packed, and says what is missing and what to do", () => {
  const tree = mkdtempSync(join(tmpdir(), "ats-link-unbuilt-"));
  try {
    unbuilt(tree);
    const { status, err } = run(tree, "npm", "pack", "--dry-run", "--loglevel=error");
    assert.notEqual(status, 0);
    assert.match(err, /This tree cannot be packed: dist\/cli\/ats-link\.mjs is missing\. Run \.\/run --build first\./);
  } finally {
    rmSync(tree, { recursive: true });
  }
});

test("the package may be published, and holds what it needs and no source of ours", () => {
  assert.equal((manifest as { private?: true }).private, undefined);
  const wanted = ["README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md", "docs/deploy.md", "dist/link/index.html"];
  const supply = ["dist/THIRD_PARTY_LICENSES.txt", "dist/sbom.cdx.json", "dist/integrity.json"];
  for (const name of [...wanted, ...supply]) assert.ok(existsSync(join(folder, name)), name);
  const top = readdirSync(folder).sort();
  const allowed = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "dist", "docs", "package.json"];
  assert.deepEqual(top, allowed);
  assert.ok(!readdirSync(join(folder, "dist")).includes("demo"));
});

test("publint finds nothing in the packed package, not even a suggestion", async () => {
  const { messages } = await publint({ pkgDir: folder, pack: false, level: "suggestion", strict: true });
  assert.deepEqual(messages, []);
});

// The package is ESM alone; the next test has what that means for CommonJS.
test("Are the Types Wrong finds each export's types in every way of resolving", () => {
  const attw = join(root, "node_modules/.bin/attw");
  const { status, out } = run(app, attw, tarball, "--ignore-rules", "cjs-resolves-to-esm", "--format", "ascii");
  assert.equal(status, 0, out);
});

for (const [mode, sources] of Object.entries(modes))
  test(`a strict host compiles against every export, resolved as by ${mode}`, () => {
    assert.deepEqual(compile(app, sources), []);
  });

const exported: Record<string, string[]> = {
  ".": ["create", "link", "preload", "version"],
  "./react": ["useAtsLink"],
  "./element": ["configOf"],
  "./server": [
    ...["checkCredential", "createMemoryStore", "createSessions", "createTakenTokens", "handleBackend", "hostedLink"],
    ...["isTokenError", "makeSealKey", "openToken", "readHostedLink", "takeToken"],
  ],
  "./relay": ["createHandler", "createRelay"],
  "./testing": ["keys", "providerKeys", "sandboxFetch", "startSandbox", "wizard"],
  "./link-page": ["linkPage", "opener"],
  "./ats-link.js": [],
};

test("what a server imports works in a bundle, where a module has no folder of its own", async () => {
  const contents = `import { isTokenError } from "ats-link/server"; import { createHandler } from "ats-link/relay";
    import { providerKeys } from "ats-link/testing";
    createHandler({ origins: ["https://link.example.com"] });
    console.log(isTokenError(null), "good" in providerKeys("lever"));`;
  const outfile = join(app, "bundle.cjs");
  const stdin = { contents, resolveDir: app };
  await build({ stdin, outfile, bundle: true, format: "cjs", platform: "node", logLevel: "silent" });
  assert.deepEqual(run(app, process.execPath, outfile), { status: 0, out: "false true\n", err: "" });
});

test("every export is imported, and required, under Node, and gives what its types say", () => {
  const names = Object.keys(exported);
  assert.deepEqual([...names, "./package.json"], Object.keys(manifest.exports));
  const list = JSON.stringify(names.map((name) => `ats-link${name.slice(1)}`));
  const print = "console.log(JSON.stringify(all.map((each) => Object.keys(each).sort())))";
  writeFileSync(join(app, "all.mjs"), `const all = await Promise.all(${list}.map((name) => import(name)));${print}`);
  writeFileSync(join(app, "all.cjs"), `const all = ${list}.map((name) => require(name));${print}`);
  for (const file of ["all.mjs", "all.cjs"]) {
    const { status, out, err } = run(app, process.execPath, "--no-warnings", file);
    assert.equal(status, 0, err);
    const got = (JSON.parse(out) as string[][]).map((keys) =>
      keys.filter((key) => !/^(default|__esModule|module\.exports)$/.test(key)),
    );
    assert.deepEqual(got, Object.values(exported), file);
  }
});

test("the hook is the client's for who renders on a server, and what workers take imports nothing of Node's", () => {
  assert.match(readFileSync(join(folder, "dist/opener/react.mjs"), "utf8"), /^"use client";/);
  for (const name of ["server", "relay"]) {
    const text = readFileSync(join(folder, `dist/${name}/index.mjs`), "utf8");
    const imports = [...text.matchAll(/^import [^;]* from "([^"]+)";$/gm)].map(([, from]) => from);
    assert.deepEqual(
      [...new Set(imports)],
      name === "server" ? ["../relay/providers.mjs", "jose"] : ["./providers.mjs"],
    );
    assert.doesNotMatch(text, /\brequire\(|\bimport\(/);
  }
});

test("the link page's folder is the static site, with its template of settings", () => {
  writeFileSync(join(app, "site.mjs"), 'import { linkPage } from "ats-link/link-page"; console.log(linkPage);');
  const site = run(app, process.execPath, "site.mjs").out.trim();
  assert.ok(existsSync(join(site, "index.html")));
  const { allowedOrigins } = JSON.parse(readFileSync(join(site, "link.config.json"), "utf8")) as Record<
    string,
    unknown
  >;
  assert.deepEqual(allowedOrigins, []);
});

test("the command works where the package is installed, by its path and by npx", () => {
  const file = join(folder, "dist/cli/ats-link.mjs");
  const version = run(app, "npx", "--no-install", "ats-link", "--version");
  assert.deepEqual([version.status, version.out], [0, `${manifest.version}\n`], version.err);
  const help = run(app, file, "--help");
  assert.deepEqual([help.status, help.err], [0, ""]);
  for (const command of ["dev", "keygen", "public", "headers", "check-config", "open"]) {
    assert.ok(help.out.includes(`  ats-link ${command} `), command);
    assert.equal(run(app, file, command, "--help").status, 0, command);
  }
  const made = run(app, file, "keygen", "--out", "key.json");
  assert.equal(made.status, 0, made.err);
  assert.deepEqual(JSON.parse(run(app, file, "public", "key.json").out), JSON.parse(made.out));
  assert.equal(run(app, file, "nonsense").status, 2);
});

test("the licence list names every library whose code is in a packed file", () => {
  const list = readFileSync(join(folder, "dist/THIRD_PARTY_LICENSES.txt"), "utf8");
  const files = ["cli/ats-link.mjs", "server/index.mjs", "relay/index.mjs", "relay/node.mjs", "relay/worker.js"];
  const inside = [...files, "testing/index.mjs"].flatMap((name) => {
    const text = readFileSync(join(folder, "dist", name), "utf8");
    return [...text.matchAll(/^\/\/ .*?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, library = ""]) => library);
  });
  const ofTheChecker = ["@humanwhocodes/momoa", "ajv", "fast-deep-equal", "fast-uri", "json-schema-traverse"];
  assert.deepEqual([...new Set(inside)].sort(), [...ofTheChecker, "jose"].sort());
  for (const name of new Set(inside)) {
    const at = join(root, "node_modules", name, "package.json");
    const { version } = JSON.parse(readFileSync(at, "utf8")) as { version: string };
    assert.ok(list.includes(`\n${name} ${version} (`), `${name} ${version}`);
  }
});

test("what a page loads is made of our own sources, jose and React, which is the host's", () => {
  const inBrowser = ["link", "opener", "types"].flatMap((part) => {
    const names = readdirSync(join(root, "web", part), { recursive: true, encoding: "utf8" });
    return names.filter((name) => name.endsWith(".ts")).map((name) => join(root, "web", part, name));
  });
  const bare = inBrowser.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bfrom "([^".][^"]*)"/g)].map(([, from = ""]) => from),
  );
  assert.deepEqual([...new Set(bare)].sort(), ["ats-link-module", "jose", "react"]);
});

/** Names of packages that a command in a text would fetch. */
const fetched = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:npx|npm (?:i|install|exec|create|init)|pnpm dlx|yarn dlx|bunx)((?: +-\S+)*) +([@\w][\w@./-]*)/g,
    ),
  ].map(([, , name = ""]) => name);

test("no command in a document fetches a package by a name that is not its maker's", () => {
  // Nobody owns the product's name in the registry yet: whoever takes it would be run. What the tests have
  // installed is known; wrangler is Cloudflare's own, NAME a blank.
  const documents = run(root, "git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md")
    .out.trim()
    .split("\n");
  assert.ok(documents.length > 20);
  const names = documents.flatMap((path) => fetched(readFileSync(join(root, path), "utf8")));
  const ours = new Set(Object.keys(lockfile.packages).map((path) => path.replace("node_modules/", "")));
  const foreign = [...new Set(names)].filter((name) => !ours.has(name));
  assert.deepEqual(foreign.sort(), ["NAME", "wrangler"]);
  assert.deepEqual(fetched("npx ats-link keygen; npm install --save-dev ats-link"), ["ats-link", "ats-link"]);
});

test("the changelog's newest version is the package's, and README's commands work in the package as in a clone", () => {
  const changelog = readFileSync(join(folder, "CHANGELOG.md"), "utf8");
  assert.equal(/^## \[(\d[^\]]*)\]/m.exec(changelog)?.[1], manifest.version);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const blocks = [...readme.matchAll(/```sh\b.*\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  const commands = blocks.find((text) => text.includes("keygen")) ?? "";
  const place = join(app, "readme");
  mkdirSync(place);
  for (const [index, from] of [folder, root].entries()) {
    const here = join(place, String(index));
    mkdirSync(here);
    const settings = { allowedOrigins: ["https://a.example"], verify: "none", handover: { mode: "callback" } };
    const made = run(here, process.execPath, join(from, "dist/cli/ats-link.mjs"), "keygen", "--out", "first.json");
    const config = { ...settings, handover: { ...settings.handover, keys: [JSON.parse(made.out) as object] } };
    writeFileSync(join(here, "link.config.json"), JSON.stringify(config));
    const script = commands.replaceAll("dist/cli", join(from, "dist/cli")).replace(/^.*\b(?:TOKEN|ORIGIN)\b.*$/gm, "");
    assert.ok(script.split("\n").length >= 3);
    const ran = run(here, "sh", "-ec", script);
    assert.equal(ran.status, 0, ran.err);
  }
});
