import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { createTakenTokens, openToken } from "../../../web/server/open_token.ts";
import { createMemoryStore } from "../../../web/server/memory_store.ts";
import { isTokenError } from "../../../web/server/token_error.ts";
import { payload, seal } from "../dev/support.ts";

const { publicJwk, privateJwk } = await makeSealKey();
const keys = [privateJwk];

test("a token opens for its own session, once", async () => {
  const token = await seal(payload("mine"), publicJwk);
  const taken = createTakenTokens();
  const { credential } = await openToken(token, { keys, state: "mine", taken });
  assert.equal(credential.kind, "api_key");
  await assert.rejects(openToken(token, { keys, state: "mine", taken }), { code: "token_replayed" });
});

test("a token of another session is refused, and does not count as taken", async () => {
  const token = await seal(payload("theirs"), publicJwk);
  const taken = createTakenTokens();
  await assert.rejects(openToken(token, { keys, state: "mine", taken }), { code: "state_mismatch" });
  assert.equal((await openToken(token, { keys, state: "theirs", taken })).state, "theirs");
});

test("a token is refused once it is too old by the given clock, and is then forgotten", async () => {
  const token = await seal(payload("mine"), publicJwk);
  let now = Date.now();
  const clock = () => now;
  const taken = createTakenTokens(clock);
  const { jti, exp } = await openToken(token, { keys, taken, now: clock });
  now += (600 + 301) * 1000;
  await assert.rejects(openToken(token, { keys, taken, now: clock }), { code: "token_expired" });
  assert.equal(taken.take({ jti, exp }), true);
  taken.giveBack(jti);
  assert.equal(taken.take({ jti, exp }), true);
});

test("a refusal is told from a fault by its name and code, and says what is wrong in words", async () => {
  const refused: unknown = await openToken("no token", { keys }).catch((error: unknown) => error);
  assert.ok(isTokenError(refused));
  assert.deepEqual([refused.code, refused.message], ["token_malformed", "This is not a sealed token of ATS Link."]);
  for (const other of [new Error("x"), { name: "TokenError", code: "token_expired" }, null, "token_expired"])
    assert.equal(isTokenError(other), false);
});

test("a clock that is none is refused at once, and not when the first token comes", () => {
  for (const make of [createTakenTokens, createMemoryStore])
    assert.throws(() => make({ now: Date.now } as never), {
      name: "TypeError",
      message: `${make.name}: now: expected a function`,
    });
});

test("wrong options are refused by the member's name before any token is looked at", async () => {
  const { d: _, ...half } = privateJwk;
  const cases: [options: unknown, sentence: RegExp][] = [
    [undefined, /openToken: options: expected an object with keys/],
    [{}, /openToken: keys: expected a list of at least one private key/],
    [{ keys: [] }, /openToken: keys: expected a list/],
    [{ keys: privateJwk }, /openToken: keys: expected a list/],
    [{ keys: ["-----BEGIN PRIVATE KEY-----"] }, /openToken: keys\[0\]: expected a P-256 key as JWK/],
    [{ keys: [privateJwk, { ...privateJwk, crv: "P-384" }] }, /openToken: keys\[1\]: expected a P-256 key/],
    [{ keys: [{ ...privateJwk, kid: undefined }] }, /openToken: keys\[0\]\.kid: expected a key id/],
    [{ keys: [half] }, /openToken: keys\[0\]\.d: expected the private half; this is the public key/],
    // What a session that was not found would give must not open every token.
    [{ keys, state: undefined }, /openToken: state: expected the session's state/],
    [{ keys, state: "" }, /openToken: state: expected/],
    [{ keys, sate: "mine" }, /openToken: sate: expected no such member; remove it/],
    [{ keys, taken: true }, /openToken: taken: expected what createTakenTokens gives/],
    [{ keys, now: 0 }, /openToken: now: expected a function/],
  ];
  for (const [options, message] of cases)
    await assert.rejects(openToken("no token", options as never), { name: "TypeError", message });
});
