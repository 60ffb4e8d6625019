import assert from "node:assert/strict";
import { test } from "node:test";
import { awaitHello, createIgnored, type HelloEvent, openHostPort } from "../../../web/link/host/port.ts";
import { messageOf, randomPicks, spoofHello } from "./spoofs.ts";

const SPOOFS = 100_000;
const nonce = "0123456789abcdef0123456789abcdef";

/** A window that hears what a test says, without cloning it: the check itself is meant, not the channel. */
function listeningWindow() {
  let listener: (event: HelloEvent) => void = () => {};
  const parent = { window: "parent" };
  const window = {
    parent,
    addEventListener: (_type: string, given: typeof listener) => (listener = given),
  } as unknown as Window;
  return { window, parent, hear: (event: HelloEvent) => listener(event) };
}

const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  const open = Symbol("open");
  return (await Promise.race([promise, new Promise((done) => setImmediate(done, open))])) !== open;
};

test("of 100,000 spoofed hellos none is taken, each is counted, and the right one still is", async () => {
  const { window, parent, hear } = listeningWindow();
  const ignored = createIgnored();
  const hello = awaitHello(window, ignored);
  const port = {} as MessagePort;
  const right: HelloEvent = {
    source: parent,
    origin: "https://app.example.com",
    data: { atsLink: 1, nonce },
    ports: [port],
  };
  const pick = randomPicks(20260104);
  for (let i = 0; i < SPOOFS; i++) hear(spoofHello(right, pick));
  const accepted = (await settled(hello)) ? 1 : 0;
  console.log(`spoofed messages: ${String(SPOOFS)}, accepted: ${String(accepted)}`);
  assert.equal(accepted, 0);
  assert.equal(ignored.count, SPOOFS);
  hear(right);
  assert.equal((await hello).port, port);
  hear({ ...right, data: { atsLink: 1, nonce: "f".repeat(32) } });
  assert.equal((await hello).nonce, nonce, "a second handshake replaces nothing");
  assert.equal(ignored.count, SPOOFS + 1);
});

test("of 100,000 malformed messages on the port none is received or refused, and each is counted", () => {
  const port = { postMessage() {}, close() {} } as unknown as MessagePort;
  const ignored = createIgnored();
  const taken: unknown[] = [];
  const take = (said: unknown): void => void taken.push(said);
  openHostPort(port, { receive: take, refuse: take, skewed: take }, ignored, "0.1.0");
  const pick = randomPicks(20260105);
  for (let i = 0; i < SPOOFS; i++) port.onmessage?.({ data: messageOf(pick) } as MessageEvent);
  console.log(`spoofed messages: ${String(SPOOFS)}, accepted: ${String(taken.length)}`);
  assert.deepEqual(taken, []);
  assert.equal(ignored.count, SPOOFS);
});
