import assert from "node:assert/strict";
import { test } from "node:test";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { fieldAccepts } from "../../web/relay/field_check.ts";
import type { Probe, Provider, Shape, Values } from "../../web/relay/provider.ts";
import { keysOf, usesOf } from "../../web/sandbox/keys.ts";
import { credentialFields } from "../../web/sandbox/provider_keys.ts";
import type { LoggedRequest } from "../../web/sandbox/request_log.ts";
import type { ProviderKeys } from "../../web/types/testing.ts";
import { probeRequest, tokenRequest, type Sent } from "./provider_request.ts";
import { startForTest, type Asked, type SandboxUnderTest } from "./support.ts";

const providers = loadProviders().filter(({ id }) => id !== "workable");
const secretsOf = ({ fields }: Provider, values: Values): string[] =>
  fields.filter(({ kind }) => kind === "secret").map(({ id }) => values[id] ?? "");

const send = (sandbox: SandboxUnderTest, { path, init }: Sent): Promise<Asked> => sandbox.ask(path, undefined, init);

/** What a client of the ATS gets for a probe, with a token asked for first where the ATS wants one. */
async function asks(sandbox: SandboxUnderTest, provider: Provider, probe: Probe, values: Values): Promise<Asked> {
  const token = tokenRequest(provider, values);
  if (token === null) return send(sandbox, probeRequest(provider, probe, values));
  const got = await send(sandbox, token);
  if (got.status !== 200) return got;
  const { access_token: text = "" } = got.body as { access_token?: string };
  return send(sandbox, probeRequest(provider, probe, values, text));
}

/** True if a document has the shape of a good answer, as providers/README.md words it. */
function hasShape(ok: Shape, document: unknown): boolean {
  if ("json" in ok && ok.json === "array") return Array.isArray(document);
  if (typeof document !== "object" || document === null || Array.isArray(document)) return false;
  const members = document as Record<string, unknown>;
  if ("array" in ok) return Array.isArray(members[ok.array]);
  if ("true" in ok) return members[ok.true] === true;
  return "member" in ok ? Object.hasOwn(members, ok.member) : true;
}

/** The statuses that a refusal may have by the file: what its verdict says of that meaning, else the usual one. */
function statuses({ verdict = {} }: Provider, meaning: string, usual: number): number[] {
  const said = Object.entries(verdict).filter(([, means]) => means === meaning);
  const exact = said.flatMap(([seen]) => (/^\d/.test(seen) ? [Number(seen.slice(0, 3))] : []));
  return said.length === exact.length && exact.length > 0 ? exact : [...exact, usual];
}

test("what the keys of a provider say to enter is what its fields take, and no two keys share a secret", () => {
  const secrets: string[] = [];
  for (const provider of providers) {
    for (const [use, { values, meaning }] of usesOf(provider)) {
      assert(meaning.startsWith(`${provider.name}: `), `${provider.id} ${use}`);
      for (const field of provider.fields) {
        const value = values[field.id];
        if (value === undefined) assert(field.optional, `${provider.id} ${use}: nothing for ${field.id}`);
        else assert(fieldAccepts(field, value), `${provider.id} ${use}: ${field.id} refuses ${value}`);
      }
      if (use !== "otherAccount") secrets.push(...secretsOf(provider, values));
    }
  }
  assert.equal(new Set(secrets).size, secrets.length);
});

for (const provider of providers) {
  const keys: ProviderKeys = keysOf(provider);
  test(`${provider.name} answers by its file to each of its keys`, async (t) => {
    const sandbox = await startForTest(t);
    for (const probe of provider.probes) {
      const ask = (values: Values) => asks(sandbox, provider, probe, values);
      const good = await ask(keys.good.values);
      assert.equal(good.status, 200, `${probe.id}: ${good.text}`);
      assert(hasShape(probe.ok, good.body), `${probe.id}: ${good.text}`);
      const among = async (what: string, values: Values, allowed: number[]) => {
        const { status, text } = await ask(values);
        assert(allowed.includes(status), `${probe.id}, ${what}: ${String(status)} ${text}`);
      };
      await among("unknown", keys.unknown.values, statuses(provider, "credentials", 401));
      const proves = provider.scopes.some((scope) => scope.probe === probe.id);
      await among("no permission", keys.noPermission.values, proves ? statuses(provider, "scope", 403) : [200]);
      await among("rate limited", keys.rateLimited.values, [429]);
      await among("down", keys.unavailable.values, [503]);
      if (!keys.otherAccount) continue;
      const other = [...statuses(provider, "other_account", 0), ...statuses(provider, "credentials", 401)];
      await among("other account", keys.otherAccount.values, other);
    }
  });

  test(`${provider.name} takes its key nowhere but where its file says`, async (t) => {
    const sandbox = await startForTest(t);
    const [probe] = provider.probes;
    assert(probe);
    const { values } = keys.good;
    const [secret = ""] = secretsOf(provider, values);
    const right = probeRequest(provider, probe, { ...values, ...blank(provider) });
    const elsewhere: [string, Record<string, string>][] = [
      ["no key at all", {}],
      ["a bearer", { Authorization: `Bearer ${secret}` }],
      ["a password", { Authorization: `Basic ${btoa(`x:${secret}`)}` }],
      ["another header", { "X-Key": secret }],
    ];
    for (const [what, headers] of elsewhere) {
      if (provider.auth.kind === "bearer" && what === "a bearer") continue;
      const { status, text } = await send(sandbox, {
        ...right,
        init: { ...right.init, headers: { ...right.init.headers, ...headers } },
      });
      assert(status >= 400 && status < 500, `${what}: ${String(status)} ${text}`);
    }
  });

  test(`the log of ${provider.name} shows no secret`, async (t) => {
    const sandbox = await startForTest(t);
    for (const [, { values }] of usesOf(provider)) {
      for (const probe of provider.probes) await asks(sandbox, provider, probe, values);
      const { text, body } = await sandbox.ask("__sandbox/requests");
      assert((body as LoggedRequest[]).length > 0);
      for (const secret of secretsOf(provider, values)) {
        assert(secret.length > 8 && !text.includes(secret), `${provider.id}: ${secret}`);
        assert(!text.includes(btoa(secret).slice(0, -4)), `${provider.id}: ${secret}, in base64`);
      }
    }
    assert(!(await sandbox.ask("__sandbox/requests")).text.includes("SandboxToken"));
  });
}

/** Nothing in place of what proves who asks. */
const blank = ({ auth }: Provider): Values => Object.fromEntries(credentialFields(auth).map((id) => [id, ""]));
