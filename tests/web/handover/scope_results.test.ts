import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { judge } from "../../../web/server/check_credential.ts";
import { loadProviders } from "../../../web/relay/load_providers.ts";
import { payload } from "../dev/support.ts";
import type { ProbeResult, TokenPayload } from "../../../web/types/server.ts";

interface Row {
  name: string;
  wanted: string[];
  replies: Record<string, ProbeResult>;
  granted: string[];
  missing: string[];
  unverified: string[];
}
// tests/codec/scope_results_test.cpp reads it as well: the browser's verdict and the backend's say the same.
const file = join(import.meta.dirname, "../../fixtures/scope_results.json");
const rows = JSON.parse(readFileSync(file, "utf8")) as Row[];
const provider = loadProviders().find(({ id }) => id === "workable");
const token = (granted: string[], unverified: string[]) =>
  payload("the session", { scopes: { granted, missing: [], unverified } }) as unknown as TokenPayload;

for (const { name, wanted, replies, ...expected } of rows)
  test(`the backend's own check says of each scope what the page says: ${name}`, () => {
    assert.ok(provider);
    assert.deepEqual(judge(provider, token([], wanted), replies).scopes, expected);
  });

test("verified again is what was granted and is proved once more, and nothing that could not be asked", () => {
  assert.ok(provider);
  const ok: ProbeResult = { status: 200, body: "ok" };
  const down: ProbeResult = { status: 503, body: "other" };
  const both = token(["r_jobs", "r_candidates"], ["w_candidates"]);
  const verified = (jobs: ProbeResult, candidates: ProbeResult) =>
    judge(provider, both, { jobs, candidates }).verifiedAgain;
  assert.deepEqual([verified(ok, ok), verified(ok, down), verified(down, down)], [true, false, false]);
});
