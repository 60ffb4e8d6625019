import assert from "node:assert/strict";
import { calculateJwkThumbprint } from "jose";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { SealKey } from "../../../web/headers/link_config.ts";
import { publicKey } from "../../../web/link/config/public_key.ts";
import { atsLink, isRefusal, temporaryFolder } from "./support.ts";

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
  publicKey(publicJwk, "handover.keys[0]");
});

test("keygen overwrites no key and says so, and where it cannot write", (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, "key.json");
  atsLink("keygen", "--out", file);
  const before = readFileSync(file, "utf8");
  const again = atsLink("keygen", "--out", file);
  assert.equal(again.err, `${file} exists; choose another file with --out.\n`);
  assert.equal(readFileSync(file, "utf8"), before);
  const nowhere = atsLink("keygen", "--out", join(folder, "none", "key.json"));
  assert.match(nowhere.err, /cannot be written/);
  for (const ran of [again, nowhere]) assert.ok(isRefusal(ran));
});
