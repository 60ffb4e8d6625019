import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { atsLink, isRefusal, temporaryFolder } from "../cli/support.ts";
import { generate } from "./generated.ts";
import { samples } from "./samples.ts";

const good = samples["post and a relay elsewhere"]!;
const names = ["_headers", "vercel.json", "nginx-headers.conf"];
const key = good.handover.keys[0]!;

const wrong: [what: string, config: unknown, sentence: RegExp][] = [
  ["a broken file", "{ allowedOrigins: [", /is not JSON \(.*\); give the link\.config\.json/],
  ["an empty file", "", /is not JSON/],
  ["a list", [], /: link\.config\.json: expected an object\.$/],
  ["an unknown field", { ...good, sealKey: "x" }, /: sealKey: expected no such field; remove it\.$/],
  ["the empty template", { ...good, allowedOrigins: [] }, /: allowedOrigins: expected a list of at least 1\.$/],
  ["a wildcard", { ...good, allowedOrigins: ["https://*.example.com"] }, /: allowedOrigins\[0\]: expected an exact/],
  [
    "a directive in an origin",
    { ...good, allowedOrigins: ["https://a.example; script-src *"] },
    /: allowedOrigins\[0\]: expected an exact origin/,
  ],
  [
    "a line break in an origin",
    { ...good, allowedOrigins: ["https://a.example\n  X-Evil: 1"] },
    /: allowedOrigins\[0\]: expected an exact origin/,
  ],
  ["a word that is no verify mode", { ...good, verify: "maybe" }, /: verify: expected "relay" or/],
  ["post without an address", { ...good, handover: { mode: "post", keys: [key] } }, /: handover\.url: expected/],
  [
    "a private key",
    { ...good, handover: { ...good.handover, keys: [{ ...key, d: key.x }] } },
    /: handover\.keys\[0\]\.d: expected no private key here; keep it on your backend\.$/,
  ],
  [
    "a point off the curve",
    { ...good, handover: { ...good.handover, keys: [{ ...key, y: key.x }] } },
    /: handover\.keys\[0\]\.y: expected a point of P-256; make a key with ats-link keygen\.$/,
  ],
];
for (const [what, config, sentence] of wrong)
  test(`nothing is written and one sentence is said for ${what}`, (t) => {
    const ran = generate(t, config);
    assert.ok(isRefusal(ran), ran.out + ran.err);
    assert.match(ran.err.trimEnd(), sentence);
    for (const name of names) assert.ok(!existsSync(join(ran.folder, name)), name);
  });

test("a config that is not there is said to be missing", (t) => {
  const ran = atsLink("headers", join(temporaryFolder(t), "link.config.json"));
  assert.ok(isRefusal(ran));
  assert.match(ran.err, /cannot be read; give the link\.config\.json/);
});

test("a logo by its whole address is taken once the page's own is said", (t) => {
  const config = { ...good, brand: { name: "Acme", logoUrl: "https://link.example.com/logo.svg" } };
  const without = generate(t, config);
  assert.match(without.err, /brand\.logoUrl: expected an address on the link page's own origin\. Say with --url/);
  assert.equal(generate(t, config, "--url", "https://link.example.com/").status, 0);
  assert.equal(generate(t, config, "--url", "https://other.example.com/").status, 1);
});

test("--url is the address of a folder", (t) => {
  for (const url of [
    "link.example.com",
    "ftp://x.example/",
    "http://x.example/",
    "https://user@x.example/",
    "https://x.example/page",
    "https://x.example/?q",
    "https://x.example/a;b/",
  ]) {
    const ran = generate(t, good, "--url", url);
    assert.deepEqual([ran.status, ran.out], [2, ""], url);
    assert.match(ran.err, /^--url [^\n]*\n$/);
  }
});

test("what was made here is made anew; what holds somebody's own settings is left alone", (t) => {
  const { folder, file } = generate(t, good);
  assert.equal(atsLink("headers", file).status, 0, "a second run");
  const own: Record<string, string> = {
    _headers: "/*\n  X-Mine: 1\n",
    "vercel.json": '{"cleanUrls":true,"headers":[]}',
    "nginx-headers.conf": "location / { }\n",
  };
  for (const [name, content] of Object.entries(own)) {
    const before = names.map((each) => readFileSync(join(folder, each), "utf8"));
    writeFileSync(join(folder, name), content);
    const ran = atsLink("headers", file);
    assert.ok(isRefusal(ran), name);
    assert.match(ran.err, /has settings of its own; write to another folder with --out/);
    assert.equal(readFileSync(join(folder, name), "utf8"), content);
    writeFileSync(join(folder, name), before[names.indexOf(name)] ?? "");
  }
});

test("--out names the folder, and what was written is printed", (t) => {
  const out = join(temporaryFolder(t), "a", "b");
  const ran = generate(t, good, "--out", out);
  assert.equal(ran.out, names.map((name) => `${join(out, name)}\n`).join(""));
  for (const name of names) assert.ok(existsSync(join(out, name)));
  const inTheWay = generate(t, good, "--out", join(out, "_headers"));
  assert.ok(isRefusal(inTheWay));
  assert.match(inTheWay.err, /cannot be written; choose another folder with --out/);
});

test("a line too long for Cloudflare Pages is said to be", (t) => {
  const allowedOrigins = Array.from({ length: 60 }, (_, index) => `https://customer-${String(index)}.app.example.com`);
  const ran = generate(t, { ...good, allowedOrigins });
  assert.equal(ran.status, 0);
  assert.match(ran.err, /^_headers has a line of more than 2000 characters, which Cloudflare Pages leaves out\.\n$/);
});
