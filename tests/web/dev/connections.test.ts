import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { errorCode, payload, post, seal, startForTest, User, withPart } from "./support.ts";

test("a session names the link page, a fresh state and the page for an invited admin", async (t) => {
  const { hostUrl, linkUrl } = await startForTest(t);
  const user = new User(hostUrl);
  const [first, second] = [await user.session(), await user.session()];
  assert.deepEqual(Object.keys(first).sort(), ["invitation", "inviteUrl", "linkUrl", "state"]);
  assert.equal(first.linkUrl, linkUrl);
  assert.equal(first.inviteUrl, `${hostUrl}?invite=1#${first.invitation}`);
  assert.equal(new Set([first, second].flatMap(({ state, invitation }) => [state, invitation])).size, 4);
});

test("the backend opens the token, asks the ATS again and masks the key", async (t) => {
  const { hostUrl, linkConfig, sandboxUrl } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const { status, body } = await user.connect(await seal(payload(state), linkConfig.handover.keys[0]!));
  assert.equal(status, 200);
  assert.deepEqual(body, {
    provider: "workable",
    subdomain: "acme",
    accountName: "Acme",
    scopes: { granted: ["r_jobs", "r_candidates"], missing: [], unverified: ["w_candidates"] },
    key: `••••${keys.allScopes.key.slice(-4)}`,
    verifiedAgain: true,
  });
  const log = (await (await fetch(`${sandboxUrl}/__sandbox/requests`)).json()) as unknown[];
  assert.equal(log.length, 3, "asked by the backend itself");
});

test("what the ATS says now counts, not what the token says", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const credential = { kind: "api_key", values: { api_key: keys.onlyJobs.key } };
  const token = await seal(payload(state, { credential, account: null }), linkConfig.handover.keys[0]!);
  const { body } = await user.connect(token);
  assert.deepEqual(body["scopes"], { granted: ["r_jobs"], missing: ["r_candidates"], unverified: ["w_candidates"] });
  assert.deepEqual([body["verifiedAgain"], body["accountName"]], [false, "Acme"]);
});

test("a key that is wrong by now is not verified again", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const credential = { kind: "api_key", values: { api_key: keys.revoked.key } };
  const { status, body } = await user.connect(await seal(payload(state, { credential }), linkConfig.handover.keys[0]!));
  assert.deepEqual([status, body["verifiedAgain"]], [200, false]);
});

test("a token counts once", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const token = await seal(payload(state), linkConfig.handover.keys[0]!);
  assert.equal((await user.connect(token)).status, 200);
  const again = await user.connect(token);
  assert.deepEqual([again.status, errorCode(again)], [409, "token_replayed"]);
});

test("a token of another user's session, of an unknown or of no session is refused", async (t) => {
  const { hostUrl, linkConfig, sandboxUrl } = await startForTest(t);
  const [key] = linkConfig.handover.keys;
  const [user, other] = [new User(hostUrl), new User(hostUrl)];
  await user.session();
  const { state } = await other.session();
  const foreign = await user.connect(await seal(payload(state), key!));
  assert.deepEqual([foreign.status, errorCode(foreign)], [403, "session_of_another_user"]);
  for (const unknown of ["nonsense", "", null]) {
    const refused = await user.connect(await seal(payload(state, { state: unknown }), key!));
    assert.deepEqual([refused.status, errorCode(refused)], [404, "session_unknown"]);
  }
  const log = (await (await fetch(`${sandboxUrl}/__sandbox/requests`)).json()) as unknown[];
  assert.equal(log.length, 0, "the ATS is not asked for such a token");
});

test("a token that was changed anywhere cannot be opened", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const token = await seal(payload(state), linkConfig.handover.keys[0]!);
  for (const index of [0, 2, 3, 4]) {
    const answered = await user.connect(withPart(token, index));
    assert.equal(answered.status, 400, `part ${index}`);
  }
  assert.equal((await user.connect(withPart(token, 1, () => "AAAA"))).status, 400);
  assert.equal((await user.connect(token)).status, 200, "the unchanged token still counts");
});

test("only the agreed algorithms, header and key are accepted", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const [key] = linkConfig.handover.keys;
  const user = new User(hostUrl);
  const { state } = await user.session();
  const codeOf = async (header: Record<string, unknown>, to = key!) =>
    errorCode(await user.connect(await seal(payload(state), to, header)));
  const { publicJwk } = await makeSealKey();
  assert.equal(await codeOf({}, publicJwk), "key_unknown");
  assert.equal(await codeOf({ kid: key!.kid }, publicJwk), "token_unreadable");
  assert.equal(await codeOf({ enc: "A128GCM" }), "token_malformed");
  assert.equal(await codeOf({ alg: "ECDH-ES+A256KW" }), "token_malformed");
  assert.equal(await codeOf({ typ: "JWT" }), "token_malformed");
  assert.equal(await codeOf({ jku: "https://evil.example/" }), "token_malformed");
  for (const nonsense of ["", "a.b.c", "....", "x".repeat(100)]) {
    assert.equal(errorCode(await user.connect(nonsense)), "token_malformed");
  }
  assert.equal(errorCode(await user.connect("x".repeat(9000))), "token_too_long");
});

test("a token's times are judged by the backend's clock, with five minutes of tolerance", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const now = Math.floor(Date.now() / 1000);
  const codeOf = async (iat: number, exp: number) =>
    errorCode(await user.connect(await seal(payload(state, { iat, exp }), linkConfig.handover.keys[0]!)));
  assert.equal(await codeOf(now - 1000, now - 400), "token_expired");
  assert.equal(await codeOf(now + 400, now + 1000), "token_expired");
  assert.equal(await codeOf(now, now + 3600), "token_expired", "longer than ten minutes");
  assert.equal(await codeOf(now - 800, now - 200), undefined);
  assert.equal(await codeOf(now + 200, now + 800), undefined);
});

test("a payload of another shape or with values outside the catalogue is refused", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const codeOf = async (change: Record<string, unknown>) =>
    errorCode(await user.connect(await seal(payload(state, change), linkConfig.handover.keys[0]!)));
  for (const change of [{ v: 2 }, { jti: "" }, { exp: "soon" }, { scopes: {} }, { credential: { kind: "password" } }]) {
    assert.equal(await codeOf(change), "token_unreadable");
  }
  const notAllowed = [
    { provider: "nobody" },
    { fields: { subdomain: "evil.com/" } },
    { fields: {} },
    { fields: { subdomain: "acme", more: "x" } },
    { credential: { kind: "api_key", values: { api_key: "short" } } },
    { credential: { kind: "api_key", values: {} } },
  ];
  for (const change of notAllowed) assert.equal(await codeOf(change), "credential_not_allowed", JSON.stringify(change));
});

test("an ended session and too many tries are refused", async (t) => {
  let now = Date.now();
  const { hostUrl, linkConfig } = await startForTest(t, { now: () => now });
  const [key] = linkConfig.handover.keys;
  const user = new User(hostUrl);
  const tried = await user.session();
  const credential = { kind: "api_key", values: { api_key: "short" } };
  const wrong = () => seal(payload(tried.state, { credential }), key!);
  for (let i = 0; i < 20; i++) assert.equal(errorCode(await user.connect(await wrong())), "credential_not_allowed");
  assert.equal(errorCode(await user.connect(await wrong())), "too_many_tries");
  const { state } = await user.session();
  now += 31 * 60 * 1000;
  const iat = Math.floor(now / 1000);
  const late = await user.connect(await seal(payload(state, { iat, exp: iat + 600 }), key!));
  assert.deepEqual([late.status, errorCode(late)], [410, "session_expired"]);
});

test("a body that is not JSON of the right shape is 400 bad_request", async (t) => {
  const { hostUrl } = await startForTest(t);
  const url = `${hostUrl}api/connections`;
  for (const body of [{}, { publicToken: 1 }, [], "text"])
    assert.equal(errorCode(await post(url, body)), "bad_request");
  const form = await post(url, { publicToken: "x" }, { "Content-Type": "text/plain" });
  assert.deepEqual([form.status, errorCode(form)], [400, "bad_request"]);
});
