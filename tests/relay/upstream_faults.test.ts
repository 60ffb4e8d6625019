import assert from "node:assert/strict";
import { createConnection } from "node:net";
import { setImmediate } from "node:timers/promises";
import { test } from "node:test";
import type { Fault } from "../../web/sandbox/switches.ts";
import { keys } from "../../web/sandbox/keys.ts";
import { holdDeadline } from "./held_deadline.ts";
import { startRelay, startRelayAndSandbox, whileAsked } from "./support.ts";

const jobs = "workable/jobs?subdomain=acme";

test("redirects are told by their status and never followed, to the same host or another", async (t) => {
  for (const redirectStatus of [301, 302, 303, 307, 308] as const) {
    for (const fault of ["redirect_same_host", "redirect_other_host", "redirect_loop"] as const) {
      const relay = await startRelayAndSandbox(t, { fault, redirectStatus });
      const { response, body } = await relay.probe(jobs);
      assert.deepEqual([response.status, body], [200, { status: redirectStatus, body: "other" }]);
      assert.equal(relay.sandbox.log.all().length, 1, `${fault}: one request only`);
    }
  }
});

const complete: [Fault, unknown][] = [
  ["status_500", { status: 500, body: "json", error: "Internal server error" }],
  ["html_502", { status: 502, body: "other" }],
  ["html_503", { status: 503, body: "other" }],
  ["html_520", { status: 520, body: "other" }],
  ["html_403", { status: 403, body: "other" }],
  ["html_404_long", { status: 404, body: "other" }],
  ["html_200", { status: 200, body: "other" }],
  ["truncated_json", { status: 200, body: "other" }],
  ["empty_200", { status: 200, body: "other" }],
  ["no_content_204", { status: 204, body: "other" }],
  ["wrong_shape", { status: 200, body: "json" }],
  ["deep_json", { status: 200, body: "other" }],
  ["invalid_utf8", { status: 200, body: "other" }],
  ["nested_error", { status: 401, body: "json", error: "invalid_grant" }],
];

for (const [fault, expected] of complete) {
  test(`a complete answer is told with HTTP 200: ${fault}`, async (t) => {
    const relay = await startRelayAndSandbox(t, { fault, rateLimitHeaders: false });
    const { response, body } = await relay.probe(jobs);
    assert.deepEqual([response.status, body], [200, expected]);
  });
}

for (const fault of ["reset", "truncated_transfer", "huge", "gzip_bomb"] as const) {
  test(`without a complete answer it is 502 bad_upstream: ${fault}`, async (t) => {
    const relay = await startRelayAndSandbox(t, { fault });
    const { response, body } = await relay.probe(jobs);
    assert.deepEqual([response.status, body], [502, { relay: "bad_upstream" }]);
  });
}

for (const fault of ["hang", "drip", "slow"] as const) {
  test(`one deadline over headers and body ends in 504 timeout and a closed upstream request: ${fault}`, async (t) => {
    const deadline = holdDeadline(t);
    const relay = await startRelayAndSandbox(t, { fault }, { deadlineMs: deadline.ms });
    const asked = relay.probe(jobs);
    await whileAsked(asked, () => (fault === "drip" ? relay.begun : relay.sandbox.log.all().length) === 1);
    deadline.come();
    const { response, body } = await asked;
    assert.deepEqual([response.status, body, deadline.begun], [504, { relay: "timeout" }, 1]);
    const [request] = relay.sandbox.log.all();
    while (request?.aborted === false) await setImmediate();
    assert.equal(request?.aborted, true);
  });
}

test("an upstream that cannot be reached is 502 bad_upstream", async (t) => {
  const relay = await startRelay(t, "http://127.0.0.1:1");
  const { response, body } = await relay.probe(jobs);
  assert.deepEqual([response.status, body], [502, { relay: "bad_upstream" }]);
});

test("a caller that goes away ends the upstream request", async (t) => {
  const relay = await startRelayAndSandbox(t, { fault: "hang" });
  const abort = new AbortController();
  const headers = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${keys.allScopes.key}` };
  const pending = fetch(`${relay.url}/relay/v1/${jobs}`, { headers, signal: abort.signal });
  while (relay.sandbox.log.all().length === 0) await setImmediate();
  abort.abort();
  await assert.rejects(pending);
  const [request] = relay.sandbox.log.all();
  while (request?.aborted === false) await setImmediate();
  assert.equal(request?.aborted, true);
});

test("a GET with a body, by length or chunked, is 400 and not sent on", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const head = [
    `GET /relay/v1/${jobs} HTTP/1.1`,
    "Host: link.example.com",
    "Sec-Fetch-Site: same-origin",
    `Authorization: Bearer ${keys.allScopes.key}`,
    "Connection: close",
  ].join("\r\n");
  for (const rest of ["Content-Length: 4\r\n\r\nbody", "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n"]) {
    assert.match(await sendRaw(relay.url, `${head}\r\n${rest}`), /^HTTP\/1\.1 400 /);
  }
  assert.equal(relay.sandbox.log.all().length, 0);
});

test("malformed requests never reach upstream", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const tail = `Host: x\r\nSec-Fetch-Site: same-origin\r\nAuthorization: Bearer ${keys.allScopes.key}\r\nConnection: close`;
  const requests = [
    `GET http://evil.example/relay/v1/${jobs} HTTP/1.1\r\n${tail}\r\n\r\n`,
    `CONNECT acme.workable.com:443 HTTP/1.1\r\n${tail}\r\n\r\n`,
    `TRACE /relay/v1/${jobs} HTTP/1.1\r\n${tail}\r\n\r\n`,
    `GET /relay/v1/${jobs} HTTP/1.1\r\n${tail}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `GET /relay/v1/${jobs}\u0000 HTTP/1.1\r\n${tail}\r\n\r\n`,
    `GET /relay/v1/${jobs} HTTP/1.1\r\n${tail}\r\nX-Long: ${"x".repeat(40_000)}\r\n\r\n`,
  ];
  for (const request of requests) assert.doesNotMatch(await sendRaw(relay.url, request), /^HTTP\/1\.1 2/);
  assert.equal(relay.sandbox.log.all().length, 0);
});

/** Sends bytes as they are and returns all that comes back. */
function sendRaw(url: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = createConnection(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    socket.on("error", () => undefined).on("close", () => resolve(answer));
  });
}
