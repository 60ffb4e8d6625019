import assert from "node:assert/strict";
import { test } from "node:test";
import { readHostedLink } from "../../../web/server/hosted_link.ts";
import { errorCode, payload, seal, startForTest, User } from "./support.ts";

interface Invitation {
  inviteUrl: string;
  invitation: string;
}

async function invite(user: User, provider = "workable"): Promise<Invitation> {
  await user.session();
  return (await user.post("api/invitations", { provider })).body as unknown as Invitation;
}

const statusOf = async (user: User, { invitation }: Invitation) =>
  (await user.get(`api/status?state=${invitation}`)).body;

test("an invitation names its ATS in its link, and is told to its own user as it goes on", async (t) => {
  const { hostUrl, linkUrl, linkConfig } = await startForTest(t, { handoverMode: "post" });
  const user = new User(hostUrl);
  const made = await invite(user);
  assert.deepEqual(readHostedLink(made.inviteUrl), { linkUrl, state: made.invitation, provider: "workable" });
  assert.deepEqual(await statusOf(user, made), { status: "pending" });

  const admin = new User(hostUrl);
  const protocol = async (body: object) => (await admin.post("api/handover", body)).body;
  assert.equal((await protocol({ op: "session", state: made.invitation }))["provider"], "workable");
  assert.deepEqual(await statusOf(user, made), { status: "opened" });
  const token = await seal(payload(made.invitation), linkConfig.handover.keys[0]!);
  assert.match(String((await protocol({ op: "handover", token }))["ref"]), /^ref_/);
  const { status, connection } = await statusOf(user, made);
  assert.deepEqual([status, (connection as { subdomain: string }).subdomain], ["connected", "acme"]);
});

test("where no link page hands over by POST, the link leads to the host's page, whose admin may then connect", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const user = new User(hostUrl);
  const made = await invite(user);
  assert.equal(made.inviteUrl, `${hostUrl}?invite=1#${made.invitation}`);
  const admin = new User(hostUrl);
  const token = await seal(payload(made.invitation), linkConfig.handover.keys[0]!);
  assert.equal(errorCode(await admin.connect(token)), "session_unknown", "before the link was opened");
  const { body } = await admin.post("api/invited", { state: made.invitation });
  assert.deepEqual([body["provider"], body["requester"], body["state"]], ["workable", "Dana Reyes", made.invitation]);
  assert.deepEqual(await statusOf(user, made), { status: "opened" });
  assert.equal((await admin.connect(token)).status, 200);
  assert.equal((await statusOf(user, made))["status"], "connected");
  const again = await admin.post("api/invited", { state: made.invitation });
  assert.deepEqual([again.status, errorCode(again)], [410, "session_expired"]);
});

test("how an invitation goes on is told to nobody else", async (t) => {
  const { hostUrl } = await startForTest(t);
  const user = new User(hostUrl);
  const made = await invite(user);
  const other = new User(hostUrl);
  for (const asked of [other, (await other.session(), other)]) {
    const refused = await asked.get(`api/status?state=${made.invitation}`);
    assert.deepEqual([refused.status, errorCode(refused)], [403, "session_of_another_user"]);
  }
  assert.equal(errorCode(await user.get("api/status?state=nobody's")), "session_unknown");
});

test("a user without a session, and an ATS that there is none of, get no invitation", async (t) => {
  const { hostUrl } = await startForTest(t);
  const user = new User(hostUrl);
  assert.equal((await user.post("api/invitations", { provider: "workable" })).status, 404);
  await user.session();
  for (const provider of ["nobody", 7, undefined])
    assert.equal(errorCode(await user.post("api/invitations", { provider })), "bad_request");
});

test("an invitation ends after a week", async (t) => {
  let now = Date.now();
  const { hostUrl } = await startForTest(t, { now: () => now });
  const user = new User(hostUrl);
  const made = await invite(user);
  now += 7 * 24 * 60 * 60 * 1000 - 1;
  assert.deepEqual(await statusOf(user, made), { status: "pending" });
  now += 1;
  assert.deepEqual(await statusOf(user, made), { status: "expired" });
});
