import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fieldAccepts } from "../../web/relay/field_check.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { fieldPattern } from "../../web/relay/nginx/field_pattern.ts";
import type { Field } from "../../web/relay/provider.ts";
import { hostileLabels } from "./hostile_labels.ts";
import { digestBlocks, labelStrings, makeLabels } from "./label_strings.ts";

const subdomain = (id: string): Field => {
  const field = loadProviders()
    .find((provider) => provider.id === id)
    ?.fields.find(({ kind }) => kind === "text");
  assert(field);
  return field;
};
const workable = subdomain("workable");
const labels = makeLabels(labelStrings);
const verdicts = labels.map((label) => fieldAccepts(workable, label));

/** Which strings the generated expression takes, judged by grep's PCRE2, the library of nginx. None may hold a NUL. */
function judgeByPcre(field: Field, strings: readonly string[]): boolean[] {
  const input = strings.map((text) => `${text}\0`).join("");
  const args = ["--null-data", "--perl-regexp", "--line-number", `\\A${fieldPattern(field)}\\z`];
  const options = { input, env: { ...process.env, LC_ALL: "C" }, maxBuffer: 1 << 26 };
  const found = execFileSync("grep", args, options).toString("latin1").split("\0");
  const numbers = new Set(found.map((line) => parseInt(line, 10) - 1));
  return strings.map((_, i) => numbers.has(i));
}

test("100,000 strings: TypeScript gives the verdicts that C++ gives (tests/model/label_differential_test.cpp)", () => {
  assert.equal(labels.length, 100_000);
  assert(verdicts.filter(Boolean).length > 10_000, "enough are good");
  assert.deepEqual(digestBlocks(labels, verdicts), labelStrings.blocks);
});

test("what is accepted is one whole label of the host it is put before, to a URL parser too", () => {
  const accepted = new Set(labels.filter((_, i) => verdicts[i]));
  for (const label of accepted) {
    assert.equal(new URL(`https://${label}.workable.com`).hostname, `${label}.workable.com`);
  }
  console.log(`label strings: ${labels.length} compared, ${accepted.size} different ones accepted`);
});

for (const id of ["workable", "pinpoint"]) {
  test(`nginx's generated expression for ${id} takes exactly what TypeScript takes`, () => {
    const field = subdomain(id);
    const corpus = hostileLabels.map(({ value }) => value);
    const lengths = [62, 63, 64, 65].flatMap((n) => ["a".repeat(n), `a${"-".repeat(n - 2)}b`]);
    const strings = [...labels, ...corpus, ...lengths].filter((label) => !label.includes("\0"));
    const byPcre = judgeByPcre(field, strings);
    const different = strings.filter((label, i) => fieldAccepts(field, label) !== byPcre[i]);
    assert.deepEqual(different.slice(0, 5), []);
    assert(byPcre.some(Boolean) && !byPcre.every(Boolean));
  });
}

test("the expressions for keys take exactly what TypeScript takes", () => {
  for (const { id, fields } of loadProviders()) {
    const [field] = fields.filter(({ kind }) => kind === "secret");
    assert(field?.chars);
    const { min = 1, max = 512 } = field;
    const sizes = [1, min - 1, min, min + 1, max, max + 1];
    const signs = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).slice(1);
    const around = signs.flatMap((sign) => [
      `${sign}${"a".repeat(min)}`,
      `aa${sign}${"a".repeat(min)}`,
      "a".repeat(min) + sign,
    ]);
    const strings = [...sizes.map((size) => "a".repeat(size)), ...around];
    const byPcre = judgeByPcre(field, strings);
    assert.deepEqual(
      strings.filter((text, i) => fieldAccepts(field, text) !== byPcre[i]),
      [],
      id,
    );
  }
});
