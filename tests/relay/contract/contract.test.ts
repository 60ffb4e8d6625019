import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { allowed } from "./cases/allowed.ts";
import { answers } from "./cases/answers.ts";
import { callers } from "./cases/callers.ts";
import { engineDifferences } from "./cases/engines.ts";
import { faults } from "./cases/faults.ts";
import { headers } from "./cases/headers.ts";
import { labels } from "./cases/labels.ts";
import { signIn } from "./cases/sign_in.ts";
import { steered } from "./cases/steering.ts";
import { targets } from "./cases/targets.ts";
import { makeCertificates } from "./certificates.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { startNginx } from "./engines/nginx.ts";
import { startNode } from "./engines/node.ts";
import { startWorkerd } from "./engines/workerd.ts";
import { expectationFor, runCase } from "./run_case.ts";
import { keyPattern, startUpstream, type Upstream } from "./upstream.ts";

const cases = [
  ...allowed,
  ...callers,
  ...targets,
  ...labels,
  ...headers,
  ...answers,
  ...engineDifferences,
  ...steered,
  ...signIn,
  ...faults,
];
const numbered = cases.map((relayCase, number) => ({ relayCase, number }));
const folder = mkdtempSync(join(tmpdir(), "relay-contract-"));
const certificates = makeCertificates(folder);
const ran: string[] = [];

const engines: [name: string, start: (options: EngineOptions) => Promise<Engine>][] = [
  ["node", startNode],
  ["workerd", startWorkerd],
  ["nginx", startNginx],
];

// Each engine has an upstream of its own, and waits for it more than it works.
describe("relay contract", { concurrency: engines.length }, () => {
  for (const [name, start] of engines) {
    const statusOnly = name === "nginx";
    const own = numbered.filter(({ relayCase }) => !statusOnly || relayCase.status !== undefined);
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let engine: Engine | undefined;
      let upstream: Upstream;
      let logs: Promise<string> | undefined;
      before(async () => {
        const home = join(folder, name);
        mkdirSync(home);
        upstream = await startUpstream(certificates);
        engine = await start({ folder: home, upstreamPort: upstream.port, certificates });
        assert.equal(engine.statusOnly, statusOnly);
      });
      const stop = () => (logs ??= engine?.stop());
      after(async () => {
        await stop();
        await upstream.close();
      });
      const run = ({ relayCase, number }: (typeof own)[0]) => {
        assert(engine && expectationFor(engine, relayCase));
        return runCase(engine, upstream, relayCase, number);
      };

      // Run by themselves: a limit, which may be refilled while others are served, and certificates, below.
      const alone = ({ relayCase }: (typeof own)[0]) => relayCase.certificate ?? relayCase.untilLimited;
      describe("side by side", { concurrency: 8 }, () => {
        for (const one of own.filter((one) => !alone(one))) test(one.relayCase.name, () => run(one));
      });
      for (const one of own.filter(({ relayCase }) => relayCase.untilLimited)) test(one.relayCase.name, () => run(one));
      // These change what every connection sees, so they run one after the other.
      for (const one of own.filter(({ relayCase }) => relayCase.certificate)) {
        test(one.relayCase.name, async () => {
          upstream.show(one.relayCase.certificate ?? "good");
          const before = upstream.connections();
          // An engine may still hold a connection that was just closed: only a new one proves something.
          for (let i = 0; i < 20 && upstream.connections() === before; i++) await run(one);
          assert(upstream.connections() > before, "the engine tried to connect");
          upstream.show("good");
        });
      }
      test("nothing reached upstream that belongs to no case", () => assert(!upstream.keys().includes("")));
      test("nothing that was written holds a key, a header, a subdomain or what upstream said", async () => {
        const written = (await stop()) ?? "";
        assert.doesNotMatch(written, keyPattern);
        for (const word of [
          "acme",
          "subdomain=",
          "apikey",
          "client_secret",
          "client-7",
          "Bearer",
          "evil",
          "Canary of the body",
          "session=1",
        ]) {
          const line = written.split("\n").find((text) => text.includes(word));
          assert.equal(line, undefined, word);
        }
        if (name === "nginx")
          assert(written.split("\n").length > own.length / 2, "nginx wrote a line for each request");
        ran.push(`${own.length}${ran.length === 0 ? " cases" : ""} on ${name}`);
      });
    });
  }
});

after(() => {
  rmSync(folder, { recursive: true });
  console.log(`relay contract: ${ran.join(", ")}`);
});
