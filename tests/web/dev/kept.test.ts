import assert from "node:assert/strict";
import { test } from "node:test";
import { keys, sandboxKeys } from "../../../web/sandbox/keys.ts";
import { errorCode, payload, seal, startForTest, User } from "./support.ts";

interface Kept {
  connections: { provider: string; subdomain: string }[];
  token?: Record<string, unknown>;
  waiting: string[];
}
const kept = async (user: User): Promise<Kept> => (await user.get("api/kept")).body as unknown as Kept;

test("a user's connections are kept, one of each account, without a secret and for nobody else", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const [user, other] = [new User(hostUrl), new User(hostUrl)];
  assert.deepEqual(await kept(user), { connections: [], waiting: [] });
  const { state } = await user.session();
  await other.session();
  for (const subdomain of ["acme", "initech", "acme"])
    await user.connect(await seal(payload(state, { fields: { subdomain } }), linkConfig.handover.keys[0]!));
  const mine = await kept(user);
  assert.deepEqual(
    mine.connections.map(({ subdomain }) => subdomain),
    ["initech", "acme"],
  );
  assert.deepEqual(mine.token?.["credential"], { kind: "api_key", values: { api_key: "••••T4ma" } });
  assert.deepEqual([mine.token["state"], mine.token["pad"]], [`••••${state.slice(-4)}`, "4 characters"]);
  assert.ok(!JSON.stringify(mine).includes(keys.allScopes.key));
  assert.deepEqual(await kept(other), { connections: [], waiting: [] });
});

test("an invitation that was sent is waited for until it is used, by its own user alone", async (t) => {
  const { hostUrl, linkConfig } = await startForTest(t);
  const [user, admin] = [new User(hostUrl), new User(hostUrl)];
  const { invitation, state } = await user.session();
  await admin.session();
  assert.equal(errorCode(await user.post("api/invitations/sent", { invitation: "nobody's" })), "session_unknown");
  assert.equal(errorCode(await admin.post("api/invitations/sent", { invitation })), "session_of_another_user");
  assert.deepEqual((await kept(user)).waiting, []);
  await user.post("api/invitations/sent", { invitation });
  assert.deepEqual((await kept(user)).waiting, [invitation]);
  await admin.post("api/invited", { state: invitation });
  await admin.connect(await seal(payload(invitation), linkConfig.handover.keys[0]!));
  const { waiting, connections } = await kept(user);
  assert.deepEqual([waiting, connections.length], [[], 1]);
  assert.deepEqual((await kept(admin)).connections, [], "the admin was somebody else's guest");
  assert.notEqual(state, invitation);
});

test("the page learns what the sandbox takes, from the sandbox", async (t) => {
  const { hostUrl, linkUrl } = await startForTest(t);
  const url = `${hostUrl}api/try-it`;
  const { linkUrl: told, providers } = (await (await fetch(url)).json()) as {
    linkUrl: string;
    providers: { id: string; keys: { use: string; values: { value: string; kind: string }[] }[] }[];
  };
  assert.equal(told, linkUrl);
  const workable = providers.find(({ id }) => id === "workable");
  const good = workable?.keys.find(({ use }) => use === "good")?.values.find(({ kind }) => kind === "secret");
  const key = sandboxKeys[0]?.key ?? "";
  assert.equal(good?.value, `••••${key.slice(-4)}`, "the page has no key before it is wanted");
  const whole = await fetch(`${url}?provider=workable&use=good`);
  assert.equal(((await whole.json()) as { value: string }[]).at(-1)?.value, key);
  for (const wrong of ["provider=workable&use=nothing", "provider=__proto__&use=good", ""])
    assert.equal((await fetch(`${url}?${wrong}`)).status, 404, wrong);
  assert.ok(providers.length >= 24 && providers.every(({ keys: all }) => all.length >= 5));
  assert.equal((await fetch(url, { method: "POST" })).status, 405);
});

test("an upstream of one's own has keys that nobody knows here", async (t) => {
  const { hostUrl } = await startForTest(t, { upstream: "http://127.0.0.1:9" });
  assert.equal(((await (await fetch(`${hostUrl}api/try-it`)).json()) as { providers: unknown }).providers, null);
  assert.equal((await fetch(`${hostUrl}api/try-it?provider=workable&use=good`)).status, 404);
});
