import assert from "node:assert/strict";
import { test } from "node:test";
import { createIgnored, openHostPort, readHello, wrongMember } from "../../../web/link/host/port.ts";

const parent = { window: "parent" };
const nonce = "0123456789abcdef0123456789abcdef";
const { port1, port2 } = new MessageChannel();
port1.close();
const hello = { source: parent, origin: "https://app.example.com", data: { atsLink: 1, nonce }, ports: [port2] };

test("a hello from the parent with one port is taken", () => {
  assert.deepEqual(readHello(hello, parent), { origin: "https://app.example.com", nonce, port: port2 });
});

const ignored: [what: string, event: object][] = [
  ["another window", { source: { window: "sibling" } }],
  ["no window", { source: null }],
  ["no port", { ports: [] }],
  ["two ports", { ports: [port2, port2] }],
  ["another version", { data: { atsLink: 2, nonce } }],
  ["the version as a text", { data: { atsLink: "1", nonce } }],
  ["no data", { data: null }],
  ["a text", { data: "hello" }],
  ["no nonce", { data: { atsLink: 1 } }],
  ["a short nonce", { data: { atsLink: 1, nonce: "0123" } }],
  ["a nonce that is not hex", { data: { atsLink: 1, nonce: "g".repeat(32) } }],
];
for (const [what, change] of ignored) {
  test(`a hello is ignored with ${what}`, () => {
    assert.equal(readHello({ ...hello, ...change }, parent), null);
  });
}

/** Opens a port on one end and returns the other, with what was received, refused and ignored. */
function line(own = "0.1.0") {
  const { port1: host, port2: page } = new MessageChannel();
  const received: unknown[] = [];
  const refused: unknown[] = [];
  const skewed: unknown[] = [];
  const ignored = createIgnored();
  const listener = {
    receive: (message: unknown) => received.push(message),
    refuse: (wrong: unknown) => refused.push(wrong),
    skewed: (theirs: unknown) => skewed.push(theirs),
  };
  const port = openHostPort(page, listener, ignored, own);
  const settle = async (message: unknown) => {
    // The port's own listener was there first.
    const taken = new Promise((done) => page.addEventListener("message", done, { once: true }));
    host.postMessage(message);
    await taken;
  };
  const end = () => {
    port.close();
    host.close();
  };
  return { host, port, ignored, received, refused, skewed, settle, end };
}

test("known messages are received; unknown and oversized ones are ignored and counted", async () => {
  const { ignored, received, refused, settle, end } = line();
  await settle({ type: "open", config: { provider: "workable" } });
  await settle({ type: "steal" });
  await settle({ type: "back", n: "1" });
  await settle({ type: "open", config: { state: "x".repeat(20_000) } });
  end();
  assert.deepEqual(received, [{ type: "open", config: { provider: "workable" } }]);
  assert.deepEqual(refused, []);
  assert.equal(ignored.count, 3);
});

test("only the first open counts, taken or refused; another is ignored and counted", async () => {
  const first = { type: "open", config: { provider: "workable" } };
  const more = [
    { type: "open", config: { scopes: { required: ["w_candidates"] } } },
    { type: "open", config: {}, snapshot: { step: "connected", fields: {} } },
    { type: "open", config: { relay: "/relay" } },
  ];
  const running = line();
  for (const message of [first, ...more, { type: "resume" }]) await running.settle(message);
  running.end();
  assert.deepEqual(running.received, [first, { type: "resume" }]);
  assert.deepEqual(running.refused, []);
  assert.equal(running.ignored.count, 3);

  const ended = line();
  for (const message of [more[2], first]) await ended.settle(message);
  ended.end();
  assert.deepEqual(ended.received, []);
  assert.equal(ended.refused.length, 1);
  assert.equal(ended.ignored.count, 1);
});

const versions: [own: string, theirs: unknown, fit: boolean][] = [
  ["0.1.0", "0.1.0", true],
  ["0.1.0", "0.1.7", true],
  ["0.1.0", "0.1.0-beta.2+5", true],
  ["0.1.0", undefined, true],
  ["0.1.0", "0.2.0", false],
  ["0.1.0", "0.10.0", false],
  ["0.1.0", "1.0.0", false],
  ["1.0.0", "0.1.0", false],
  ["1.2.3", "1.9.0", true],
  ["1.2.3", "10.2.3", false],
  ["2.0.0", "1.0.0", false],
  ["0.1.0", "", false],
  ["0.1.0", "latest", false],
  ["0.1.0", null, false],
  ["0.1.0", {}, false],
];
for (const [own, theirs, fit] of versions)
  test(`a page of ${own} ${fit ? "takes" : "refuses"} an opener that says ${theirs === undefined ? "no version" : JSON.stringify(theirs)}`, async () => {
    const { received, refused, skewed, ignored, settle, end } = line(own);
    const open = { type: "open", config: {}, ...(theirs !== undefined && { version: theirs }) };
    await settle(open);
    end();
    assert.deepEqual([received, refused, skewed], fit ? [[open], [], []] : [[], [], [theirs]]);
    assert.equal(ignored.count, 0);
  });

test("of an open of another major nothing else is looked at, and no other open is taken after it", async () => {
  const { received, refused, skewed, ignored, settle, end } = line();
  await settle({ type: "open", version: "1.0.0", config: { relay: "/relay" }, nonsense: true });
  await settle({ type: "open", version: "0.1.0", config: {} });
  end();
  assert.deepEqual([received, refused, skewed], [[], [], ["1.0.0"]]);
  assert.equal(ignored.count, 1);
});

test("a host that sends a key, a relay or a backend is refused by that name", async () => {
  for (const field of ["keys", "relay", "endpoint", "publicKey"]) {
    const { received, refused, settle, end } = line();
    await settle({ type: "open", config: { [field]: "https://evil.example" } });
    end();
    assert.deepEqual([received, refused], [[], [{ field, expected: "no such member" }]]);
  }
});

test("a member of the wrong type is named", () => {
  assert.deepEqual(wrongMember({ type: "update", patch: { providers: "workable" } }), {
    field: "providers",
    expected: "another type or value",
  });
});

test("a value that its member cannot have is named down to the member", () => {
  for (const [field, patch] of [
    ["theme", { theme: "blue" }],
    ["theme", { theme: 5 }],
    ["theme", { theme: ["dark"] }],
    ["theme", { theme: null }],
    ["theme.accent", { theme: { scheme: "dark", accent: "blue" } }],
    ["theme.accentDark", { theme: { accentDark: "#12345" } }],
    ["theme.accent", { theme: { accent: 5 } }],
    ["theme.surface", { theme: { surface: "white" } }],
    ["theme.surfaceDark", { theme: { surfaceDark: "#000" } }],
    ["theme.text", { theme: { text: "rgb(0 0 0)" } }],
    ["theme.textDark", { theme: { textDark: "#1234567" } }],
    ["theme.radius", { theme: { radius: 25 } }],
    ["theme.radius", { theme: { radius: "8px" } }],
    ["theme.radius", { theme: { radius: null } }],
    ["theme.density", { theme: { density: "dense" } }],
    ["theme.fontUrl", { theme: { fontUrl: "https://evil.example/x.woff2" } }],
    ["theme.toString", { theme: { toString: "x" } }],
    ["theme.scheme", { theme: { scheme: "night" } }],
    ["theme.font", { theme: { font: "x;y" } }],
    ["mode", { mode: "both" }],
    ["relink.reason", { relink: { reason: "It expired." } }],
  ] as const)
    for (const message of [
      { type: "open", config: patch },
      { type: "update", patch },
    ])
      assert.deepEqual(wrongMember(message), { field, expected: "another type or value" });
  assert.equal(wrongMember({ type: "update", patch: { theme: { font: "Noto Sans, 'Inter'" }, mode: "relink" } }), null);
  const whole = { surface: "#FFFFFF", textDark: "#ffffff", radius: 0, density: "compact" };
  assert.equal(wrongMember({ type: "update", patch: { theme: whole } }), null);
  for (const reason of ["expired", "revoked", "permissions", "other"])
    assert.equal(wrongMember({ type: "update", patch: { relink: { reason } } }), null);
});

test("success is repeated each second until its ack", async (context) => {
  context.mock.timers.enable({ apis: ["setInterval"] });
  const { host, port, settle, end } = line();
  const last = { type: "loading" } as const;
  /** All that the host hears up to a message that is sent now. */
  const heard = () =>
    new Promise<unknown[]>((done) => {
      const all: unknown[] = [];
      host.onmessage = ({ data }: MessageEvent<{ type: string }>) => {
        all.push(data);
        if (data.type === last.type) done(all);
      };
      port.send(last);
    });
  const said = { type: "reply", n: 1, ok: true } as const;
  port.sendUntilAck(said);
  context.mock.timers.tick(1000);
  const before = await heard();
  await settle({ type: "ack" });
  context.mock.timers.tick(5000);
  const after = await heard();
  end();
  assert.deepEqual(before, [said, said, last]);
  assert.deepEqual(after, [last]);
});
