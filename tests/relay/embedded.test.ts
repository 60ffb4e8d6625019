import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { buildPackage } from "../../tools/build/package.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { makeSealKey } from "../../web/server/seal_key.ts";
import { upstreamFetch } from "../../web/dev/upstream_fetch.ts";
import { keys } from "../../web/sandbox/keys.ts";
import { startSandbox, type Sandbox } from "../../web/sandbox/server.ts";
import type { AtsLinkRelay, RateLimiter, RelayOptions } from "../../web/types/relay.ts";
import type { AtsLinkServer, TokenPayload } from "../../web/types/server.ts";
import { payload, seal } from "../web/dev/support.ts";
import { makeCertificates } from "./contract/certificates.ts";
import { serveWorker } from "./contract/engines/workerd_process.ts";

let folder: string;
let relay: AtsLinkRelay;
let server: AtsLinkServer;
let sandbox: Sandbox;
before(async () => {
  // Below the repository, so that the built file finds jose as it does where it is installed.
  folder = mkdtempSync(join(import.meta.dirname, "../../build/embedded-"));
  await buildPackage(folder);
  const load = (name: string): Promise<unknown> => import(pathToFileURL(join(folder, name, "index.mjs")).href);
  relay = (await load("relay")) as AtsLinkRelay;
  server = (await load("server")) as AtsLinkServer;
  sandbox = await startSandbox();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox.close();
});

const ask = (): Request =>
  new Request("https://link.example.com/relay/v1/workable/jobs?subdomain=acme", {
    headers: { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${keys.allScopes.key}` },
  });

test("the fetch handler answers as the relay does, and asks its limiter for the address that it is given", async () => {
  const seen: string[] = [];
  const limiter: RateLimiter = { take: (client) => ({ allowed: seen.push(client) > 0 }) as { allowed: true } };
  const handle = relay.createHandler({ limiter, fetch: upstreamFetch(sandbox.url) });
  const response = await handle(ask(), "192.0.2.7");
  const { status, body } = (await response.json()) as { status: number; body: string };
  assert.deepEqual([response.status, status, body], [200, 200, "ok"]);
  assert.deepEqual(seen, ["192.0.2.7"]);
  // Nobody's address would be one budget for all.
  assert.deepEqual(await (await handle(ask(), "")).json(), { relay: "client_unknown" });
  assert.equal(seen.length, 1);
});

test("a message of Node's in place of a Request is refused, with what takes it", async () => {
  const message = { method: "POST", url: "/relay/v1/workable/jobs", headers: { host: "link.example.com" } };
  const { privateJwk } = await server.makeSealKey();
  const options = { sessions: server.createSessions(), keys: [privateJwk], onConnected() {} };
  for (const given of [message, undefined]) {
    await assert.rejects(relay.createHandler()(given as never, "192.0.2.7"), {
      name: "TypeError",
      message: "createHandler: request: expected a Request as fetch has it; createRelay takes Node's messages",
    });
    await assert.rejects(
      server.handleBackend(given as never, { ...options, linkOrigin: "https://link.example.com" }),
      /^TypeError: handleBackend: request: expected a Request as fetch has it; make one of a message of Node's$/,
    );
  }
});

test("a provider is added to what is built by a line in providers.mjs, or for one handler by its option", async () => {
  const module = join(folder, "relay/providers.mjs");
  const workable = loadProviders().find(({ id }) => id === "workable")!;
  const added = { ...workable, id: "added" };
  const target = "https://link.example.com/relay/v1/added/jobs?subdomain=acme";
  const fetch = upstreamFetch(sandbox.url);
  const handle = relay.createHandler({ fetch, providers: [added] });
  const { headers } = ask();
  assert.equal((await handle(new Request(target, { headers }), "192.0.2.7")).status, 200);
  assert.equal((await handle(ask(), "192.0.2.7")).status, 404);

  writeFileSync(module, readFileSync(module, "utf8").replace(/\];\s*$/, `${JSON.stringify(added)}];\n`));
  // As a process that is started anew sees it, by the relay and by the package's own check.
  const script = `import { createHandler } from "./relay/index.mjs"; import { checkCredential } from "./server/index.mjs";
    const fetch = () => Promise.resolve(Response.json({ jobs: [], candidates: [], accounts: [] }));
    const request = new Request(${JSON.stringify(target)}, { headers: ${JSON.stringify(Object.fromEntries(headers))} });
    const { status } = await createHandler({ fetch })(request, "192.0.2.7");
    const { verified } = await checkCredential(${JSON.stringify({ ...payload("s"), provider: "added" })}, { fetch });
    console.log(status, verified);`;
  const args = ["--input-type=module", "--eval", script];
  assert.equal(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }), "200 true\n");
});

test("the handler and the listener refuse a wrong option by its name", () => {
  const cases: [options: unknown, sentence: RegExp][] = [
    ["x", /options: expected an object/],
    [{ origin: "https://a.example" }, /origin: expected no such option; remove it/],
    [{ origins: "https://a.example" }, /origins: expected a list of origins/],
    [{ origins: ["https://a.example", "https://b.example/"] }, /origins\[1\]: expected an exact origin such as/],
    [{ origins: ["*"] }, /origins\[0\]: expected an exact origin/],
    [{ deadlineMs: "8s" }, /deadlineMs: expected milliseconds/],
    [{ limits: { perMinute: 1 } }, /limits: expected perMinute, burst and globalPerMinute/],
    [{ limiter: {} }, /limiter: expected an object with take\(clientIp\)/],
    [{ fetch: "fetch" }, /fetch: expected a function/],
    [{ providers: {} }, /providers: expected a list of provider files/],
    [{ providers: [{ id: "x", auth: {}, fields: [], scopes: [] }] }, /providers: expected a list of provider files/],
    [
      { limits: { perMinute: 1, burst: 1, globalPerMinute: 1 }, limiter: { take() {} } },
      /limits or a limiter, not both/,
    ],
  ];
  for (const [options, message] of cases) {
    assert.throws(() => relay.createHandler(options as RelayOptions), { name: "TypeError", message });
    if (typeof options !== "object") continue;
    const listening = { ...options, clientIp: () => "192.0.2.7" };
    assert.throws(() => relay.createRelay(listening), { name: "TypeError", message });
  }
  assert.throws(
    () => relay.createHandler({ clientIp: () => "x" } as RelayOptions),
    /clientIp: expected no such option/,
  );
});

test("ats-link/server asks the ATS with what is in a token, and says what it saw itself", async () => {
  const fetch = upstreamFetch(sandbox.url);
  const good = payload("s") as unknown as TokenPayload;
  const found = await server.checkCredential(good, { fetch });
  assert.deepEqual([found.verified, found.silent, found.accountName], [true, false, "Acme"]);
  assert.deepEqual(Object.keys(found.probes).sort(), ["accounts", "candidates", "jobs"]);
  const less = { ...good, credential: { kind: "api_key" as const, values: { api_key: keys.onlyJobs.key } } };
  const half = await server.checkCredential(less, { fetch });
  assert.deepEqual([half.verified, half.scopes.missing], [false, ["r_candidates"]]);
  const nobody = () => Promise.reject(new Error("no network"));
  assert.equal((await server.checkCredential(good, { fetch: nobody })).silent, true);
  for (const wrong of [
    { provider: "nobody" },
    { fields: { subdomain: "a.evil" } },
    { fields: { host: "evil.example" } },
  ])
    await assert.rejects(server.checkCredential({ ...good, ...wrong }, { fetch }), {
      code: "credential_not_allowed",
    });
});

/** Runs a worker, which may import the built package, on workerd. */
async function onWorkerd(program: string, use: (url: string) => Promise<void>): Promise<void> {
  const place = mkdtempSync(join(folder, "worker-"));
  const stdin = { contents: program, resolveDir: folder };
  await build({ stdin, bundle: true, format: "esm", outfile: join(place, "worker.js"), logLevel: "warning" });
  mkdirSync(join(place, "certificates"));
  const { authority } = makeCertificates(join(place, "certificates"));
  const { child, port } = await serveWorker(place, { port: 9, authority }, {});
  try {
    await use(`http://127.0.0.1:${String(port)}/`);
  } finally {
    await child.stop();
  }
}

test("a worker opens a token on workerd, without anything of Node's", async () => {
  const { publicJwk, privateJwk } = await makeSealKey();
  const worker = `import { isTokenError, openToken } from ${JSON.stringify(join(folder, "server/index.mjs"))};
    const keys = [${JSON.stringify(privateJwk)}];
    export default { fetch: async (request) => openToken(await request.text(), { keys, state: "mine" }).then(
      ({ provider }) => Response.json(provider), (error) => Response.json(isTokenError(error) ? error.code : String(error))) };`;
  await onWorkerd(worker, async (url) => {
    const answers = ["mine", "theirs"].map(async (state) => {
      const body = await seal(payload(state), publicJwk);
      return (await fetch(url, { method: "POST", body })).json() as Promise<unknown>;
    });
    assert.deepEqual(await Promise.all(answers), ["workable", "state_mismatch"]);
  });
});

test("the backend protocol is answered on workerd, from the session to the status that is told", async () => {
  const { publicJwk, privateJwk } = await makeSealKey();
  // The ATS's own answers: two lists, and the account that was typed.
  const worker = `import { createSessions, handleBackend } from ${JSON.stringify(join(folder, "server/index.mjs"))};
    const sessions = createSessions();
    const lists = { jobs: [], candidates: [], accounts: [{ id: "1", name: "Acme", subdomain: "acme" }] };
    const options = { sessions, keys: [${JSON.stringify(privateJwk)}], linkOrigin: "https://link.example.com",
      fetch: async () => Response.json(lists), onConnected: () => {} };
    export default { async fetch(request) {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === "/new") return Response.json(await sessions.create({ organisation: "Brambleway" }));
      if (pathname === "/status") return Response.json(await sessions.status(searchParams.get("state")));
      return handleBackend(request, options);
    } };`;
  await onWorkerd(worker, async (url) => {
    const json = async (response: Promise<Response>) => (await (await response).json()) as Record<string, unknown>;
    const ask = (body: object) => {
      const headers = { "Content-Type": "application/json", Origin: "https://link.example.com" };
      return json(fetch(url, { method: "POST", headers, body: JSON.stringify(body) }));
    };
    const { state } = (await json(fetch(`${url}new`))) as { state: string };
    assert.equal((await ask({ op: "session", state }))["organisation"], "Brambleway");
    const token = await seal(payload(state), publicJwk);
    const { probes } = (await ask({ op: "verify", token })) as { probes: Record<string, { status: number }> };
    assert.deepEqual(Object.keys(probes).sort(), ["accounts", "candidates", "jobs"]);
    assert.ok(Object.values(probes).every(({ status }) => status === 200));
    const { ref } = await ask({ op: "handover", token });
    assert.match(String(ref), /./);
    // What was taken stays taken, by the same reference.
    assert.deepEqual(await ask({ op: "handover", token }), { ref });
    assert.equal((await json(fetch(`${url}status?state=${state}`)))["status"], "connected");
    const other = await ask({ op: "handover", token: await seal(payload(state), publicJwk) });
    assert.equal((other["error"] as { code: string }).code, "session_used");
  });
});
