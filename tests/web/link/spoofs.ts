import type { HelloEvent } from "../../../web/link/host/port.ts";
import { toPage } from "../opener/port_messages.ts";

export type Pick = (below: number) => number;

/** xorshift32: the same messages at every run. */
export function randomPicks(seed: number): Pick {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const from = <T>(list: readonly T[], pick: Pick): T => list[pick(list.length)] as T;
const word = (pick: Pick): string => pick(0xffffffff).toString(36);

const junk: readonly unknown[] = [null, undefined, 0, 1, Number.NaN, "", "hello", true, [], {}, ["x"], Symbol.iterator];

/** What is not a nonce of 32 lower-case hexadecimal digits. */
const wrongNonces: readonly ((pick: Pick) => unknown)[] = [
  (pick) => from(junk, pick),
  (pick) => word(pick),
  (pick) => `${word(pick)}z`.padEnd(32, "0"),
  (pick) =>
    word(pick)
      .replace(/[^0-9a-f]/g, "0")
      .padEnd(33, "a"),
  () => "0123456789ABCDEF0123456789ABCDEF",
  () => ["0123456789abcdef0123456789abcdef"],
];

/** A hello that is wrong in one way or in several, by construction: never one that must be taken. */
export function spoofHello(right: HelloEvent, pick: Pick): HelloEvent {
  const spoof: HelloEvent = { ...right };
  const ways = [
    () => (spoof.source = from([null, undefined, {}, "parent", { ...(right.source as object) }], pick)),
    () => (spoof.ports = from([[], [...right.ports, ...right.ports]], pick)),
    () => (spoof.data = from(junk, pick)),
    () => (spoof.data = { ...(right.data as object), atsLink: from([0, 2, "1", true, null, [1], {}], pick) }),
    () => (spoof.data = { ...(right.data as object), nonce: from(wrongNonces, pick)(pick) }),
    () => (spoof.data = JSON.stringify(right.data)),
    () => (spoof.data = [right.data]),
    () => (spoof.data = { nested: right.data }),
    () => (spoof.data = from<unknown>(toPage, pick)),
  ];
  for (let count = 1 + pick(3); count > 0; count--) from(ways, pick)();
  return spoof;
}

/** A message that no correct host sends, by construction; its configuration, if any, is right. */
export function messageOf(pick: Pick): unknown {
  const message = structuredClone(from(toPage, pick)) as Record<string, unknown>;
  const ways: (() => unknown)[] = [
    () => ({ ...message, [`x${word(pick)}`]: from(junk.slice(2, 10), pick) }),
    () => ({ ...message, type: from(junk, pick) }),
    () => ({ ...message, type: from(["constructor", "__proto__", "toString", "event", "success", word(pick)], pick) }),
    () => from(junk, pick),
    () => [message],
    () => JSON.stringify(message),
    () => ({ ...message, filler: "x".repeat(16_385) }),
    () => ({ type: "open" }),
    () => ({ type: "back", n: from(["1", null, [1], {}], pick) }),
    () => ({ type: "exit", n: 1, force: from([0, "yes", null, []], pick) }),
    () => ({ type: "exit", n: 1, force: true, reason: word(pick) }),
    () => ({ type: "open", config: {}, snapshot: { step: from([1, null, []], pick), fields: {} } }),
    () => ({ type: "open", config: {}, snapshot: { step: "api_key", fields: { api_key: from([1, null, []], pick) } } }),
  ];
  return from(ways, pick)();
}
