import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../../web/link/backend.ts";
import { createBackendLine } from "../../../web/link/backend_line.ts";

const url = "https://api.example.com/link";

/** A backend line on a scripted fetch; `settled` waits for what it posts. */
function scripted(answer: () => Response | Promise<Response>, online = true) {
  const requests: { url: string; init: RequestInit }[] = [];
  const posted: object[] = [];
  const send = (async (address: string, init: RequestInit) => {
    requests.push({ url: address, init });
    return answer();
  }) as typeof fetch;
  const line = createBackendLine(
    createBackend(url, send, () => online),
    (message) => posted.push(message),
  );
  const settled = () => new Promise((done) => setTimeout(done, 10));
  return { line, requests, posted, settled };
}

test("a hand-over is POSTed as JSON without cookies, and its ref comes back", async () => {
  const { line, requests, posted, settled } = scripted(() => Response.json({ ref: "r1" }));
  line.world.postToken(4, "token");
  await settled();
  const request = requests[0]!;
  assert.equal(request.url, url);
  assert.deepEqual(
    [request.init.method, request.init.credentials, request.init.redirect, request.init.body],
    ["POST", "omit", "error", '{"op":"handover","token":"token"}'],
  );
  assert.deepEqual(posted, [{ type: "handed_over", attempt: 4, ref: "r1" }]);
});

/** Never ends, and tells how much of it was read. */
let sent = 0;
const endless = () =>
  new Response(
    new ReadableStream({
      pull(stream) {
        sent += 16_384;
        stream.enqueue(new Uint8Array(16_384));
      },
    }),
  );

const failures: [what: string, answer: () => Response | Promise<Response>, code: string, online?: boolean][] = [
  ["401", () => new Response("", { status: 401 }), "SESSION_EXPIRED"],
  ["404", () => new Response("", { status: 404 }), "SESSION_EXPIRED"],
  ["410", () => new Response("", { status: 410 }), "SESSION_EXPIRED"],
  ["429", () => new Response("", { status: 429 }), "HANDOVER_FAILED"],
  ["503", () => new Response("", { status: 503 }), "HANDOVER_FAILED"],
  ["an answer without ref", () => Response.json({}), "HANDOVER_FAILED"],
  ["an answer that is no JSON", () => new Response("<html>"), "HANDOVER_FAILED"],
  ["a long answer", () => new Response("x".repeat(70_000)), "HANDOVER_FAILED"],
  ["an endless answer", endless, "HANDOVER_FAILED"],
  ["no answer", () => Promise.reject(new TypeError("Failed to fetch")), "HANDOVER_FAILED"],
  ["no network", () => Promise.reject(new TypeError("Failed to fetch")), "OFFLINE", false],
  ["its own time limit", () => Promise.reject(new DOMException("late", "TimeoutError")), "HANDOVER_FAILED"],
];
for (const [what, answer, code, online] of failures) {
  test(`a hand-over fails with ${code} on ${what}`, async () => {
    const { line, posted, settled } = scripted(answer, online);
    line.world.postToken(1, "token");
    await settled();
    assert.deepEqual(posted, [{ type: "handover_failed", attempt: 1, code }]);
  });
}

test("of an endless answer no more is read than an answer can have", () => {
  assert.ok(sent > 0 && sent <= 8 * 16_384, `${sent} bytes`);
});

test("a session is passed on with the members that the flow reads", async () => {
  const body = { organisation: "Acme", requester: "Kim", scopes: { required: ["r_jobs"] }, expiresAt: "2026-12-01" };
  const { line, posted, settled } = scripted(() => Response.json(body));
  line.world.askSession(1, "nonce");
  await settled();
  const { expiresAt: _, ...known } = body;
  assert.deepEqual(posted, [{ type: "session", attempt: 1, ...known }]);
});

test("a session that is over is refused", async () => {
  const { line, posted, settled } = scripted(() => new Response("", { status: 410 }));
  line.world.askSession(1, "nonce");
  await settled();
  assert.deepEqual(posted, [{ type: "session_refused", attempt: 1, code: "SESSION_EXPIRED" }]);
});

test("a verification brings the probes' answers", async () => {
  const probes = { jobs: { status: 200, body: "ok" } };
  const { line, posted, settled } = scripted(() => Response.json({ probes }));
  line.verify(2, "token");
  await settled();
  assert.deepEqual(posted, [{ type: "backend_answer", attempt: 2, probes }]);
});

test("an aborted attempt is answered by nothing", async () => {
  const { line, requests, posted, settled } = scripted(
    () => new Promise((_, reject) => setTimeout(() => reject(new DOMException("gone", "AbortError")), 5)),
  );
  line.world.postToken(1, "token");
  line.world.abort(1);
  await settled();
  assert.equal(requests[0]?.init.signal?.aborted, true);
  assert.deepEqual(posted, []);
});
