import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { buildWorker } from "../../web/relay/build_relay.ts";
import { loadProviders, packageVersion } from "../../web/relay/load_providers.ts";
import type workerEntry from "../../web/relay/worker.ts";
import { keys } from "../../web/sandbox/keys.ts";

const good = "https://link.example.com/relay/v1/workable/jobs?subdomain=acme";

async function loadWorker(
  t: test.TestContext,
): Promise<{ worker: typeof workerEntry; source: string; providers: unknown }> {
  const folder = mkdtempSync(join(tmpdir(), "relay-worker-"));
  t.after(() => rmSync(folder, { recursive: true }));
  await buildWorker(folder);
  const file = join(folder, "worker.js");
  const module = (await import(pathToFileURL(file).href)) as { default: typeof workerEntry };
  const list = (await import(pathToFileURL(join(folder, "providers.mjs")).href)) as { default: unknown };
  return { worker: module.default, source: readFileSync(file, "utf8"), providers: list.default };
}

test("the built Worker imports the provider files beside it and nothing else", async (t) => {
  const { source, providers } = await loadWorker(t);
  assert.deepEqual(source.match(/\bimport\b.*/g), ['import atsLinkProviders from "./providers.mjs";']);
  assert.doesNotMatch(source, /\brequire\(|node:/);
  assert.deepEqual(providers, loadProviders());
  assert(source.includes(packageVersion()));
});

test("the Worker allows the origins of its environment and asks its rate limiter by client address", async (t) => {
  const { worker } = await loadWorker(t);
  const asked: string[] = [];
  const limit = (options: { key: string }) => Promise.resolve({ success: asked.push(options.key) < 0 });
  const headers = {
    Origin: "https://b.example",
    Authorization: `Bearer ${keys.allScopes.key}`,
    "CF-Connecting-IP": "203.0.113.5",
  };
  const env = {
    LINK_ORIGINS: "https://a.example, https://b.example",
    RATE_LIMITER: { limit },
    CLIENT_IP_HEADER: "cf-connecting-ip",
  };
  const limited = await worker.fetch(new Request(good, { headers }), env);
  assert.deepEqual([limited.status, await limited.json()], [429, { relay: "rate_limited" }]);
  assert.deepEqual(asked, ["203.0.113.5"]);
  const refused = await worker.fetch(new Request(good, { headers: { ...headers, Origin: "https://c.example" } }), env);
  assert.equal(refused.status, 403);
  const none = await worker.fetch(new Request(good, { headers: { ...headers, Origin: "" } }), {});
  assert.equal(none.status, 403, "without configured origins only a same-origin page is served");
});
