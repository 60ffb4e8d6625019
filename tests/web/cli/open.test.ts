import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { payload, seal, withPart } from "../dev/support.ts";
import { atsLink, isRefusal, temporaryFolder } from "./support.ts";

const own = await makeSealKey();
const other = await makeSealKey();

test("open prints the payload with the key masked, or whole if asked", async (t) => {
  const file = join(temporaryFolder(t), "key.json");
  writeFileSync(file, JSON.stringify(own.privateJwk));
  const token = await seal(payload("state"), own.publicJwk);
  const masked = atsLink("open", token, "--key", file);
  assert.equal(masked.status, 0);
  assert(!masked.out.includes(keys.allScopes.key) && masked.out.includes(`••••${keys.allScopes.key.slice(-4)}`));
  assert.equal((JSON.parse(masked.out) as { provider: string }).provider, "workable");
  const whole = atsLink("open", token, "--key", file, "--show-secret");
  assert(whole.out.includes(keys.allScopes.key));
  const old = await seal(payload("state", { iat: 1000, exp: 1600 }), own.publicJwk);
  assert.match(atsLink("open", old, "--key", file).err, /^The token has expired; a backend would refuse it\.\n$/);
});

test("open finds the key among several, as while a key is replaced", async (t) => {
  const file = join(temporaryFolder(t), "keys.json");
  writeFileSync(file, JSON.stringify({ keys: [own.privateJwk, other.privateJwk] }));
  for (const { publicJwk } of [own, other])
    assert.equal(atsLink("open", await seal(payload("state"), publicJwk), "--key", file).status, 0);
});

test("open says in one sentence what is wrong with a token", async (t) => {
  const file = join(temporaryFolder(t), "key.json");
  writeFileSync(file, JSON.stringify(own.privateJwk));
  const token = await seal(payload("state"), own.publicJwk);
  const header = (members: object) => seal(payload("state"), own.publicJwk, { ...members });
  const cases: [token: string, sentence: RegExp][] = [
    [await seal(payload("state"), other.publicJwk), /sealed to the key \S+, which is not in the file; give the file/],
    [await header({ kid: other.publicJwk.kid }), /sealed to the key \S+, which is not in the file/],
    [withPart(token), /was changed or cut off/],
    ["nonsense", /has 1 of 5 parts.*copy it whole/],
    [token.split(".").slice(0, 4).join("."), /has 4 of 5 parts.*copy it whole/],
    ["!.a.b.c.d", /header.*is not JSON in base64url/],
    [JSON.stringify(payload("state")), /plaintext.*handover\.keys/],
    ["x".repeat(8193), /longer than 8 KiB/],
    [await header({ enc: "A128GCM" }), /another enc than "A256GCM"/],
    [await header({ alg: "ECDH-ES+A256KW" }), /another alg than "ECDH-ES"/],
    [await header({ typ: "JWT" }), /another typ than "ats-link\+jwe"/],
    [await header({ jku: "https://evil.example/" }), /the member "jku"/],
    [await header({ kid: undefined }), /no kid/],
    [await seal({ ...payload("state"), v: 2 }, own.publicJwk), /cannot be opened/],
  ];
  for (const [given, sentence] of cases) {
    const ran = atsLink("open", given, "--key", file);
    assert.ok(isRefusal(ran), `${given.slice(0, 40)}: ${ran.out}${ran.err}`);
    assert.match(ran.err, sentence);
  }
});

test("open says which member of the key file is wrong, and what it should be", async (t) => {
  const folder = temporaryFolder(t);
  const token = await seal(payload("state"), own.publicJwk);
  const { d, x, y } = own.privateJwk;
  const key = (members: object) => JSON.stringify({ ...own.privateJwk, ...members });
  const cases: [content: string, sentence: RegExp][] = [
    ["-----BEGIN PRIVATE KEY-----", /expected a file with a private key as JWK, as ats-link keygen writes it/],
    ["[]", /key: expected/],
    ["null", /key: expected/],
    ['{"keys":[]}', /keys: expected a list/],
    [JSON.stringify(own.publicJwk), /key\.d: this is the public key; give the file with the private one/],
    [JSON.stringify({ keys: [own.privateJwk, other.publicJwk] }), /keys\[1\]\.d: this is the public key/],
    [key({ crv: "P-384" }), /key\.crv: expected "P-256"/],
    [key({ kty: "RSA" }), /key\.kty: expected "EC"/],
    [key({ kid: 7 }), /key\.kid: expected a key id/],
    [key({ x: x?.slice(1) }), /key\.x: expected 32 bytes in base64url/],
    [key({ y: x }), /key\.y: expected a point of P-256/],
    [key({ d: `${String(d)}A` }), /key\.d: expected the private half/],
    [key({ d: other.privateJwk.d }), /key\.d: expected the private half/],
    [key({ d: "A".repeat(43) }), /key\.d: expected the private half/],
    [key({ d: 1, y }), /key\.d: expected the private half/],
  ];
  for (const [content, sentence] of cases) {
    const file = join(folder, "key.json");
    writeFileSync(file, content);
    const ran = atsLink("open", token, "--key", file);
    assert.ok(isRefusal(ran), content + ran.err);
    assert.match(ran.err, sentence);
    assert.ok(!ran.err.includes(String(d)), "the private half is not printed");
  }
  assert.match(atsLink("open", token, "--key", join(folder, "none.json")).err, /expected a file with a private key/);
});
