import assert from "node:assert/strict";
import { test } from "node:test";
import asked from "../fixtures/provider_requests.json" with { type: "json" };
import { loadProviders } from "../../web/relay/load_providers.ts";
import type { Provider } from "../../web/relay/provider.ts";
import { buildTokenRequest } from "../../web/relay/token_request.ts";
import { buildUpstreamRequest, type UpstreamRequest } from "../../web/relay/upstream_request.ts";
import { keysOf } from "../../web/sandbox/keys.ts";

/** Says nothing of an ATS. */
const usual = ["Accept: application/json", "User-Agent: ats-link-relay/1", "Content-Type: application/json"];

/** A request in a line: its method and address, the headers that are not the same for all, its body. */
function line({ url, init }: UpstreamRequest): string {
  const headers = Object.entries(init.headers).map(
    ([name, value]) => `${name}: ${value.replace(/^Basic (.+)$/, (_, pair: string) => `Basic ${atob(pair)}`)}`,
  );
  return [`${init.method} ${url}`, ...headers.filter((each) => !usual.includes(each)), init.body ?? []]
    .flat()
    .join(" | ");
}

/** What an ATS is asked with its secrets' ids in place of secrets. */
function requestsOf(provider: Provider): string[] {
  const { auth, fields, probes } = provider;
  const { values } = keysOf(provider).good;
  const shown = Object.fromEntries(
    fields.flatMap(({ id, kind }) => (kind === "secret" || values[id] === undefined ? [] : [[id, values[id]]])),
  );
  const secrets = Object.fromEntries(fields.flatMap(({ id, kind }) => (kind === "secret" ? [[id, id]] : [])));
  const token = auth.kind === "client_credentials" ? [buildTokenRequest(auth, shown, secrets, "1")] : [];
  const all = [...token, ...probes.map((probe) => buildUpstreamRequest(provider, probe, shown, secrets, "1"))];
  return all.map((request) => (request ? line(request) : "nothing"));
}
// What is wrong in a file is wrong in the sandbox as well, which answers by it: so each request is written down once more.
test("each ATS is asked what tests/fixtures/provider_requests.json says, to the letter", () => {
  const built = Object.fromEntries(loadProviders().map((provider) => [provider.id, requestsOf(provider)]));
  assert.deepEqual(built, asked);
});
