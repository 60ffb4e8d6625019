import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "locales");

test("what is said of an answer that did not come names no seconds: the relay's clock may end the wait, or the page's", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert.ok(names.length >= 6);
  for (const name of names) {
    const words = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>;
    assert.doesNotMatch(words["error.timeout.lead"] ?? "0", /\p{Number}/u, name);
  }
});

test("the relay gives up before the page does, so that its answer is the one that counts", () => {
  const relay = /deadlineMs = ([0-9]+)/.exec(readFileSync(join(root, "web/relay/handle.ts"), "utf8"))?.[1];
  const page = /attempt_limit_ms = ([0-9']+)/.exec(readFileSync(join(root, "src/flow/step.hpp"), "utf8"))?.[1];
  assert.ok(Number(relay) > 0 && Number(relay) < Number(page?.replaceAll("'", "")), `${String(relay)} ${String(page)}`);
});
