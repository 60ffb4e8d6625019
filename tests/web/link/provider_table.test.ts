import assert from "node:assert/strict";
import { test } from "node:test";
import { loadProviders } from "../../../web/relay/load_providers.ts";
import { usesOf } from "../../../web/sandbox/keys.ts";
import type { ErrorCode } from "../../../web/types/index.ts";
import { startRelayAndSandbox } from "../../relay/support.ts";
import { walkModule } from "../../support/module_walk.ts";
import { credentialOf, outcomeOf, relayPath, type Outcome } from "../../support/provider_uses.ts";

/** What a person is told, by the table of verdicts in the contract. */
const told: Partial<Record<Outcome, { code: ErrorCode | null; heading: (ats: string) => string }>> = {
  ok: { code: null, heading: (ats) => `${ats} is connected` },
  credentials: { code: "INVALID_CREDENTIALS", heading: (ats) => `${ats} did not accept this API key` },
  scope: { code: "INSUFFICIENT_SCOPES", heading: () => "This API key cannot read everything that is needed" },
  other_account: { code: "SUBDOMAIN_MISMATCH", heading: (ats) => `This API key belongs to another ${ats} account` },
  rate_limited: { code: "RATE_LIMITED", heading: () => "Please wait a moment" },
  unavailable: { code: "PROVIDER_UNAVAILABLE", heading: (ats) => `${ats} is not available right now` },
};

for (const provider of loadProviders()) {
  test(`${provider.name} is told of by its file, however the check ends`, async (t) => {
    const relay = await startRelayAndSandbox(t);
    for (const [use, { values }] of usesOf(provider)) {
      await t.test(use, async () => {
        const answers: Record<string, unknown> = {};
        for (const probe of provider.probes) {
          const path = relayPath(provider, probe, values);
          answers[probe.id] = (await relay.probe(path, credentialOf(provider, values))).body;
        }
        const wanted = told[outcomeOf(provider, use)];
        const { view, code } = walkModule(provider.id, values, answers);
        assert(wanted);
        assert.deepEqual([code, view.heading], [wanted.code, wanted.heading(provider.name)], JSON.stringify(answers));
        assert.equal(view.atsName, provider.name);
        // A pause may be the relay's wish as well, so its sentences name nobody.
        if (use === "rateLimited") return;
        const said = [view.heading, view.lead ?? "", ...view.nodes.map(({ label }) => label)].join("\n");
        assert(said.includes(provider.name), said);
      });
    }
  });
}
