import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { calculateJwkThumbprint } from "jose";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { listen } from "../../../web/dev/listen.ts";
import { readOptions } from "../../../web/dev/serve.ts";
import { makeSealKey } from "../../../web/demo-backend/seal_key.ts";
import type { SealKey } from "../../../web/headers/link_config.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { payload, seal } from "./support.ts";

const web = join(import.meta.dirname, "../../../web");

function atsLink(...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(web, "cli/ats-link.ts"), ...args], { encoding: "utf8" });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

function temporaryFolder(t: test.TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "ats-link-cli-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("keygen writes the private key for its owner alone and prints the public one", async (t) => {
  const file = join(temporaryFolder(t), "key.json");
  const { status, out } = atsLink("keygen", "--out", file);
  assert.equal(status, 0);
  const publicJwk = JSON.parse(out) as SealKey & { d?: string };
  const privateJwk = JSON.parse(readFileSync(file, "utf8")) as SealKey & { d?: string };
  assert.equal(publicJwk.d, undefined);
  assert.equal(typeof privateJwk.d, "string");
  assert.deepEqual([publicJwk.kty, publicJwk.crv, publicJwk.x], ["EC", "P-256", privateJwk.x]);
  assert.equal(publicJwk.kid, await calculateJwkThumbprint({ ...publicJwk }));
  assert.equal(privateJwk.kid, publicJwk.kid);
  assert.equal(statSync(file).mode & 0o077, 0);
  const again = atsLink("keygen", "--out", file);
  assert.deepEqual([again.status, again.err], [1, `${file} exists; choose another file with --out.\n`]);
});

test("open prints the payload with the key masked, or whole if asked", async (t) => {
  const file = join(temporaryFolder(t), "key.json");
  const { publicJwk, privateJwk } = await makeSealKey();
  writeFileSync(file, JSON.stringify(privateJwk));
  const token = await seal(payload("state"), publicJwk);
  const masked = atsLink("open", token, "--key", file);
  assert.equal(masked.status, 0);
  assert(!masked.out.includes(keys.allScopes.key) && masked.out.includes(`••••${keys.allScopes.key.slice(-4)}`));
  assert.equal((JSON.parse(masked.out) as { provider: string }).provider, "workable");
  const whole = atsLink("open", token, "--key", file, "--show-secret");
  assert(whole.out.includes(keys.allScopes.key));
  const old = await seal(payload("state", { iat: 1000, exp: 1600 }), publicJwk);
  assert.match(atsLink("open", old, "--key", file).err, /^The token has expired; a backend would refuse it\.\n$/);
});

test("open says in one sentence why it cannot", async (t) => {
  const folder = temporaryFolder(t);
  const [own, other] = [await makeSealKey(), await makeSealKey()];
  const file = join(folder, "key.json");
  writeFileSync(file, JSON.stringify({ keys: [own.privateJwk] }));
  const token = await seal(payload("state"), other.publicJwk);
  const cases: [string[], RegExp][] = [
    [["open", token, "--key", file], /^The token was sealed to the key \S+, which is not in the file\.\n$/],
    [["open", "nonsense", "--key", file], /^The token cannot be opened: [^\n]*\n$/],
    [["open", token, "--key", join(folder, "none.json")], /is not a file with a private key \(JWK\)\.\n$/],
  ];
  for (const [args, sentence] of cases) {
    const { status, out, err } = atsLink(...args);
    assert.deepEqual([status, out], [1, ""]);
    assert.match(err, sentence);
  }
});

test("a wrong command line is one sentence and exit status 2", () => {
  for (const args of [
    [],
    ["open"],
    ["open", "x"],
    ["other"],
    ["keygen", "x"],
    ["keygen", "--typo"],
    ["open", "a", "b", "--key", "c"],
  ]) {
    const { status, err } = atsLink(...args);
    assert.equal(status, 2, args.join(" "));
    assert.match(err, /^Usage: [^\n]*\n$/);
  }
});

test("the dev server takes a port and an upstream, and nothing else", () => {
  assert.deepEqual(readOptions([]), { port: 8080 });
  assert.deepEqual(readOptions(["--port", "9000", "--upstream", "http://127.0.0.1:1/"]), {
    port: 9000,
    upstream: "http://127.0.0.1:1/",
  });
  for (const port of ["0", "65535", "x", "80.5", ""])
    assert.equal(typeof readOptions(["--port", port]), "string", port);
  for (const upstream of ["", "acme", "ftp://x/"]) assert.equal(typeof readOptions(["--upstream", upstream]), "string");
  assert.equal(typeof readOptions(["--typo"]), "string");
});

test("a taken port is one sentence and exit status 1", async (t) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  t.after(() => taken.close());
  const { port } = taken.address() as AddressInfo;
  const child = spawn(process.execPath, [join(web, "dev/serve.ts"), "--port", String(port)]);
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const status = await new Promise((resolve) => child.once("close", resolve));
  assert.deepEqual([status, err], [1, `Port ${port} or ${port + 1} is taken; choose another with --port.\n`]);
});

test("the dev server prints its addresses and ends cleanly when interrupted", async (t) => {
  const port = await findTwoFreePorts();
  const child = spawn(process.execPath, [join(web, "dev/serve.ts"), "--port", String(port)]);
  t.after(() => child.kill("SIGKILL"));
  let out = "";
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes("/__sandbox/keys")) resolve();
    });
    child.once("close", () => resolve());
  });
  assert.match(out, new RegExp(`Host demo {5}http://localhost:${port}/\n`));
  assert.match(out, new RegExp(`Link page {5}http://127\\.0\\.0\\.1:${port + 1}/ `));
  child.kill("SIGINT");
  assert.equal(await new Promise((resolve) => child.once("close", resolve)), 0);
});

/** A free port whose next is free too. */
async function findTwoFreePorts(): Promise<number> {
  for (;;) {
    const first = await listen(0);
    const second = await listen(first.port + 1).catch(() => null);
    await first.close();
    await second?.close();
    if (second) return first.port;
  }
}
