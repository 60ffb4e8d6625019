import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test, type TestContext } from "node:test";
import { listen } from "../../web/dev/listen.ts";
import { buildNode, buildWorker } from "../../web/relay/build_relay.ts";
import type * as nodeEntry from "../../web/relay/node.ts";
import type workerEntry from "../../web/relay/worker.ts";

const target = "/relay/v1/workable/jobs?subdomain=acme";
const key = "k".repeat(40);
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-client-"));
  await Promise.all([buildNode(folder), buildWorker(folder)]);
});
after(() => rmSync(folder, { recursive: true }));

type Env = Parameters<typeof workerEntry.fetch>[1];
let copies = 0;

/** The built Worker as a module of its own, so that nobody's budget is left over, asking nobody. */
async function worker(t: TestContext): Promise<typeof workerEntry.fetch> {
  const module = (await import(`${pathToFileURL(join(folder, "worker.js")).href}?${String(copies++)}`)) as {
    default: typeof workerEntry;
  };
  const told = t.mock.method(console, "error", () => undefined);
  t.after(() => assert.ok(told.mock.callCount() <= 1, "said once at most"));
  return (request, env) => module.default.fetch(request, env);
}

function ask(headers: Record<string, string> = {}): Request {
  const usual = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${key}` };
  return new Request(`https://link.example.com${target}`, { headers: { ...usual, ...headers } });
}

/** Whom the bound limiter, which refuses everybody, was asked for, and what each request was answered. */
async function keysOf(t: TestContext, env: Env, requests: Record<string, string>[]): Promise<string[]> {
  const asked: string[] = [];
  const limit = ({ key: client }: { key: string }) => Promise.resolve({ success: asked.push(client) < 0 });
  const fetch = await worker(t);
  for (const headers of requests) {
    const response = await fetch(ask(headers), { ...env, RATE_LIMITER: { limit } });
    asked.push(String(response.status));
  }
  return asked;
}

test("the Worker believes no header by itself, and asks nobody until it is told whose request it is", async (t) => {
  const headers = ["CF-Connecting-IP", "X-Forwarded-For", "X-Real-IP", "True-Client-IP", "Forwarded"];
  for (const name of headers) assert.deepEqual(await keysOf(t, {}, [{ [name]: "203.0.113.5" }]), ["500"], name);
  const fetch = await worker(t);
  const response = await fetch(ask({ Origin: "https://a.example" }), { LINK_ORIGINS: "https://a.example" });
  assert.deepEqual(await response.json(), { relay: "client_unknown" });
  assert.equal(response.headers.get("access-control-allow-origin"), "https://a.example", "the page can read it");
});

test("the Worker reads the header that it is told, the last of a list, and no other", async (t) => {
  const env = { CLIENT_IP_HEADER: "X-Real-IP" };
  assert.deepEqual(await keysOf(t, env, [{ "X-Real-IP": "203.0.113.5", "CF-Connecting-IP": "203.0.113.9" }]), [
    "203.0.113.5",
    "429",
  ]);
  assert.deepEqual(await keysOf(t, env, [{ "X-Real-IP": "198.51.100.1, 203.0.113.5" }]), ["203.0.113.5", "429"]);
  assert.deepEqual(await keysOf(t, env, [{ "X-Forwarded-For": "203.0.113.5" }, { "X-Real-IP": " " }]), [
    ...["unknown", "429"],
    ...["unknown", "429"],
  ]);
});

test("in a plain Node server each request's own address counts, whatever headers say", async (t) => {
  const asked = await keysOf(t, { CLIENT_IP: "192.0.2.7" }, [{ "CF-Connecting-IP": "203.0.113.9" }]);
  assert.deepEqual(asked, ["192.0.2.7", "429"]);
});

test("the listener for Node has to be told whose request it is, and counts by that alone", async (t) => {
  const { createRelay } = (await import(pathToFileURL(join(folder, "node.mjs")).href)) as typeof nodeEntry;
  assert.throws(() => createRelay({} as never), /clientIp says whose request it is/);
  const server = await listen(0);
  t.after(() => server.close());
  const limits = { perMinute: 1, burst: 2, globalPerMinute: 600 };
  // The deadline ends each before anybody could be asked.
  const clientIp = (message: { headers: NodeJS.Dict<string | string[]> }) => String(message.headers["x-own-proxy"]);
  server.serve(createRelay({ clientIp, limits, deadlineMs: 0 }));
  const status = async (client: string, forged: string) => {
    const headers = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${key}`, "X-Own-Proxy": client };
    const url = `http://127.0.0.1:${String(server.port)}${target}`;
    return (await fetch(url, { headers: { ...headers, "CF-Connecting-IP": forged } })).status;
  };
  const first = [await status("a", "1"), await status("a", "2"), await status("a", "3")];
  assert.equal(first.filter((code) => code === 429).length, 1);
  assert.notEqual(await status("b", "3"), 429, "another client has its own budget");
});
