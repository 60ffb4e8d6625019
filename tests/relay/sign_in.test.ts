import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { test, type TestContext } from "node:test";
import type { Provider } from "../../web/relay/provider.ts";
import { holdDeadline, type HeldDeadline } from "./held_deadline.ts";
import { secrets, token, ways, type Sent, type Way } from "./sign_in_ways.ts";
import { startRelay, startUpstream } from "./support.ts";

type Answer = (response: ServerResponse, message: IncomingMessage) => void;

const json =
  (status: number, document: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(document));
  };
const goodToken = json(200, { access_token: token, token_type: "Bearer", expires_in: 3600 });
const goodJobs = json(200, { jobs: [] });

interface Case {
  way: Way;
  /** For each request in the order of coming; the last again for what should not come. */
  answers: Answer[];
  provider?: Provider;
  query?: string;
  deadline?: HeldDeadline;
  /** How often it is asked; once if absent. What is told is of the last time. */
  times?: number;
}

/** What the relay answers, and all that the ATS got. */
async function ask(
  t: TestContext,
  { way, answers, provider = way.provider, query = way.query, deadline, times = 1 }: Case,
) {
  const seen: Sent[] = [];
  const upstream = await startUpstream(t, (message, response) => {
    let body = "";
    message.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    message.on("end", () => {
      const { host: _host, connection: _connection, "content-length": _length, ...headers } = message.headers;
      const { method = "", url: target = "" } = message;
      const posted = method === "POST" ? { method, body } : {};
      seen.push({ target, headers: headers as Record<string, string>, ...posted } as Sent);
      (answers[seen.length - 1] ?? answers.at(-1))?.(response, message);
    });
  });
  const relay = await startRelay(t, upstream, {
    providers: [provider],
    ...(deadline && { deadlineMs: deadline.ms }),
  });
  const probe = () => relay.probe(`made-up/jobs${query}`, way.credential);
  for (let i = 1; i < times; i++) await probe();
  const { response, body } = await probe();
  const told = JSON.stringify([body, Object.fromEntries(response.headers)]);
  for (const secret of secrets) assert(!told.includes(secret.slice(0, 8)), "no answer holds a part of a secret");
  return { status: response.status, body, seen };
}

const isOfToken = ({ sent }: Way) => sent.length === 2;
const before = (way: Way): Answer[] => (isOfToken(way) ? [goodToken] : []);

/** What each failure is told as. A message that repeats every secret is part of each that has a text. */
const echo = `no: ${secrets.join(" ")} ${encodeURIComponent(`?apikey=${secrets[0] ?? ""}`)}`;
const failures: [what: string, answer: Answer, http: number, body: unknown][] = [
  ["401", json(401, { error: "not authorised" }), 200, { status: 401, body: "json", error: "not authorised" }],
  ["401 that repeats the secrets", json(401, { error: echo }), 200, { status: 401, body: "json" }],
  ["403", json(403, { message: "no permission" }), 200, { status: 403, body: "json", error: "no permission" }],
  ["404", json(404, {}), 200, { status: 404, body: "json" }],
  [
    "429",
    json(429, {}, { "X-Rate-Limit-Limit": "10", "Retry-After": "7" }),
    200,
    { status: 429, body: "json", rateLimit: { limit: 10, resetMs: 7000 } },
  ],
  ["503", (response) => response.writeHead(503).end("<h1>Down</h1>"), 200, { status: 503, body: "other" }],
  [
    "a redirect, which is not followed",
    (response) => response.writeHead(307, { Location: "/api.ats.example/elsewhere" }).end(),
    200,
    { status: 307, body: "other" },
  ],
  [
    "200 without what was asked for",
    json(200, { message: "hello" }),
    200,
    { status: 200, body: "json", error: "hello" },
  ],
  ["a page", (response) => response.writeHead(200).end("<p>Hello</p>"), 200, { status: 200, body: "other" }],
  ["more than is read", json(200, { jobs: ["x".repeat(70_000)], access_token: token }), 502, { relay: "bad_upstream" }],
  ["an answer that breaks off", (response) => response.destroy(), 502, { relay: "bad_upstream" }],
];

for (const way of ways) {
  test(`${way.name}: the ATS gets what its file says and nothing else, and its success is told`, async (t) => {
    const { status, body, seen } = await ask(t, { way, answers: [...before(way), goodJobs] });
    assert.deepEqual([status, body], [200, { status: 200, body: "ok" }]);
    assert.deepEqual(seen, way.sent);
  });

  test(`${way.name}: each failure of the probe is told by its own status`, async (t) => {
    for (const [what, answer, http, told] of failures) {
      const { status, body, seen } = await ask(t, { way, answers: [...before(way), answer] });
      assert.deepEqual([what, status, body], [what, http, told]);
      assert.deepEqual(seen, way.sent, what);
    }
  });

  test(`${way.name}: an ATS that never answers is 504 timeout`, async (t) => {
    const deadline = holdDeadline(t);
    const { status, body, seen } = await ask(t, { way, answers: [...before(way), () => deadline.come()], deadline });
    assert.deepEqual([status, body, seen], [504, { relay: "timeout" }, way.sent]);
  });
}

for (const way of ways.filter(isOfToken)) {
  test(`${way.name}: each failure of the token request is told as the probe's, and the probe is not sent`, async (t) => {
    for (const [what, answer, http, told] of failures) {
      const { status, body, seen } = await ask(t, { way, answers: [answer, goodJobs] });
      assert.deepEqual([what, status, body], [what, http, told]);
      assert.deepEqual(seen, way.sent.slice(0, 1), what);
    }
  });

  test(`${way.name}: one deadline counts for token and probe together`, async (t) => {
    for (const given of [[], [goodToken]]) {
      const deadline = holdDeadline(t);
      const answers = [...given, () => deadline.come()];
      const { status, body, seen } = await ask(t, { way, answers, deadline });
      assert.deepEqual([status, body, seen.length], [504, { relay: "timeout" }, answers.length]);
      assert.equal(deadline.begun, 1);
    }
  });

  test(`${way.name}: 400 with invalid_client is a wrong credential, unless the file says what it means`, async (t) => {
    const wrong = json(400, { error: "invalid_client", error_description: `unknown ${secrets.join()}` });
    const body = { status: 400, body: "json", error: "invalid_client" };
    assert.deepEqual((await ask(t, { way, answers: [wrong] })).body, { ...body, status: 401 });
    for (const condition of ["400", "400:invalid_client", "text:Invalid_Client"]) {
      const provider = { ...way.provider, verdict: { [condition]: "account" } };
      assert.deepEqual((await ask(t, { way, answers: [wrong], provider })).body, body, condition);
    }
    for (const other of ["invalid_scope", "invalid_request"]) {
      const said = (await ask(t, { way, answers: [json(400, { error: other })] })).body;
      assert.deepEqual(said, { ...body, error: other });
    }
  });

  test(`${way.name}: what could not be a bearer is no token, and nothing of it is shown`, async (t) => {
    const tokens: unknown[] = ["", "a b", `${token}\r\nX-Evil: 1`, `${token}é`, "x".repeat(4097), 7, null, [token]];
    const documents = tokens.map((access_token) => ({ access_token, message: token }));
    for (const document of [...documents, { access_token: token, token_type: "mac", message: token }]) {
      const { body, seen } = await ask(t, { way, answers: [json(200, document), goodJobs] });
      assert.deepEqual([body, seen.length], [{ status: 200, body: "json" }, 1], JSON.stringify(document).slice(0, 80));
    }
  });

  test(`${way.name}: a text that repeats the token is dropped, in whatever form`, async (t) => {
    const forms = [token, token.slice(2, 12), token.toUpperCase(), Buffer.from(`Bearer ${token}`).toString("base64")];
    for (const form of forms) {
      const { body } = await ask(t, { way, answers: [goodToken, json(403, { error: `no: ${form}` })] });
      assert.deepEqual(body, { status: 403, body: "json" }, form);
    }
  });

  test(`${way.name}: a token is asked for anew with each probe`, async (t) => {
    const { body, seen } = await ask(t, { way, answers: [goodToken, goodJobs, json(401, {})], times: 2 });
    assert.deepEqual([body, seen.length], [{ status: 401, body: "json" }, 3]);
  });

  test(`${way.name}: no token is asked for a probe that cannot be sent`, async (t) => {
    const [probe] = way.provider.probes;
    const provider = { ...way.provider, probes: [{ ...probe!, host: "{nothing}.ats.example" }] };
    const { status, seen } = await ask(t, { way, answers: [goodToken, goodJobs], provider });
    assert.deepEqual([status, seen], [400, []]);
  });
}
