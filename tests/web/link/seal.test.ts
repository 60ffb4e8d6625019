import assert from "node:assert/strict";
import { before, test } from "node:test";
import { compactDecrypt, exportJWK, generateKeyPair } from "jose";
import type { SecretBytes } from "../../../web/link/module/module.ts";
import type { SealEffect } from "../../../web/link/messages.ts";
import { buildPayload, escapeJson } from "../../../web/link/seal/payload.ts";
import type { PublicKey } from "../../../web/link/config/public_key.ts";
import { sealToken, serverTime } from "../../../web/link/seal/seal.ts";

const effect: SealEffect = {
  type: "seal",
  method: "api_key",
  attempt: 1,
  purpose: "handover",
  state: "nonce",
  provider: "workable",
  fields: { subdomain: "acme" },
  account: { id: "1", name: "Acme" },
  scopes: { granted: ["r_jobs"], missing: [], unverified: ["w_candidates"] },
};
const context = { origin: "https://app.example.com", now: 1_795_000_000.7, version: "0.1.0" };
const tools: Parameters<typeof sealToken>[4] = await import("../../../web/link/boot/seal_chunk.ts");

let key: PublicKey;
let privateKey: CryptoKey;

before(async () => {
  const pair = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
  privateKey = pair.privateKey;
  key = { ...((await exportJWK(pair.publicKey)) as Omit<PublicKey, "kid">), kid: "2026-11" };
});

const secret = (value: string, id = "api_key"): SecretBytes[] => [{ id, bytes: new TextEncoder().encode(value) }];

async function open(token: string) {
  const { plaintext, protectedHeader } = await compactDecrypt(token, privateKey);
  return {
    header: protectedHeader,
    payload: JSON.parse(new TextDecoder().decode(plaintext)) as Record<string, unknown>,
  };
}

test("jose opens the token, and it holds what the contract says", async () => {
  const { header, payload } = await open(await sealToken(effect, secret("k".repeat(64)), context, key, tools));
  const { epk, ...rest } = header;
  assert.equal((epk as { crv?: string }).crv, "P-256");
  assert.deepEqual(rest, { alg: "ECDH-ES", enc: "A256GCM", kid: "2026-11", typ: "ats-link+jwe", cty: "json" });
  const { jti, pad, ...known } = payload;
  assert.match(String(jti), /^[A-Za-z0-9_-]{22}$/);
  assert.equal(pad, "");
  assert.deepEqual(known, {
    v: 1,
    iat: 1_795_000_000,
    exp: 1_795_000_600,
    state: "nonce",
    origin: "https://app.example.com",
    provider: "workable",
    method: "api_key",
    fields: { subdomain: "acme" },
    account: { id: "1", name: "Acme" },
    scopes: { granted: ["r_jobs"], missing: [], unverified: ["w_candidates"] },
    widgetVersion: "0.1.0",
    credential: { kind: "api_key", values: { api_key: "k".repeat(64) } },
  });
});

test("keys of 20 to 64 characters give tokens of one length", async () => {
  const lengths = new Set<number>();
  for (let size = 20; size <= 64; size++)
    lengths.add((await sealToken(effect, secret("k".repeat(size)), context, key, tools)).length);
  assert.equal(lengths.size, 1);
});

test("a longer key gives a longer token, so the padding is what equals the lengths", async () => {
  const lengthOf = async (size: number) =>
    (await sealToken(effect, secret("k".repeat(size)), context, key, tools)).length;
  assert.ok((await lengthOf(65)) > (await lengthOf(64)));
});

test("two tokens of one attempt differ in their jti", async () => {
  const read = async () =>
    (await open(await sealToken(effect, secret("k".repeat(20)), context, key, tools))).payload["jti"];
  assert.notEqual(await read(), await read());
});

test("several secrets and characters that JSON escapes arrive as they were", async () => {
  const odd = 'a"b\\c\u0007d\nké日本';
  const secrets = [...secret(odd), ...secret("second", "secret")];
  const { payload } = await open(await sealToken(effect, secrets, context, key, tools));
  assert.deepEqual(payload["credential"], { kind: "api_key", values: { api_key: odd, secret: "second" } });
});

test("escaped bytes are the inside of a JSON string", () => {
  const value = '\u0000\u001f"\\/é';
  const inside = new TextDecoder().decode(escapeJson(new TextEncoder().encode(value)));
  assert.equal(JSON.parse(`"${inside}"`), value);
});

test("secrets and payload are overwritten, also when sealing fails", async () => {
  const secrets = secret("k".repeat(40));
  let seen: Uint8Array | undefined;
  const encrypt = (payload: Uint8Array) => {
    seen = payload;
    return Promise.reject(new Error("no"));
  };
  const failing = { buildPayload, encrypt };
  await assert.rejects(sealToken(effect, secrets, context, key, failing));
  assert.ok(seen && seen.length > 100 && seen.every((byte) => byte === 0));
  assert.ok(secrets.every(({ bytes }) => bytes.length === 40 && bytes.every((byte) => byte === 0)));
});

test("without a key the token is the payload itself", async () => {
  const token = await sealToken(effect, secret("k".repeat(20)), context, undefined, tools);
  assert.equal((JSON.parse(token) as { state: string }).state, "nonce");
});

test("a verification without account and scopes seals null and empty lists", () => {
  const bare: SealEffect = { ...effect, purpose: "verify", fields: {}, account: null, scopes: null };
  const payload = JSON.parse(new TextDecoder().decode(buildPayload(bare, [], context))) as Record<string, unknown>;
  assert.deepEqual([payload["account"], payload["fields"]], [null, {}]);
  assert.deepEqual(payload["scopes"], { granted: [], missing: [], unverified: [] });
});

/** What the time is taken for; all in seconds from noon. */
function timeBy(date: number | string | null, age: number | string | null, local: number): number {
  const noon = Date.UTC(2026, 10, 24, 12) / 1000;
  const header = typeof date === "number" ? new Date((noon + date) * 1000).toUTCString() : date;
  return serverTime(header, age === null ? null : String(age), (noon + local) * 1000) - noon;
}

test("the time is the server's where the local clock is wrong", () => {
  for (const local of [3600, -3600, 86_400]) assert.equal(timeBy(0, null, local), 0);
  assert.equal(timeBy(0, 0, 3600), 0);
});

test("what a cache kept is as much older as its Age says", () => {
  assert.equal(timeBy(-1200, 1200, 5000), 0);
  assert.equal(timeBy(-1200, 1200, -5000), 0);
  assert.equal(timeBy(-1200, 1200, 1), 1, "and the local clock agrees");
});

test("a cache that renews Date and keeps Age does not bring the time into the future", () => {
  assert.equal(timeBy(0, 1200, 2), 2);
  assert.equal(timeBy(0, 86_400, 2), 2);
});

test("an Age that is none counts as none", () => {
  for (const age of ["-5", "soon", "1.5", "1e9", "99999999999"]) assert.equal(timeBy(0, age, 5000), 0, age);
});

test("without a Date header, or with a wrong one, the time is the local clock's", () => {
  for (const date of [null, "yesterday"]) assert.equal(timeBy(date, 1200, 5000), 5000);
});
