import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import type { Inbound } from "../../../web/link/messages.ts";
import { createProviders } from "../../../web/link/module/providers.ts";
import { loadProviders } from "../../../web/relay/load_providers.ts";
import { keysOf } from "../../../web/sandbox/keys.ts";
import { walkModule } from "../../support/module_walk.ts";
import { wrongFiles } from "../../providers/wrong/generate.ts";
import { deep } from "../../support/sample.ts";

const values = new Map(loadProviders().map((provider) => [provider.id, keysOf(provider).good.values]));

test("whatever is wrong with the details that come, the module goes on, and a screen with a heading is there", () => {
  const screens = new Map<string, number>();
  for (const file of wrongFiles(deep ? 6000 : 700)) {
    const id = file.name.replace(".json", "");
    const details = objectOf(file.bytes);
    const own = values.get(id);
    if (!details || !own) continue;
    const { view } = walkModule(id, own, {}, details);
    assert.notEqual(view.heading, "", file.what);
    screens.set(view.screen, (screens.get(view.screen) ?? 0) + 1);
  }
  // Both kinds are there: what cannot be read is told, and what can be read is walked through.
  assert.ok((screens.get("failed") ?? 0) > 20, JSON.stringify([...screens]));
  assert.ok(screens.size > 2, JSON.stringify([...screens]));
});

test("details that cannot be handed on are told of as those that do not come", async () => {
  const told: Inbound[] = [];
  let nested: object = {};
  for (let depth = 0; depth < 100_000; depth++) nested = { nested };
  const details = { id: "x", fields: [nested], scopes: [], probes: [], guide: [] };
  const providers = createProviders(
    () => Promise.resolve(details),
    (message) => void (JSON.stringify(message), told.push(message)),
  );
  providers.know([{ id: "x", file: { name: "x.json" } } as never]);
  providers.ask("x");
  await setImmediate();
  assert.deepEqual(told, [{ type: "provider_failed", id: "x" }]);
});

/** What the page can hand on: an object that can be written. */
function objectOf(bytes: Uint8Array): object | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    JSON.stringify(value);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
