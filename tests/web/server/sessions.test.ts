import assert from "node:assert/strict";
import { test } from "node:test";
import { createSessions } from "../../../web/server/sessions.ts";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { readBackendOptions, readCheckOptions, readTakeOptions } from "../../../web/server/take_options.ts";
import type { SessionsOptions } from "../../../web/types/server.ts";
import { create, linkOrigin, startBackend } from "./stand.ts";

test("a page of one's own that a link leads to opens the session, until it has ended", async (t) => {
  let now = Date.now();
  const { sessions, status } = await startBackend(t, { now: () => now });
  const { state } = await sessions.create({ ...create, lifetimeMs: 1000 });
  assert.equal((await sessions.open(state))?.organisation, "Brambleway");
  assert.equal(await status(state), "opened");
  now += 1000;
  assert.equal(await sessions.open(state), null);
  assert.equal(await status(state), "expired");
  assert.equal(await sessions.open("nobody's"), null);
});

test("what a session connected is told for a day after its end, and then forgotten", async (t) => {
  let now = Date.now();
  const { sessions, handOver, status, token } = await startBackend(t, { now: () => now });
  const { state } = await sessions.create(create);
  assert.equal((await handOver(await token(state))).status, 200);
  now += 24 * 60 * 60 * 1000;
  await sessions.create(create);
  assert.equal(await status(state), "connected");
  now += 30 * 60 * 1000;
  await sessions.create(create);
  assert.equal(await status(state), "expired");
  assert.equal((await sessions.status(state)).session, null);
});

test("a wrong session or wrong settings are refused by the member's name", async () => {
  const cases: [session: unknown, sentence: RegExp][] = [
    [undefined, /create: session: expected an object with organisation/],
    [{}, /create: organisation: expected a text of 1 to 200 characters/],
    [{ organisation: "x".repeat(201) }, /create: organisation: expected/],
    [{ ...create, requester: "" }, /create: requester: expected a text of 1 to 200 characters/],
    [{ ...create, provider: "Work able" }, /create: provider: expected a provider's id/],
    [{ ...create, scopes: ["r_jobs"] }, /create: scopes: expected required and optional/],
    [{ ...create, scopes: { needed: [] } }, /create: scopes: expected/],
    [{ ...create, scopes: { required: [""] } }, /create: scopes: expected/],
    [{ ...create, owner: 7 }, /create: owner: expected your user's id/],
    [{ ...create, lifetimeMs: 0 }, /create: lifetimeMs: expected milliseconds, more than 0/],
    [{ ...create, lifetimeMs: Infinity }, /create: lifetimeMs: expected/],
    [{ ...create, reusable: 1 }, /create: reusable: expected true or false/],
    [{ ...create, state: "mine" }, /create: state: expected no such member; remove it/],
  ];
  for (const [session, message] of cases)
    await assert.rejects(createSessions().create(session as never), { name: "TypeError", message });
  const settings: [options: unknown, sentence: RegExp][] = [
    [{ mostTries: 0 }, /createSessions: mostTries: expected a whole number of 1 or more/],
    [{ now: 5 }, /createSessions: now: expected a function/],
    [{ store: {} }, /createSessions: store\.add: expected a function/],
    [{ stroe: {} }, /createSessions: stroe: expected no such member; remove it/],
  ];
  for (const [options, message] of settings)
    assert.throws(() => createSessions(options as SessionsOptions), { name: "TypeError", message });
});

test("wrong options of the handler are refused by the member's name before a request is looked at", async () => {
  const { privateJwk, publicJwk } = await makeSealKey();
  const shared = { sessions: createSessions(), keys: [privateJwk], onConnected() {} };
  const handler = { ...shared, linkOrigin };
  assert.equal(readBackendOptions(handler), handler);
  const wrong: [options: unknown, sentence: RegExp][] = [
    [undefined, /handleBackend: options: expected an object with sessions, keys and onConnected/],
    [{ ...handler, sessions: undefined }, /handleBackend: sessions: expected what createSessions gives/],
    [{ ...handler, keys: [publicJwk] }, /handleBackend: keys\[0\]\.d: expected the private half/],
    [{ ...handler, onConnected: undefined }, /handleBackend: onConnected: expected a function that keeps/],
    [{ ...handler, unverified: true }, /handleBackend: unverified: expected "refuse" or "accept"/],
    [{ ...handler, fetch: "fetch" }, /handleBackend: fetch: expected a function/],
    [{ ...handler, deadlineMs: "8s" }, /handleBackend: deadlineMs: expected milliseconds/],
    [{ ...handler, onError: true }, /handleBackend: onError: expected a function/],
    [{ ...handler, state: "mine" }, /handleBackend: state: expected no such member; remove it/],
    ...["https://link.example.com/", "link.example.com", "*", "null", undefined].map((origin): [unknown, RegExp] => [
      { ...handler, linkOrigin: origin },
      /handleBackend: linkOrigin: expected the link/,
    ]),
  ];
  for (const [options, message] of wrong)
    assert.throws(() => readBackendOptions(options as never), { name: "TypeError", message });
  for (const state of [undefined, "", ["mine", undefined], 7])
    assert.throws(() => readTakeOptions({ ...shared, state } as never), {
      name: "TypeError",
      message: "takeToken: state: expected the signed-in user's session, or a list of them",
    });
});

test("what is to be checked, and how, is refused by the member's name before the ATS is asked", () => {
  const payload = { provider: "workable", fields: {}, credential: { values: {} } };
  const cases: [payload: unknown, options: unknown, sentence: string][] = [
    [undefined, {}, "payload: expected what openToken gives"],
    ["a.b.c.d.e", {}, "payload: expected what openToken gives"],
    [payload, null, "options: expected an object"],
    [payload, { fetsh: fetch }, "fetsh: expected no such member; remove it"],
    [payload, { fetch: "http://127.0.0.1:8082" }, "fetch: expected a function"],
    [payload, { deadlineMs: "8000" }, "deadlineMs: expected milliseconds"],
  ];
  for (const [given, options, sentence] of cases)
    assert.throws(() => readCheckOptions(given as never, options as never), {
      name: "TypeError",
      message: `checkCredential: ${sentence}`,
    });
  assert.deepEqual(readCheckOptions(payload as never, {}), {});
});
