import assert from "node:assert/strict";
import { test } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import { errorCode, payload, post, seal, startForTest, User } from "./support.ts";

test("in post or backend mode the link page's config names the backend", async (t) => {
  const servers = await startForTest(t, { handoverMode: "post", verify: "backend" });
  const url = `${servers.hostUrl}api/handover`;
  assert.deepEqual([servers.linkConfig.verify, servers.linkConfig.handover.mode], ["backend", "post"]);
  assert.equal(servers.linkConfig.handover.url, url);
  const page = await fetch(servers.linkUrl);
  const origin = new URL(url).origin;
  assert.match(page.headers.get("content-security-policy") ?? "", new RegExp(`connect-src 'self' ${origin};`));
});

test("only the link origin may ask across origins, without cookies", async (t) => {
  const { hostUrl, linkUrl } = await startForTest(t, { handoverMode: "post" });
  const url = `${hostUrl}api/handover`;
  const allowed = new URL(linkUrl).origin;
  for (const [origin, expected] of [
    [allowed, allowed],
    ["https://evil.example", null],
  ] as const) {
    const preflight = await fetch(url, { method: "OPTIONS", headers: { Origin: origin } });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get("access-control-allow-origin"), expected);
    assert.equal(preflight.headers.get("access-control-allow-credentials"), null);
    const answered = await post(url, { op: "session", state: "x" }, { Origin: origin });
    assert.equal(answered.headers.get("access-control-allow-origin"), expected);
    assert.equal(answered.headers.get("vary"), "Origin");
  }
});

test("a session is described by the backend; an unknown one is 404, an ended one 410", async (t) => {
  let now = Date.now();
  const { hostUrl } = await startForTest(t, { handoverMode: "post", now: () => now });
  const url = `${hostUrl}api/handover`;
  const { state } = await new User(hostUrl).session();
  const { status, body } = await post(url, { op: "session", state });
  assert.equal(status, 200);
  assert.deepEqual([body["organisation"], body["requester"]], ["Brambleway", "Dana Reyes"]);
  assert.equal(Date.parse(String(body["expiresAt"])), now + 30 * 60 * 1000);
  assert.equal((await post(url, { op: "session", state: "nonsense" })).status, 404);
  now += 30 * 60 * 1000;
  assert.equal((await post(url, { op: "session", state })).status, 410);
});

test("verify asks the ATS with every probe and answers as the relay would", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t, { verify: "backend", switches: { rateLimitHeaders: false } });
  const { state } = await new User(hostUrl).session();
  const credential = { kind: "api_key", values: { api_key: keys.onlyJobs.key } };
  const token = await seal(payload(state, { credential }), linkConfig.handover.keys[0]!);
  const { status, body } = await post(`${hostUrl}api/handover`, { op: "verify", token });
  assert.equal(status, 200);
  assert.deepEqual(body["probes"], {
    jobs: { status: 200, body: "ok" },
    candidates: { status: 403, body: "json", error: "Forbidden" },
    accounts: { status: 200, body: "ok", accounts: [{ id: "b4e8e", name: "Acme", subdomain: "acme" }] },
  });
});

test("a probe without an answer is told with the relay's code", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t, { verify: "backend", switches: { fault: "reset" } });
  const { state } = await new User(hostUrl).session();
  const token = await seal(payload(state), linkConfig.handover.keys[0]!);
  const { body } = await post(`${hostUrl}api/handover`, { op: "verify", token });
  assert.deepEqual((body["probes"] as Record<string, unknown>)["jobs"], { relay: "bad_upstream" });
});

test("the hand-over is idempotent, and its ref is what the host page shows once", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t, { handoverMode: "post" });
  const user = new User(hostUrl);
  const { state } = await user.session();
  const token = await seal(payload(state), linkConfig.handover.keys[0]!);
  const handOver = () => post(`${hostUrl}api/handover`, { op: "handover", token });
  const [first, second] = await Promise.all([handOver(), handOver()]);
  assert.equal(first.status, 200);
  assert.match(String(first.body["ref"]), /^ref_[A-Za-z0-9_-]{22}$/);
  assert.deepEqual(first.body, second.body);
  assert.deepEqual((await handOver()).body, first.body);

  const ref = String(first.body["ref"]);
  const other = new User(hostUrl);
  await other.session();
  assert.equal(errorCode(await other.connect(ref)), "session_of_another_user");
  const { status, body } = await user.connect(ref);
  assert.deepEqual([status, body["subdomain"], body["verifiedAgain"]], [200, "acme", true]);
  assert.equal(errorCode(await user.connect(ref)), "token_replayed", "a ref counts once");
  assert.equal(errorCode(await user.connect(token)), "token_replayed", "and so does its token");
});

test("the protocol refuses what it does not know", async (t) => {
  const { hostUrl } = await startForTest(t, { handoverMode: "post" });
  const url = `${hostUrl}api/handover`;
  for (const body of [
    {},
    { op: "other", token: "x" },
    { op: "session" },
    { op: "verify" },
    { op: "handover", token: 1 },
  ]) {
    assert.equal(errorCode(await post(url, body)), "bad_request", JSON.stringify(body));
  }
  assert.equal((await fetch(url)).status, 400);
});

test("a hosted link carries its session in the fragment", async (t) => {
  const { hostUrl, linkUrl } = await startForTest(t, { handoverMode: "post" });
  const { url } = (await (await fetch(`${hostUrl}api/hosted-link`)).json()) as { url: string };
  assert(url.startsWith(`${linkUrl}#`));
  const fragment = Buffer.from(new URL(url).hash.slice(1), "base64url").toString();
  const { state } = JSON.parse(fragment) as { state: string };
  assert.equal((await post(`${hostUrl}api/handover`, { op: "session", state })).status, 200);
});
