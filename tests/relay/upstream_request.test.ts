import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClientCredentials } from "../../web/relay/provider.ts";
import { buildTokenRequest } from "../../web/relay/token_request.ts";
import { buildUpstreamRequest } from "../../web/relay/upstream_request.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { keys } from "../../web/sandbox/keys.ts";
import type { LoggedRequest } from "../../web/sandbox/request_log.ts";
import { ways } from "./sign_in_ways.ts";
import { startRelayAndSandbox, version } from "./support.ts";

// Node's fetch adds these to every request; they are constant and say nothing of the caller.
const addedByNode = ["host", "connection", "accept-language", "sec-fetch-mode", "accept-encoding", "content-length"];

const ownHeaders = (request: LoggedRequest | undefined): Record<string, string> =>
  Object.fromEntries(
    (request?.headers ?? [])
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !addedByNode.includes(name)),
  );

test("upstream gets exactly the headers of the provider file, whatever the caller sent", async (t) => {
  const relay = await startRelayAndSandbox(t);
  await relay.probe("workable/jobs?subdomain=acme", keys.allScopes.key, {
    Cookie: "session=1",
    Referer: "https://app.example/",
    "X-Forwarded-For": "203.0.113.9",
    "X-HTTP-Method-Override": "DELETE",
    "X-WORKABLE-CLIENT-ID": "someone",
    "User-Agent": "caller",
    Accept: "text/html",
    Range: "bytes=0-1",
    "If-None-Match": "x",
    "Accept-Language": "de",
  });
  const [request] = relay.sandbox.log.all();
  assert.deepEqual(ownHeaders(request), {
    accept: "application/json",
    authorization: `Bearer ••••${keys.allScopes.key.slice(-4)}`,
    "user-agent": `ats-link-relay/${version}`,
  });
  const language = request?.headers.find(([name]) => name.toLowerCase() === "accept-language")?.[1];
  assert.equal(language, undefined, "the caller's language is not passed on");
  assert.deepEqual(
    [request?.method, request?.host, request?.path, request?.query, request?.body],
    ["GET", "acme.workable.com", "/spi/v3/jobs", "?limit=1", ""],
  );
});

test("the accounts probe goes to the literal host without the subdomain", async (t) => {
  const relay = await startRelayAndSandbox(t);
  await relay.probe("workable/accounts?subdomain=acme");
  const [request] = relay.sandbox.log.all();
  assert.deepEqual([request?.host, request?.path, request?.query], ["www.workable.com", "/spi/v3/accounts", ""]);
});

test("each kind of auth puts the secrets where its provider wants them", async (t) => {
  const relay = await startRelayAndSandbox(t);
  const pair = { api_key: keys.jobvite.key, secret_key: keys.jobvite.secret };
  await relay.probe("ashby/key", keys.ashby.key);
  await relay.probe("jobvite/jobs", Buffer.from(JSON.stringify(pair)).toString("base64url"));
  await relay.probe("lever/postings?region=api.lever.co", keys.lever.key);
  await relay.probe("smartrecruiters/jobs", keys.smartRecruiters.key);
  await relay.probe("pinpoint/jobs?subdomain=acme", keys.pinpoint.key);
  const [ashby, jobvite, lever, smart, pinpoint] = relay.sandbox.log.all();
  const agent = { "user-agent": `ats-link-relay/${version}` };
  const last = (key: string) => `••••${key.slice(-4)}`;
  const accept = "application/json";
  assert.deepEqual(ownHeaders(ashby), {
    ...agent,
    accept: "application/json; version=1",
    authorization: `Basic ${last(keys.ashby.key)}`,
    "content-type": "application/json",
  });
  assert.deepEqual([ashby?.method, ashby?.path, ashby?.body], ["POST", "/apiKey.info", "{}"]);
  assert.deepEqual(ownHeaders(jobvite), {
    ...agent,
    accept,
    "x-jvi-api": last(keys.jobvite.key),
    "x-jvi-sc": last(keys.jobvite.secret),
  });
  assert.deepEqual(ownHeaders(lever), { ...agent, accept, authorization: `Basic ${last(keys.lever.key)}` });
  assert.deepEqual(ownHeaders(smart), { ...agent, accept, "x-smarttoken": last(keys.smartRecruiters.key) });
  assert.deepEqual(ownHeaders(pinpoint), {
    ...agent,
    accept: "application/vnd.api+json",
    "x-api-key": last(keys.pinpoint.key),
  });
});

test("a request is not built if a value would change what its URL means", () => {
  const workable = loadProviders().find(({ id }) => id === "workable");
  const probe = workable?.probes[0];
  assert(workable && probe);
  const build = (host: string, fields: Record<string, string>) =>
    buildUpstreamRequest(workable, { ...probe, host }, fields, { api_key: "k" }, "0");
  assert.equal(
    build("{subdomain}.workable.com", { subdomain: "acme" })?.url,
    "https://acme.workable.com/spi/v3/jobs?limit=1",
  );
  assert.equal(build("{subdomain}.workable.com", {}), null);
  assert.equal(build("{subdomain}.workable.com", { subdomain: "evil.com/" }), null);
  assert.equal(build("{subdomain}.workable.com", { subdomain: "ACME" }), null);
  assert.equal(build("{region}", { region: "evil.com/x" }), null);
  assert.equal(build("{region}", { region: "u@evil.com" }), null);
  assert.equal(build("{region}", { region: "evil.com:8443" }), null);
});

test("the finished URL has the query of the provider file, encoded", () => {
  const [provider] = loadProviders().filter(({ id }) => id === "workable");
  const probe = { ...provider!.probes[0]!, query: { "page[size]": "1", a: "b" } };
  const request = buildUpstreamRequest(provider!, probe, { subdomain: "acme" }, { api_key: "k" }, "0");
  assert.equal(request?.url, "https://acme.workable.com/spi/v3/jobs?page%5Bsize%5D=1&a=b");
  assert.equal(request.init.redirect, "manual");
});

test("the request for a token follows nothing, and is not built for a client that could be read in another way", () => {
  const { provider } = ways.find(({ name }) => name === "client credentials in a header")!;
  const auth = provider.auth as ClientCredentials;
  const good = { subdomain: "acme", client_id: "client-7" };
  const build = (fields: Record<string, string>, change: Partial<ClientCredentials> = {}) =>
    buildTokenRequest({ ...auth, ...change }, fields, { client_secret: "a:b" }, "0");
  assert.equal(build(good)?.init.redirect, "manual");
  assert.equal(build({ ...good, client_id: "a:b" }), null);
  assert.equal(build({ ...good, subdomain: "evil.example/" }), null);
  assert.equal(build({ ...good, subdomain: "a.b" }), null);
  assert.equal(build({ subdomain: "acme" }), null);
  assert.equal(build(good, { tokenUrl: "http://auth.ats.example/token" }), null);
  assert.equal(build(good, { tokenUrl: "https://u@evil.example/token" }), null);
  // In the form nothing has a meaning but what it is.
  const form = build({ ...good, client_id: "a:b&grant_type=x" }, { clientAuthentication: "body" });
  assert.deepEqual(new URLSearchParams(form?.init.body).getAll("grant_type"), ["client_credentials"]);
});
