import assert from "node:assert/strict";
import { test } from "node:test";
import type { Servers } from "../../../web/dev/serve.ts";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { errorCode, payload, post, seal, startForTest, User, withPart } from "../dev/support.ts";

const handOver = (servers: Servers, token: string) => post(`${servers.hostUrl}api/handover`, { op: "handover", token });

test("two keys: both open, the first seals, and a token to a retired key is refused", async (t) => {
  const [fresh, old] = [await makeSealKey(), await makeSealKey()];
  const during = await startForTest(t, { sealKeys: [fresh, old] });
  assert.deepEqual(
    during.linkConfig.handover.keys.map(({ kid }) => kid),
    [fresh.publicJwk.kid, old.publicJwk.kid],
  );
  const user = new User(during.hostUrl);
  for (const { publicJwk } of [fresh, old]) {
    const { state } = await user.session();
    assert.equal((await user.connect(await seal(payload(state), publicJwk))).status, 200, publicJwk.kid);
  }
  const after = await startForTest(t, { sealKeys: [fresh] });
  const later = new User(after.hostUrl);
  const { state } = await later.session();
  const refused = await later.connect(await seal(payload(state), old.publicJwk));
  assert.deepEqual([refused.status, errorCode(refused)], [400, "key_unknown"]);
});

test("who has no session has no token opened", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const { state } = await new User(hostUrl).session();
  const token = await seal(payload(state), linkConfig.handover.keys[0]!);
  for (const given of [token, "not a token at all"]) {
    const refused = await new User(hostUrl).connect(given);
    assert.deepEqual([refused.status, errorCode(refused)], [404, "session_unknown"]);
  }
});

test("where the ATS cannot be asked again, the same token counts once it can", async (t) => {
  const servers = await startForTest(t, { handoverMode: "post", switches: { fault: "reset" } });
  const { state } = await new User(servers.hostUrl).session();
  const token = await seal(payload(state), servers.linkConfig.handover.keys[0]!);
  const failed = await handOver(servers, token);
  assert.deepEqual([failed.status, errorCode(failed)], [503, "ats_unavailable"]);
  await post(`${servers.sandboxUrl}/__sandbox/switches`, { fault: "none" });
  const good = await handOver(servers, token);
  assert.equal(good.status, 200);
  assert.deepEqual((await handOver(servers, token)).body, good.body, "and the repeat gets the same ref");
});

test("a jti is refused for as long as its token would be accepted otherwise", async (t) => {
  let now = Date.now();
  const { hostUrl, linkConfig } = await startForTest(t, { now: () => now });
  const user = new User(hostUrl);
  const { state } = await user.session();
  const token = await seal(payload(state), linkConfig.handover.keys[0]!);
  assert.equal((await user.connect(token)).status, 200);
  now += (600 + 299) * 1000;
  assert.equal(errorCode(await user.connect(token)), "token_replayed");
  now += 2000;
  assert.equal(errorCode(await user.connect(token)), "token_expired");
});

test("tries are counted per session, in every operation that opens a token", async (t) => {
  const servers = await startForTest(t, { handoverMode: "post", verify: "backend" });
  const user = new User(servers.hostUrl);
  const [key] = servers.linkConfig.handover.keys;
  const { state } = await user.session();
  const credential = { kind: "api_key", values: { api_key: "short" } };
  const ask = async (of: string, op: string) =>
    post(`${servers.hostUrl}api/handover`, { op, token: await seal(payload(of, { credential }), key!) });
  for (let i = 0; i < 10; i++)
    for (const op of ["verify", "handover"]) assert.equal((await ask(state, op)).status, 400);
  assert.deepEqual(errorCode(await ask(state, "verify")), "too_many_tries");
  assert.equal((await ask(state, "handover")).status, 429);
  const other = await user.session();
  assert.equal(errorCode(await ask(other.state, "verify")), "credential_not_allowed");
});

test("plaintext is no token: a backend takes only what is sealed", async (t) => {
  const { hostUrl } = await startForTest(t);
  const user = new User(hostUrl);
  const { state } = await user.session();
  const refused = await user.connect(JSON.stringify(payload(state)));
  assert.deepEqual([refused.status, errorCode(refused)], [400, "token_malformed"]);
});

test("neither token nor key is ever printed", async (t) => {
  const printed: string[] = [];
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const)
    t.mock.method(console, method, (...all: unknown[]) => printed.push(all.map(String).join(" ")));
  const servers = await startForTest(t, { handoverMode: "post", verify: "backend" });
  const user = new User(servers.hostUrl);
  const [key] = servers.linkConfig.handover.keys;
  const { state } = await user.session();
  const token = await seal(payload(state), key!);
  const answers = [
    await post(`${servers.hostUrl}api/handover`, { op: "verify", token }),
    await handOver(servers, token),
    await user.connect(token),
    await user.connect(withPart(token)),
    await user.connect(await seal(payload("nobody's"), key!)),
  ];
  console.log("a positive control");
  t.mock.restoreAll();
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 409, 400, 404],
  );
  const all = [...printed, ...answers.map(({ body }) => JSON.stringify(body))].join("\n");
  assert.ok(all.includes("a positive control"));
  for (const secret of [token, token.split(".")[3] ?? "", keys.allScopes.key]) assert.ok(!all.includes(secret));
});
