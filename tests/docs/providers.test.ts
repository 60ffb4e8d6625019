import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { providersPage } from "../../tools/build/provider_reference.ts";
import { leftOut } from "../../tools/build/providers_left_out.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/providers.md"), "utf8");

test("docs/providers.md is what the provider files say", async () => {
  assert.equal(page, await providersPage(), "run node tools/build/provider_reference.ts");
});

test("docs/providers.md has a row and a section for each ATS", () => {
  const providers = loadProviders();
  assert(providers.length >= 24);
  for (const { name } of providers) {
    const rows = page.split("\n").filter((line) => line.startsWith(`| ${name} |`) || line.startsWith(`| ${name} (`));
    assert.equal(rows.length, 1, name);
    assert(page.includes(`\n### ${name}\n`), name);
  }
});

test("an ATS that is left out has no file", () => {
  const names = loadProviders().map(({ name }) => name.toLowerCase());
  for (const { name, why } of leftOut) {
    assert(!names.includes(name.toLowerCase()), name);
    assert(why.length > 10 && !why.endsWith("."), name);
  }
});
