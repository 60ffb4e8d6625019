import assert from "node:assert/strict";
import { test } from "node:test";
import { readFromPage, readToPage } from "../../../web/types/port_check.ts";
import { fromPage, toPage } from "./port_messages.ts";

for (const message of fromPage)
  test(`${JSON.stringify(message).slice(0, 60)} from the page is read as it is, and is nothing to the page`, () => {
    assert.deepEqual(readFromPage(message), message);
    if (message.type !== "exit") assert.equal(readToPage(message), null);
  });

for (const message of toPage)
  test(`${JSON.stringify(message).slice(0, 60)} from the host is read as it is, and is nothing to the host`, () => {
    assert.deepEqual(readToPage(message), message);
    assert.equal(readFromPage(message), null);
  });

/** Nothing that the opener looks at: it is kept for the page, or for whoever watches. */
const passed = ["ready version", "snapshot fields"];

test("a message without any one of its members is refused", () => {
  const optional = new Set(["open snapshot", "open version", "exit reason", ...passed]);
  for (const [read, messages] of [
    [readFromPage, fromPage],
    [readToPage, toPage],
  ] as const)
    for (const message of messages)
      for (const member of Object.keys(message).filter((name) => !optional.has(`${message.type} ${name}`))) {
        const { [member as "type"]: _gone, ...rest } = message;
        assert.equal(read(rest), null, `${message.type} without ${member}`);
      }
});

test("a member of the wrong type is refused", () => {
  for (const message of fromPage)
    for (const member of Object.keys(message).filter((name) => !passed.includes(`${message.type} ${name}`)))
      for (const wrong of [undefined, [], Symbol, 0n, () => 0])
        assert.equal(readFromPage({ ...message, [member]: wrong }), null, `${message.type}.${member}`);
});

test("what a host is told of an error, of scopes and of a late success is whole, or the message is nothing", () => {
  const event = fromPage.find((message) => message.type === "event" && message.event.name === "ERROR");
  const success = fromPage.find((message) => message.type === "success");
  const exit = fromPage.find((message) => message.type === "exit");
  assert.ok(event?.type === "event" && success?.type === "success" && exit);
  const { type: _type, ...handed } = success;
  assert.notEqual(readFromPage({ ...exit, success: handed }), null);
  const { scopes } = success.metadata;
  const wrong = [
    { ...event, event: { ...event.event, error: undefined } },
    { ...event, event: { ...event.event, error: null } },
    { ...event, event: { ...event.event, error: { code: "TIMEOUT" } } },
    ...[undefined, null, "r_jobs", [scopes]].map((each) => ({
      ...success,
      metadata: { ...success.metadata, scopes: each },
    })),
    ...[null, true, {}, { ...handed, publicToken: 5 }, { ...handed, metadata: {} }].map((each) => ({
      ...exit,
      success: each,
    })),
  ];
  for (const message of wrong) assert.equal(readFromPage(message), null, JSON.stringify(message));
});

test("a height that JSON cannot say is refused", () => {
  for (const height of [NaN, Infinity]) assert.equal(readFromPage({ type: "size", height }), null);
});

test("unknown members are let through from the page and refused from the host", () => {
  assert.notEqual(readFromPage({ type: "size", height: 1, newer: true }), null);
  assert.equal(readToPage({ type: "ack", newer: true }), null);
  assert.equal(readToPage({ type: "open", config: { relay: "https://evil.example" } }), null);
  assert.equal(readToPage({ type: "open", config: JSON.parse(`{"__proto__":{}}`) as object }), null);
  assert.equal(readToPage({ type: "update", patch: { brand: { name: "x", logoUrl: "y" } } }), null);
  assert.equal(readToPage({ type: "exit", n: 1, force: false, reason: "bored" }), null);
});

test("names that every object has are no message types", () => {
  for (const type of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    for (const read of [readFromPage, readToPage]) assert.equal(read({ type }), null, type);
});

test("16 KiB of UTF-8 is the limit, to the byte", () => {
  const sized = (bytes: number, unit = "a"): object => {
    const message = { type: "snapshot", step: "subdomain", fields: { subdomain: "" } };
    const rest = bytes - JSON.stringify(message).length;
    message.fields.subdomain = unit.repeat(Math.ceil(rest / Buffer.byteLength(unit)));
    return message;
  };
  assert.notEqual(readFromPage(sized(16384)), null);
  assert.equal(readFromPage(sized(16385)), null);
  assert.equal(readFromPage(sized(16390, "é")), null);
});

test("cycles, getters that throw and exotic values are refused without an exception", () => {
  const cycle: Record<string, unknown> = { type: "ready", version: "1" };
  cycle["self"] = cycle;
  const trap = {
    type: "ready",
    get version() {
      throw new Error("touched");
    },
  };
  for (const value of [cycle, trap, null, undefined, 1, "ready", [], new Map(), Symbol("x"), () => 0, 1n])
    for (const read of [readFromPage, readToPage]) assert.equal(read(value), null);
});
