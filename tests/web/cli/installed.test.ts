import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildCli } from "../../../tools/build/cli.ts";
import { run, temporaryFolder } from "./support.ts";

const root = join(import.meta.dirname, "../../..");
const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
const undo: (() => void)[] = [];
/** Like a checkout after a build: package.json and the built command. */
let checkout: string;

before(async () => {
  const folder = temporaryFolder({ after: (each) => void undo.push(each as () => void) });
  checkout = join(folder, "checkout");
  mkdirSync(checkout);
  cpSync(join(root, "package.json"), join(checkout, "package.json"));
  await buildCli(join(checkout, "dist/cli"));
});
after(() => undo.forEach((each) => each()));

/** A key made and a wrong command line refused, by whatever starts the command. */
function works(start: (...args: string[]) => ReturnType<typeof run>, out: string): void {
  const made = start("keygen", "--out", out);
  assert.equal(made.status, 0, made.err);
  assert.equal((JSON.parse(made.out) as { crv: string }).crv, "P-256");
  assert.equal((JSON.parse(readFileSync(out, "utf8")) as { kty: string }).kty, "EC");
  const wrong = start("nonsense");
  assert.equal(wrong.status, 2);
  assert.match(wrong.err, /^Usage: ats-link keygen/m);
}

test("package.json names the built command, which is one file that starts by itself", () => {
  const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { bin: Record<string, string> };
  assert.deepEqual(bin, { "ats-link": "dist/cli/ats-link.mjs" });
  works((...args) => run(join(checkout, "dist/cli/ats-link.mjs"), args), join(checkout, "a.json"));
});

test("npx ats-link works in a checkout", () => {
  works((...args) => run("npx", ["--no-install", "ats-link", ...args], { cwd: checkout }), join(checkout, "b.json"));
});

test("npx ats-link works where the packed package is installed, below node_modules", () => {
  const app = join(checkout, "../app");
  mkdirSync(app);
  const packed = run("npm", ["pack", "--pack-destination", app, "--loglevel=error"], { cwd: checkout });
  assert.equal(packed.status, 0, packed.err);
  // jose, which the command has inside, is the package's dependency: from this machine, so that no registry is asked.
  const wanted = [join(app, packed.out.trim()), join(root, "node_modules/jose")];
  const installed = run("npm", ["install", "--prefix", app, ...quiet, ...wanted], { cwd: app });
  assert.equal(installed.status, 0, installed.err);
  works((...args) => run("npx", ["--no-install", "ats-link", ...args], { cwd: app }), join(app, "c.json"));
});
