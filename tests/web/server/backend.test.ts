import assert from "node:assert/strict";
import { test } from "node:test";
import { keys as sandboxKeys } from "../../../web/sandbox/keys.ts";
import { takeToken } from "../../../web/server/take_token.ts";
import type { NewConnection } from "../../../web/types/server.ts";
import { errorCode, post } from "../dev/support.ts";
import { create, linkOrigin, startBackend } from "./stand.ts";

const wrongKey = { credential: { kind: "api_key", values: { api_key: sandboxKeys.revoked.key } } };

test("an invited session is pending, opened by its link, and connected by its hand-over, which is told once", async (t) => {
  const { url, sessions, kept, handOver, status, token } = await startBackend(t);
  const { state, expiresAt } = await sessions.create({
    ...create,
    provider: "workable",
    scopes: { required: ["r_jobs"] },
  });
  assert.match(state, /^[\w-]{32}$/);
  assert.equal(await status(state), "pending");
  const session = await post(url, { op: "session", state });
  assert.equal(session.status, 200);
  assert.deepEqual(session.body, {
    organisation: "Brambleway",
    requester: "Dana Reyes",
    provider: "workable",
    scopes: { required: ["r_jobs"] },
    expiresAt: new Date(expiresAt).toISOString(),
  });
  assert.equal(await status(state), "opened");
  const sealed = await token(state);
  assert.equal((await post(url, { op: "verify", token: sealed })).status, 200);
  assert.equal(await status(state), "opened");
  const { body } = await handOver(sealed);
  const now = await sessions.status(state);
  assert.equal(now.status, "connected");
  assert.equal(now.session?.owner, "user 7");
  assert.equal(now.connected?.ref, body["ref"]);
  assert.deepEqual([now.connected?.accountName, now.connected?.verified], ["Acme", true]);
  assert.deepEqual(now.connected?.fields, { subdomain: "acme" });
  assert.ok(!JSON.stringify(now).includes(sandboxKeys.allScopes.key), "a status holds no key");
  assert.deepEqual(
    kept.map(({ secrets, session: of, ref }) => [secrets, of.state, ref]),
    [[{ api_key: sandboxKeys.allScopes.key }, state, body["ref"]]],
  );
});

test("the same jti gets the same ref, at once and later, and the ATS is asked for it once", async (t) => {
  const { sessions, kept, handOver, asked, token } = await startBackend(t);
  const { state } = await sessions.create(create);
  const sealed = await token(state);
  const answers = await Promise.all([handOver(sealed), handOver(sealed), handOver(sealed)]);
  answers.push(await handOver(sealed));
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
  assert.equal(new Set(answers.map(({ body }) => body["ref"])).size, 1);
  assert.deepEqual([kept.length, await asked()], [1, 3]);
});

test("a link that has connected is over, for whoever still has it", async (t) => {
  const { url, sessions, kept, handOver, token } = await startBackend(t);
  const { state } = await sessions.create(create);
  assert.equal((await handOver(await token(state))).status, 200);
  const other = await token(state);
  for (const body of [
    { op: "session", state },
    { op: "verify", token: other },
    { op: "handover", token: other },
  ]) {
    const refused = await post(url, body);
    assert.deepEqual([refused.status, errorCode(refused)], [410, "session_used"], body.op);
  }
  assert.equal(await sessions.open(state), null);
  assert.equal(kept.length, 1);
});

test("a session that says so connects again, each jti once", async (t) => {
  const { sessions, kept, handOver, token } = await startBackend(t);
  const { state } = await sessions.create({ ...create, reusable: true });
  const first = await handOver(await token(state));
  const second = await handOver(await token(state));
  assert.deepEqual([first.status, second.status, kept.length], [200, 200, 2]);
  assert.equal((await sessions.status(state)).connected?.ref, second.body["ref"]);
});

test("the ATS is asked for no token whose session is unknown, ended or of another ATS", async (t) => {
  let now = Date.now();
  const { url, sessions, handOver, status, asked, token } = await startBackend(t, { now: () => now });
  const ended = await sessions.create({ ...create, lifetimeMs: 1000 });
  const other = await sessions.create({ ...create, provider: "ashby" });
  now += 1000;
  const cases: [state: string | null, status: number, code: string][] = [
    ["nobody's", 404, "session_unknown"],
    [null, 404, "session_unknown"],
    [ended.state, 410, "session_expired"],
    [other.state, 400, "provider_mismatch"],
  ];
  for (const [state, wanted, code] of cases)
    for (const op of ["verify", "handover"]) {
      const refused = await post(url, { op, token: await token(state) });
      assert.deepEqual([refused.status, errorCode(refused)], [wanted, code], `${op} ${code}`);
    }
  assert.equal((await post(url, { op: "session", state: "nobody's" })).status, 404);
  assert.equal((await post(url, { op: "session", state: ended.state })).status, 410);
  assert.deepEqual([await status(ended.state), await status("nobody's"), await asked()], ["expired", "expired", 0]);
  assert.equal((await handOver("no token")).status, 400);
});

test("tries are limited per session, and a session that is out of tries stays so", async (t) => {
  const { sessions, handOver, asked, token } = await startBackend(t);
  const [tried, other] = [await sessions.create(create), await sessions.create(create)];
  for (let i = 0; i < sessions.mostTries; i++)
    assert.equal(errorCode(await handOver(await token(tried.state, wrongKey))), "not_verified");
  const before = await asked();
  const refused = await handOver(await token(tried.state));
  assert.deepEqual([refused.status, errorCode(refused), await asked()], [429, "too_many_tries", before]);
  assert.equal((await handOver(await token(other.state))).status, 200);
});

test("a key that the ATS does not confirm connects nothing unless the backend says so", async (t) => {
  const strict = await startBackend(t);
  const { state } = await strict.sessions.create(create);
  const refused = await strict.handOver(await strict.token(state, wrongKey));
  assert.deepEqual([refused.status, errorCode(refused)], [422, "not_verified"]);
  assert.deepEqual([strict.kept.length, await strict.status(state)], [0, "pending"]);
  assert.equal((await strict.handOver(await strict.token(state))).status, 200, "and the session goes on");

  const lenient = await startBackend(t, { unverified: "accept" });
  const session = await lenient.sessions.create(create);
  assert.equal((await lenient.handOver(await lenient.token(session.state, wrongKey))).status, 200);
  assert.deepEqual(
    lenient.kept.map(({ verified }) => verified),
    [false],
  );
});

test("a key that works is connected where every scope that is asked for is one that cannot be proved", async (t) => {
  const { sessions, kept, handOver, token } = await startBackend(t);
  const { state } = await sessions.create(create);
  const scopes = { granted: [], missing: [], unverified: ["w_candidates"] };
  assert.equal((await handOver(await token(state, { scopes }))).status, 200);
  assert.deepEqual([kept[0]?.verified, kept[0]?.scopes], [true, scopes]);
  const refused = await sessions.create(create);
  const answer = await handOver(await token(refused.state, { scopes, ...wrongKey }));
  assert.deepEqual([answer.status, errorCode(answer)], [422, "not_verified"]);
});

test("a connection that could not be kept is not connected, and the same token comes again", async (t) => {
  const kept: NewConnection[] = [];
  const faults: unknown[] = [];
  const fault = new Error("the database is away");
  const { sessions, handOver, status, token } = await startBackend(t, {
    onError: (error) => faults.push(error),
    onConnected(connection) {
      if (faults.length === 0) throw fault;
      kept.push(connection);
    },
  });
  const { state } = await sessions.create(create);
  const sealed = await token(state);
  const failed = await handOver(sealed);
  assert.deepEqual([failed.status, errorCode(failed)], [503, "not_kept"]);
  assert.deepEqual([faults, await status(state)], [[fault], "pending"]);
  assert.ok(!JSON.stringify(failed.body).includes("database"), "what failed is told to nobody outside");
  assert.equal((await handOver(sealed)).status, 200);
  assert.deepEqual([kept.length, await status(state)], [1, "connected"]);
});

test("while one token of a session is looked into, another is told to come again", async (t) => {
  let go = (): void => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  let begun = (): void => {};
  const working = new Promise<void>((resolve) => (begun = resolve));
  const { sessions, handOver, token } = await startBackend(t, {
    async onConnected() {
      begun();
      await held;
    },
  });
  const { state } = await sessions.create(create);
  const first = handOver(await token(state));
  await working;
  const second = await handOver(await token(state));
  assert.deepEqual([second.status, errorCode(second)], [503, "session_busy"]);
  go();
  assert.equal((await first).status, 200);
});

test("across origins only the link page is answered, and nothing but POST", async (t) => {
  const { url } = await startBackend(t);
  for (const [origin, expected] of [
    [linkOrigin, linkOrigin],
    ["https://link.example.com.evil.example", null],
    ["null", null],
  ] as const) {
    const preflight = await fetch(url, { method: "OPTIONS", headers: { Origin: origin } });
    const refused = await post(url, { op: "session", state: "x" }, { Origin: origin });
    for (const { headers } of [preflight, refused]) {
      assert.equal(headers.get("access-control-allow-origin"), expected, "errors carry it too");
      assert.equal(headers.get("vary"), "Origin");
      assert.equal(headers.get("access-control-allow-credentials"), null);
    }
    assert.equal(preflight.headers.get("access-control-allow-headers"), "content-type");
  }
  const get = await fetch(url);
  assert.deepEqual([get.status, get.headers.get("allow")], [405, "POST, OPTIONS"]);
});

test("a body that is not the protocol's is refused, however long", async (t) => {
  const { url } = await startBackend(t);
  const long = { op: "session", state: "x".repeat(70_000) };
  for (const body of [{}, [], "text", { op: "other", token: "x" }, { op: "session" }, { op: "verify", token: 1 }, long])
    assert.deepEqual(errorCode(await post(url, body)), "bad_request", JSON.stringify(body).slice(0, 40));
  const posted = async (type: string, body: string) =>
    (await fetch(url, { method: "POST", headers: { "Content-Type": type }, body })).status;
  const known = '{"op":"session","state":"a"}';
  assert.equal(await posted("application/json", known.replace("}", ',"state":"b"}')), 400, "a member is there twice");
  for (const type of ["application/json", "Application/JSON;charset=utf-8"])
    assert.equal(await posted(type, known), 404);
  for (const type of ["text/plain", "application/jsonp", "application/json5; x"])
    assert.equal(await posted(type, known), 400, type);
});

test("a token that a page posts is taken for the user's own session, once", async (t) => {
  const { sessions, answering, kept, asked, token } = await startBackend(t);
  const [mine, theirs] = [await sessions.create(create), await sessions.create(create)];
  const sealed = await token(mine.state);
  await assert.rejects(takeToken(answering, sealed, [theirs.state]), { code: "session_of_another_user", status: 403 });
  for (const none of [[], ["nobody's"]])
    await assert.rejects(takeToken(answering, "not even opened", none), { code: "session_unknown", status: 404 });
  assert.equal(await asked(), 0);
  assert.equal((await takeToken(answering, sealed, [theirs.state, mine.state])).accountName, "Acme");
  await assert.rejects(takeToken(answering, sealed, [mine.state]), { code: "token_replayed", status: 409 });
  assert.equal(kept.length, 1);
});
