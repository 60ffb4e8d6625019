import assert from "node:assert/strict";
import type { Expectation, RelayCase, UpstreamTarget } from "./case.ts";
import type { Engine } from "./engine.ts";
import { sendRaw, type RawAnswer } from "./raw_http.ts";
import type { Upstream } from "./upstream.ts";

/** Every header that contract and engines may put on an answer; of what the ATS sent none is left. */
const ownHeaders = [
  ...["cache-control", "content-length", "content-type", "cross-origin-resource-policy", "vary"],
  ...[
    "x-content-type-options",
    "allow",
    "retry-after",
    "connection",
    "date",
    "keep-alive",
    "server",
    "transfer-encoding",
  ],
  ...["allow-origin", "expose-headers", "allow-methods", "allow-headers", "max-age"].map(
    (name) => `access-control-${name}`,
  ),
];

/** What this engine must answer, or undefined where the case says nothing of its kind. */
export function expectationFor(engine: Engine, { expect, status, hidden }: RelayCase): Expectation | undefined {
  const { statusOnly, hides } = engine;
  if (hidden && hides.includes(hidden.what)) return hidden.expect;
  return !statusOnly || status === "same" ? expect : status;
}

/** Each case has a key and a client address of its own, so that cases can run side by side. */
export async function runCase(engine: Engine, upstream: Upstream, relayCase: RelayCase, number: number): Promise<void> {
  const expected = expectationFor(engine, relayCase);
  assert(expected);
  const key = `case${String(number).padStart(4, "0")}${"abcdefghijklmnop".repeat(2)}`;
  const clientIp = `127.1.${String(number >> 8)}.${String(number & 255 || 1)}`;
  if (relayCase.upstream) upstream.answers.set(key, relayCase.upstream);
  if (relayCase.token) upstream.tokens.set(key, relayCase.token);
  const { line, headers, body = "" } = relayCase.request;
  const lines = [line, ...headers, ...engine.edge(clientIp), "Connection: close"].map((text) => fill(text, key));
  const request = `${lines.join("\r\n")}\r\n\r\n${fill(body, key)}`;

  let allowed = 0;
  let answer = await sendRaw(engine.port, clientIp, request);
  while (relayCase.untilLimited && answer.status === 200 && ++allowed < 60) {
    answer = await sendRaw(engine.port, clientIp, request);
  }
  if (relayCase.untilLimited) assert(allowed >= 10, `a burst of 10, not ${allowed}`);

  checkAnswer(answer, expected);
  assert(!answer.text.includes(key), "no answer holds the key");
  for (const [name, value] of answer.headers) {
    assert(ownHeaders.includes(name), `no header that is not the relay's: ${name}`);
    assert.doesNotMatch(value, /canary|evil|upstream|1970|2100/, name);
  }

  const wasRefused = Array.isArray(expected.http) && answer.status >= 400;
  const once = [expected.reaches ?? []].flat();
  const reached = wasRefused ? [] : Array.from({ length: relayCase.untilLimited ? allowed : 1 }, () => once).flat();
  const hits = upstream.hits(key);
  assert.equal(hits.length, reached.length, "requests upstream");
  for (const [i, hit] of hits.entries()) {
    const { host, target, method = "GET", headers: own, body = "" } = reached[i] as UpstreamTarget;
    const sent = fill(body, key);
    assert.deepEqual([hit.method, hit.target, hit.body], [method, fill(target, key), sent]);
    const withBody = sent === "" ? {} : { "content-length": String(sent.length) };
    const all = { ...engine.adds, ...withBody, ...own };
    const wanted = Object.entries(all).map(([name, value]) => [name, fill(value, key).replace("{host}", host)]);
    assert.deepEqual(hit.headers.toSorted(), wanted.toSorted());
  }
}

function checkAnswer(answer: RawAnswer, expected: Expectation): void {
  const { http, body, headers = {} } = expected;
  const seen = `${answer.status} ${answer.text.slice(0, 300)}`;
  if (http === "refused") assert(answer.status === 0 || answer.status >= 400, seen);
  else assert([http].flat().includes(answer.status), seen);
  if (body !== undefined) {
    assert.deepEqual(JSON.parse(answer.body), body);
    assert.equal(answer.headers.get("cache-control"), "no-store");
  }
  for (const [name, value] of Object.entries(headers)) assert.equal(answer.headers.get(name) ?? null, value, name);
  if (http === 429) assert.match(answer.headers.get("retry-after") ?? "", /^[1-9][0-9]{0,3}$/);
}

const fill = (text: string, key: string) =>
  text
    .replaceAll("{key}", key)
    .replaceAll("{client}", Buffer.from(`client-7:${key}`).toString("base64"))
    .replaceAll("{service}", Buffer.from(`SERVICE-1:${key}`).toString("base64"))
    .replaceAll("{basic}", Buffer.from(`${key}:`).toString("base64"))
    .replaceAll("{pair}", Buffer.from(JSON.stringify({ api_key: key, secret_key: key })).toString("base64url"));
