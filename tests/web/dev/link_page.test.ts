import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkPageConfig } from "../../../web/headers/link_config.ts";
import { contentSecurityPolicy, fileKind, linkHeaders } from "../../../web/headers/link_headers.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { startForTest } from "./support.ts";

const config: LinkPageConfig = {
  allowedOrigins: ["https://app.example.com", "https://eu.example.com"],
  verify: "relay",
  relay: "/relay",
  handover: { mode: "callback", keys: [] },
};

test("the policy of the link page is strict and names only what the config names", () => {
  assert.equal(
    contentSecurityPolicy(config),
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'; " +
      "worker-src 'none'; manifest-src 'none'; frame-ancestors https://app.example.com https://eu.example.com; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  );
});

test("connect-src has the relay and the backend where the config uses them, each once", () => {
  const connect = (change: Partial<LinkPageConfig>) =>
    /connect-src ([^;]*)/.exec(contentSecurityPolicy({ ...config, ...change }))?.[1];
  const url = "https://api.example.com/handover";
  assert.equal(connect({ relay: "https://relay.example.com/relay" }), "'self' https://relay.example.com");
  assert.equal(connect({ handover: { mode: "callback", url, keys: [] } }), "'self'");
  assert.equal(connect({ handover: { mode: "post", url, keys: [] } }), "'self' https://api.example.com");
  assert.equal(
    connect({ verify: "backend", handover: { mode: "post", url, keys: [] } }),
    "'self' https://api.example.com",
  );
  assert.equal(connect({ verify: "none", relay: "https://relay.example.com/" }), "'self'");
});

test("without allowed origins nobody may embed the page", () => {
  assert.match(contentSecurityPolicy({ ...config, allowedOrigins: [] }), /frame-ancestors 'none'/);
});

test("each kind of file has its cache rule, and only the page its policies", () => {
  const page = linkHeaders(config, "page", { https: true });
  const hashed = linkHeaders(config, "hashed", { https: true });
  assert.equal(page["Cache-Control"], "no-cache");
  assert.equal(page["Cross-Origin-Resource-Policy"], "cross-origin");
  assert.equal(page["Cross-Origin-Embedder-Policy"], "require-corp");
  assert.match(page["Permissions-Policy"] ?? "", /^clipboard-write=\(self\), .*clipboard-read=\(\)/);
  assert.equal(page["Strict-Transport-Security"], "max-age=63072000; includeSubDomains");
  assert.deepEqual(hashed, {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  });
  assert.equal(linkHeaders(config, "page", { https: false })["Strict-Transport-Security"], undefined);
});

test("a file is immutable only if the build put a hash into its name", () => {
  const kinds = ["index.html", "", "link.config.json", "assets/ats-link.3f9a0c1d22.wasm", "ats-link.mjs", "logo.svg"];
  assert.deepEqual(kinds.map(fileKind), ["page", "page", "config", "hashed", "loader", "asset"]);
});

test("the dev server serves the link page with these headers", async (t) => {
  const servers = await startForTest(t);
  const get = async (path: string) => fetch(servers.linkUrl + path);
  const page = await get("");
  for (const [name, value] of Object.entries(linkHeaders(servers.linkConfig, "page", { https: false }))) {
    assert.equal(page.headers.get(name), value, name);
  }
  const host = new URL(servers.hostUrl).origin;
  assert.match(page.headers.get("content-security-policy") ?? "", new RegExp(`frame-ancestors ${host};`));
  assert.equal((await get("ats-link.wasm")).headers.get("content-type"), "application/wasm");
  assert.match((await get("assets/main.ab12cd34.js")).headers.get("cache-control") ?? "", /immutable/);
  assert.equal((await get("missing.js")).status, 404);
  assert.equal((await fetch(servers.linkUrl, { method: "POST" })).status, 405);
});

test("link.config.json is made at each start, with this start's key and a Date", async (t) => {
  const [first, second] = [await startForTest(t), await startForTest(t)];
  const response = await fetch(`${first.linkUrl}link.config.json`);
  const config = (await response.json()) as LinkPageConfig;
  assert.equal(response.headers.get("cache-control"), "no-cache");
  assert(!Number.isNaN(Date.parse(response.headers.get("date") ?? "")));
  assert.deepEqual(config.allowedOrigins, [new URL(first.hostUrl).origin]);
  assert.deepEqual([config.verify, config.relay, config.handover.mode], ["relay", "/relay", "callback"]);
  const [key] = config.handover.keys;
  assert.deepEqual(Object.keys(key ?? {}).sort(), ["alg", "crv", "kid", "kty", "use", "x", "y"]);
  assert.notEqual(key?.kid, second.linkConfig.handover.keys[0]?.kid);
});

test("a wrong config can be served on purpose", async (t) => {
  const servers = await startForTest(t, { linkConfig: { verify: "sometimes" } });
  const config = (await (await fetch(`${servers.linkUrl}link.config.json`)).json()) as { verify: string };
  assert.equal(config.verify, "sometimes");
});

test("the relay of the link page answers from the sandbox, to its own origin only", async (t) => {
  const servers = await startForTest(t);
  const url = `${servers.linkUrl}relay/v1/workable/jobs?subdomain=acme`;
  const authorization = { Authorization: `Bearer ${keys.allScopes.key}` };
  const own = await fetch(url, { headers: { ...authorization, "Sec-Fetch-Site": "same-origin" } });
  assert.equal(((await own.json()) as { body: string }).body, "ok");
  const foreign = await fetch(url, { headers: { ...authorization, Origin: new URL(servers.hostUrl).origin } });
  assert.equal(foreign.status, 403);
});

test("with an upstream, the relay's requests go to upstream/HOST/PATH and no sandbox starts", async (t) => {
  const other = await startForTest(t);
  const servers = await startForTest(t, { upstream: `${other.sandboxUrl}/` });
  assert.equal(servers.sandboxUrl, other.sandboxUrl);
  const headers = { Authorization: `Bearer ${keys.allScopes.key}`, "Sec-Fetch-Site": "same-origin" };
  await fetch(`${servers.linkUrl}relay/v1/workable/jobs?subdomain=acme`, { headers });
  const log = (await (await fetch(`${other.sandboxUrl}/__sandbox/requests`)).json()) as {
    host: string;
    query: string;
  }[];
  assert.deepEqual(
    log.map(({ host, query }) => [host, query]),
    [["acme.workable.com", "?limit=1"]],
  );
});

test("the demo's logo is an image of the link origin, where it is asked for", async (t) => {
  const { linkUrl, linkConfig } = await startForTest(t, { logo: true });
  const logo = await fetch(new URL(linkConfig.brand?.logoUrl ?? "", linkUrl));
  assert.equal(logo.headers.get("content-type"), "image/svg+xml");
  assert.match(await logo.text(), /id='logo'/);
  assert.equal((await startForTest(t)).linkConfig.brand?.logoUrl, undefined);
});
