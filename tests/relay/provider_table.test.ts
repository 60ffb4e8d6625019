import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProbeAnswer } from "../../web/relay/answer.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import type { Provider, Values } from "../../web/relay/provider.ts";
import { keysOf, usesOf } from "../../web/sandbox/keys.ts";
import type { LoggedRequest } from "../../web/sandbox/request_log.ts";
import { credentialOf, outcomeOf, relayPath, scopeProbes, type Outcome } from "../support/provider_uses.ts";
import { startRelayAndSandbox } from "./support.ts";

const providers = loadProviders();
/** All that an answer of the relay may have. */
const members = ["status", "body", "error", "rateLimit", "accounts", "account"];

/** What the file makes of an answer: its most particular word, else what the status usually means. */
function readBy({ verdict = {} }: Provider, { status, body, error = "" }: ProbeAnswer): Outcome {
  if (status < 300) return body === "ok" ? "ok" : "?";
  if (status === 429) return "rate_limited";
  const holds = (seen: string) => {
    const [, code, text = ""] = /^(\d{3}|text)(?::(.+))?$/.exec(seen) ?? [];
    return (code === "text" || Number(code) === status) && error.toLowerCase().includes(text.toLowerCase());
  };
  const weight = (seen: string) => (seen.includes(":") ? 2 : 0) + (seen.startsWith("text") ? 0 : 1);
  const [best] = Object.keys(verdict)
    .filter(holds)
    .sort((one, other) => weight(other) - weight(one));
  const usual: Record<number, Outcome> = { 401: "credentials", 403: "scope", 404: "account" };
  if (best !== undefined) return verdict[best] as Outcome;
  return status >= 500 ? "unavailable" : (usual[status] ?? "?");
}

function secretsOf({ fields }: Provider, values: Values): string[] {
  return fields.filter(({ kind }) => kind === "secret").map(({ id }) => values[id] ?? "");
}

for (const provider of providers) {
  test(`the relay tells of ${provider.name} as its file means it, however it answers`, async (t) => {
    const relay = await startRelayAndSandbox(t);
    for (const [use, { values }] of usesOf(provider)) {
      await t.test(use, async () => {
        const seen: Outcome[] = [];
        for (const probe of scopeProbes(provider)) {
          const path = relayPath(provider, probe, values);
          const { response, body } = await relay.probe(path, credentialOf(provider, values));
          assert.equal(response.status, 200, JSON.stringify(body));
          const answer = body as ProbeAnswer;
          assert.deepEqual(
            Object.keys(answer).filter((name) => !members.includes(name)),
            [],
          );
          seen.push(readBy(provider, answer));
          if (use === "rateLimited" && provider.id !== "workable")
            assert.deepEqual(answer.rateLimit, { resetMs: 5000 });
          const hidden = [...secretsOf(provider, values), "SandboxToken"];
          for (const secret of hidden) assert(!JSON.stringify(answer).includes(secret));
        }
        const wanted = outcomeOf(provider, use);
        assert(seen.includes(wanted), `${wanted} is not among ${seen.join()}`);
        // A key of Workable's lacks one scope and has the other.
        const alsoRight: Outcome[] = use === "noPermission" ? [wanted, "ok"] : [wanted];
        assert.deepEqual(
          seen.filter((each) => !alsoRight.includes(each)),
          [],
        );
      });
    }
  });

  test(`${provider.name} is asked just as its file says`, async (t) => {
    const relay = await startRelayAndSandbox(t);
    const { values } = keysOf(provider).good;
    const { auth } = provider;
    for (const probe of provider.probes) {
      await relay.probe(relayPath(provider, probe, values), credentialOf(provider, values));
      const all = relay.sandbox.log.all();
      const request = all.at(-1);
      assert(request);
      assert.deepEqual([request.method, request.status], [probe.method, 200]);
      const query = Object.fromEntries(new URLSearchParams(request.query));
      const { [auth.kind === "query" ? auth.parameter : ""]: masked = "••••", ...rest } = query;
      assert.deepEqual(rest, probe.query ?? {});
      assert(masked.startsWith("••••"));
      const headers = headersOf(request);
      assert.equal(headers["accept"], auth.accept ?? "application/json");
      for (const [name, value] of Object.entries(auth.extraHeaders ?? {})) {
        if (!value.startsWith("{")) assert.equal(headers[name.toLowerCase()], value);
      }
      assert.deepEqual(request.body, probe.method === "POST" ? JSON.stringify(probe.body) : "");
      if (auth.kind === "client_credentials") assert(all.some(({ body }) => body.includes("grant_type=")));
      else assert.equal(all.length, provider.probes.indexOf(probe) + 1);
    }
    const log = JSON.stringify(relay.sandbox.log.all());
    for (const secret of [...secretsOf(provider, values), "SandboxToken"]) assert(!log.includes(secret));
  });
}

const headersOf = ({ headers }: LoggedRequest): Record<string, string> =>
  Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

test("every auth kind that the schema knows stands in the table", () => {
  const kinds = new Set(providers.map(({ auth }) => auth.kind));
  const known = ["api_key_header", "basic_key_as_user", "basic_user_password", "bearer", "client_credentials"];
  assert.deepEqual([...kinds].sort(), [...known, "query", "two_headers"].sort());
  assert(providers.length >= 24);
});
