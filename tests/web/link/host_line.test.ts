import type { Step } from "../../../web/types/index.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FromPage, Snapshot } from "../../../web/types/port.ts";
import { readFromPage, readToPage } from "../../../web/types/port_check.ts";
import { createHostLine } from "../../../web/link/host/host_line.ts";
import { aliveDuring, type HostPort } from "../../../web/link/host/port.ts";
import { createSession } from "../../../web/link/host/session.ts";
import {
  isFresh,
  keepReview,
  keepSuccess,
  packSnapshot,
  unpackSnapshot,
  wantsTextView,
  wasReviewed,
  withView,
} from "../../../web/link/host/kept.ts";

function line() {
  const sent: FromPage[] = [];
  const send = (message: FromPage) => void sent.push(message);
  const session = createSession("5e55", () => new Date(0));
  let closed = 0;
  const keep = (at: Snapshot) => send({ type: "snapshot", ...at });
  const port = { send, sendUntilAck: send, unheard: () => null, close() {} };
  const made = createHostLine(port, session, keep, () => closed++);
  return { ...made, sent, closed: () => closed };
}

const stamped = { sessionId: "5e55", timestamp: "1970-01-01T00:00:00.000Z" };

test("an event goes out with session id and time", () => {
  const { world, sent } = line();
  world.notify({ name: "SELECT_PROVIDER", provider: "workable", step: "provider" });
  assert.deepEqual(sent, [
    { type: "event", event: { name: "SELECT_PROVIDER", provider: "workable", step: "provider", ...stamped } },
  ]);
});

test("an exit is told once, when the flow closes", () => {
  const { world, sent, closed } = line();
  const metadata = { provider: null, step: "provider", reason: "escape", lastError: null } as const;
  world.exit(null, metadata);
  assert.deepEqual(sent, []);
  world.close();
  assert.deepEqual(sent, [{ type: "exit", error: null, metadata: { ...metadata, ...stamped } }]);
  assert.equal(closed(), 1);
});

test("a silent close after success still takes the dialog away, with the last place", () => {
  const { world, sent } = line();
  world.success("token", {
    provider: "workable",
    step: "connected",
    method: "api_key",
    subdomain: "acme",
    account: null,
    scopes: { granted: [], missing: [], unverified: [] },
    keyExpiresAt: null,
  });
  world.close();
  const exit = sent[1];
  assert.ok(exit?.type === "exit");
  assert.deepEqual([exit.error, exit.metadata.provider, exit.metadata.step], [null, "workable", "connected"]);
});

test("every message has the shape that the opener accepts", () => {
  const { world, sent } = line();
  world.notify({ name: "OPEN", provider: null, step: "provider" });
  world.exit(null, { provider: null, step: "provider", reason: "host", lastError: null });
  world.close();
  world.reply(1, true);
  world.help("api_key", undefined);
  world.snapshot("subdomain", "workable", { subdomain: "acme" });
  for (const message of sent) assert.deepEqual(readFromPage(message), message);
  assert.equal(sent.length, 5);
});

test("a host's exit is heard at once and answered once the user keeps going", async () => {
  const { world, sent, exitAsked, shown } = line();
  shown("api_key");
  exitAsked(7);
  world.reply(7, false);
  shown("close_question");
  await Promise.resolve();
  assert.deepEqual(sent, [{ type: "reply", n: 7, ok: true }]);
  shown("api_key");
  assert.deepEqual(sent[1], { type: "reply", n: 7, ok: false });
});

test("a host's exit that the flow turns down without asking is answered at once", async () => {
  const { world, sent, exitAsked } = line();
  exitAsked(3);
  world.reply(3, false);
  await Promise.resolve();
  assert.deepEqual(sent.at(-1), { type: "reply", n: 3, ok: false });
});

test("a host's exit that closes is not answered again", async () => {
  const { world, sent, exitAsked } = line();
  exitAsked(3);
  world.exit(null, { provider: null, step: "provider", reason: "host", lastError: null });
  world.reply(3, true);
  world.close();
  await Promise.resolve();
  assert.deepEqual(
    sent.map(({ type }) => type),
    ["reply", "exit"],
  );
});

test("a snapshot survives the port with its provider", () => {
  const packed = packSnapshot("subdomain", "workable", { subdomain: "acme" });
  const message = readToPage({ type: "open", config: {}, snapshot: packed });
  assert.ok(message?.type === "open" && message.snapshot);
  const of: (string | undefined)[] = [];
  const reviewed = (provider: string | undefined): boolean => of.push(provider) > 0;
  const read = { step: "subdomain", provider: "workable", fields: { subdomain: "acme" } };
  assert.deepEqual(unpackSnapshot(message.snapshot, reviewed), read);
  assert.deepEqual(of, ["workable"]);
});

test("S6 without a review of what is asked for now a snapshot leads to the permissions at most", () => {
  const at = (step: Step): unknown =>
    (unpackSnapshot(packSnapshot(step, "workable", {}), () => false) as { step: Step }).step;
  for (const step of ["subdomain", "api_key", "verifying", "connected", "failed"] as const)
    assert.equal(at(step), "permissions");
  for (const step of ["provider", "method", "admin", "invite", "permissions"] as const) assert.equal(at(step), step);
});

test("S6 a review is written to the session history once, and anew where what is asked for has changed", (context) => {
  const written: unknown[] = [];
  const history = {
    get state() {
      return written.at(-1) ?? null;
    },
    replaceState: (state: unknown) => void written.push(state),
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, "history") ?? { configurable: true, value: undefined };
  Object.defineProperty(globalThis, "history", { configurable: true, value: history });
  context.after(() => Object.defineProperty(globalThis, "history", before));
  for (let step = 0; step < 3; step++) keepReview({}, "workable");
  assert.equal(written.length, 1);
  keepReview({ scopes: { required: ["jobs"] } }, "workable");
  assert.equal(written.length, 2);
  assert.deepEqual(
    [wasReviewed({ scopes: { required: ["jobs"] } }, "workable"), wasReviewed({}, "workable")],
    [true, false],
  );
  for (let times = 0; times < 2; times++) keepSuccess();
  assert.equal(written.length, 3);
});

test("a snapshot without a provider has none", () => {
  assert.deepEqual(
    unpackSnapshot(packSnapshot("provider", null, {}), () => false),
    { step: "provider", fields: {} },
  );
  assert.equal(
    unpackSnapshot({ step: "of another version" as "provider", fields: {} }, () => true),
    null,
  );
});

test("while something is fetched the host hears a sign every four seconds, and none after it", async (context) => {
  context.mock.timers.enable({ apis: ["setInterval"] });
  const sent: string[] = [];
  const port = { send: ({ type }: { type: string }) => void sent.push(type) } as unknown as HostPort;
  for (const fails of [false, true]) {
    let settle = (): void => {};
    const fetched = aliveDuring(
      port,
      new Promise<void>((yes, no) => (settle = () => (fails ? no(new Error("late")) : yes()))),
    ).catch(() => {});
    context.mock.timers.tick(12_000);
    assert.deepEqual(sent.splice(0), ["loading", "loading", "loading"]);
    settle();
    await fetched;
    context.mock.timers.tick(12_000);
    assert.deepEqual(sent, []);
  }
});

test("the Text view that a person wants travels with a snapshot, and is no field", () => {
  const packed = withView(packSnapshot("subdomain", "workable", { subdomain: "acme" }), true);
  assert.ok(wantsTextView(packed));
  assert.ok(!wantsTextView(withView(packSnapshot("provider", null, {}), false)));
  assert.deepEqual(
    unpackSnapshot(packed, () => true),
    {
      ...{ step: "subdomain", provider: "workable", fields: { subdomain: "acme" } },
    },
  );
});

test("what the walk begins with anyhow is nothing that was kept", () => {
  const prefill = { subdomain: "acme" };
  const at = (step: Step, provider: string | null, fields: Record<string, string> = {}) =>
    withView(packSnapshot(step, provider, fields), true);
  for (const [snapshot, config] of [
    [at("provider", null), {}],
    [at("method", "workable"), { provider: "workable" }],
    [at("method", "workable", prefill), { provider: "workable", prefill }],
    [at("api_key", "workable", prefill), { mode: "relink", provider: "workable", prefill }],
  ] as const)
    assert.ok(isFresh(snapshot, config), JSON.stringify(snapshot));
  for (const [snapshot, config] of [
    [at("method", "workable"), {}],
    [at("provider", "workable"), {}],
    [at("admin", "workable"), { provider: "workable" }],
    [at("method", "workable", { subdomain: "globex" }), { provider: "workable", prefill }],
    [at("api_key", "workable", { subdomain: "globex" }), { mode: "relink", provider: "workable", prefill }],
  ] as const)
    assert.ok(!isFresh(snapshot, config), JSON.stringify(snapshot));
});
