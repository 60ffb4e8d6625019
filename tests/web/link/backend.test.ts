import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../../web/link/backend/backend.ts";
import { wrongInAnswer } from "../../../web/link/backend/backend_answer.ts";
import { createBackendLine } from "../../../web/link/backend/backend_line.ts";
import type { Sealer } from "../../../web/link/seal/seal.ts";

const url = "https://api.example.com/link";

/** Whatever else was to come of what is there has come. */
const turn = () => new Promise((done) => setImmediate(done));

/** A backend line on a scripted fetch; `settled` waits for what it posts. */
function scripted(answer: () => Response | Promise<Response>, online = true, chunk = true) {
  const requests: { url: string; init: RequestInit }[] = [];
  const posted: object[] = [];
  const { promise: first, resolve: post } = Promise.withResolvers<object>();
  const send = (async (address: string, init: RequestInit) => {
    requests.push({ url: address, init });
    return answer();
  }) as typeof fetch;
  const line = createBackendLine(
    createBackend(url, send, () => online),
    (message) => {
      posted.push(message);
      post(message);
    },
    () => (chunk ? Promise.resolve({ wrongInAnswer } as Sealer) : Promise.reject(new Error("not loaded"))),
  );
  const settled = () => first.then(turn);
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
    const [{ detail, ...told } = {}] = posted as { detail?: string }[];
    assert.deepEqual([told, posted.length], [{ type: "handover_failed", attempt: 1, code }, 1]);
    assert.equal(typeof detail, code === "OFFLINE" ? "undefined" : "string", "a developer is told what was wrong");
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
  assert.deepEqual(posted, [{ type: "session_refused", attempt: 1, code: "SESSION_EXPIRED", detail: "HTTP 410" }]);
});

test("a verification brings the probes' answers", async () => {
  const probes = { jobs: { status: 200, body: "ok" } };
  const { line, posted, settled } = scripted(() => Response.json({ probes }));
  line.verify(2, "token");
  await settled();
  assert.deepEqual(posted, [{ type: "backend_answer", attempt: 2, probes }]);
});

test("an aborted attempt is answered by nothing", async () => {
  const { promise: answer, reject } = Promise.withResolvers<Response>();
  const { line, requests, posted } = scripted(() => answer);
  line.world.postToken(1, "token");
  line.world.abort(1);
  reject(new DOMException("gone", "AbortError"));
  await turn();
  assert.equal(requests[0]?.init.signal?.aborted, true);
  assert.deepEqual(posted, []);
});

type Op = "session" | "verify" | "handover";
const session = { organisation: "Acme", expiresAt: "2026-12-01T00:00:00Z" };
const ok = { status: 200, body: "ok" };
const wrong: [op: Op, body: object, detail: string][] = [
  ["session", {}, "session.organisation: missing"],
  ["session", { ...session, organisation: "" }, "session.organisation: expected a text of 1 to 200 characters"],
  [
    "session",
    { ...session, organisation: "a".repeat(201) },
    "session.organisation: expected a text of 1 to 200 characters",
  ],
  ["session", { ...session, requester: null }, "session.requester: expected a text of 1 to 200 characters"],
  ["session", { ...session, requester: ["Kim"] }, "session.requester: expected a text of 1 to 200 characters"],
  ["session", { ...session, provider: 7 }, "session.provider: expected a text of 1 to 64 characters"],
  ["session", { ...session, scopes: null }, "session.scopes: expected an object"],
  ["session", { ...session, scopes: [] }, "session.scopes: expected an object"],
  ["session", { ...session, scopes: { required: "r_jobs" } }, "session.scopes.required: expected a list of at most 64"],
  [
    "session",
    { ...session, scopes: { required: [1] } },
    "session.scopes.required[0]: expected a text of 1 to 64 characters",
  ],
  ["session", { ...session, scopes: { wanted: [] } }, "session.scopes.wanted: no such member"],
  ["session", { ...session, expiresAt: 1795000000 }, "session.expiresAt: expected a text of 1 to 64 characters"],
  ["verify", {}, "verify.probes: missing"],
  ["verify", { probes: [] }, "verify.probes: expected an object"],
  ["verify", { probes: null }, "verify.probes: expected an object"],
  ["verify", { probes: { jobs: "ok" } }, "verify.probes.jobs: expected an object"],
  ["verify", { probes: { jobs: {} } }, "verify.probes.jobs.status: missing"],
  [
    "verify",
    { probes: { jobs: { status: "200", body: "ok" } } },
    "verify.probes.jobs.status: expected a whole number from 100 to 599",
  ],
  [
    "verify",
    { probes: { jobs: { status: 0, body: "ok" } } },
    "verify.probes.jobs.status: expected a whole number from 100 to 599",
  ],
  [
    "verify",
    { probes: { jobs: { status: 200, body: {} } } },
    'verify.probes.jobs.body: expected "ok", "json" or "other"',
  ],
  [
    "verify",
    { probes: { jobs: { ...ok, error: {} } } },
    "verify.probes.jobs.error: expected a text of 1 to 800 characters",
  ],
  [
    "verify",
    { probes: { jobs: ok, accounts: { ...ok, accounts: {} } } },
    "verify.probes.accounts.accounts: expected a list of at most 200",
  ],
  [
    "verify",
    { probes: { jobs: { ...ok, account: { name: 1 } } } },
    "verify.probes.jobs.account.name: expected a text of 1 to 200 characters",
  ],
  ["verify", { probes: { jobs: { relay: 1 } } }, "verify.probes.jobs.relay: expected a text of 1 to 64 characters"],
  ["handover", {}, "handover.ref: missing"],
  ["handover", { ref: "" }, "handover.ref: expected a text of 1 to 4096 characters"],
  ["handover", { ref: 7 }, "handover.ref: expected a text of 1 to 4096 characters"],
  ["handover", { ref: "r".repeat(4097) }, "handover.ref: expected a text of 1 to 4096 characters"],
  ["handover", { ref: "\u65e5\u672c" }, "handover.ref: expected a text of 1 to 4096 characters"],
];
const failedAs = { session: "session_refused", verify: "backend_failed", handover: "handover_failed" };

for (const [op, body, detail] of wrong)
  test(`an answer of another shape fails at once and says what is wrong: ${detail} ${JSON.stringify(body).slice(0, 40)}`, async () => {
    const { line, posted, settled } = scripted(() => Response.json(body));
    if (op === "session") line.world.askSession(3, "nonce");
    else if (op === "verify") line.verify(3, "token");
    else line.world.postToken(3, "token");
    await settled();
    assert.deepEqual(posted, [{ type: failedAs[op], attempt: 3, code: "HANDOVER_FAILED", detail }]);
    assert.ok(detail.length <= 200, "the module takes no more");
  });

test("every answer of the documents is taken, whatever else is in it", () => {
  const probes = {
    jobs: { ...ok, rateLimit: { limit: 10, remaining: 9, resetMs: 0 }, account: {}, error: "" },
    accounts: { ...ok, accounts: [{ id: "1", name: "\u65e5".repeat(200), subdomain: "acme" }], more: 1 },
    other: { relay: "timeout" },
  };
  const scopes = { required: ["r_jobs"], optional: [] };
  assert.equal(wrongInAnswer("session", { ...session, requester: "Kim", provider: "workable", scopes, more: 1 }), null);
  assert.equal(wrongInAnswer("verify", { probes, more: 1 }), null);
  assert.equal(wrongInAnswer("verify", { probes: {} }), null);
  assert.equal(wrongInAnswer("handover", { ref: "r".repeat(4096) }), null);
});

test("where the code that looks at answers does not come, the step can be tried again", async () => {
  const { line, posted, settled } = scripted(() => Response.json({ ref: "r1" }), true, false);
  line.world.postToken(1, "token");
  await settled();
  assert.deepEqual(posted, [{ type: "handover_failed", attempt: 1, code: "LOAD_FAILED" }]);
});
