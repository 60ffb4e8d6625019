import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { atsLink, isRefusal, temporaryFolder } from "./support.ts";

const wrong: [args: string[], sentence: RegExp][] = [
  [[], /^ats-link needs a command; it has dev, keygen, public, .* and --help shows what they do\.\n$/],
  [["other"], /^ats-link has no command "other"; it has dev, keygen, /],
  [["toString"], /^ats-link has no command "toString"; /],
  [["--typo"], /^ats-link has no command "--typo"; /],
  [["open"], /^ats-link open needs --key FILE\.\n$/],
  [["open", "x"], /^ats-link open needs --key FILE\.\n$/],
  [["open", "a", "b", "--key", "c"], /^ats-link open takes one word, TOKEN, not 2: ats-link open TOKEN --key FILE/],
  [
    ["open", "a", "--key", "c", "--url", "x"],
    /^ats-link open has no option "--url"; it takes --key FILE, --show-secret\.\n$/,
  ],
  [["open", "a", "--key"], /^--key of ats-link open has a value that it cannot have; /],
  [["open", "a", "--key", "b", "--show-secret=yes"], /^--show-secret of ats-link open has a value/],
  [["keygen", "x"], /^ats-link keygen takes no word, not 1: ats-link keygen \[--out FILE\]\n$/],
  [["keygen", "--typo"], /^ats-link keygen has no option "--typo"; it takes --out FILE\.\n$/],
  [["keygen", "--out", "a", "--out", "b"], /^--out may be there only once\.\n$/],
  [["public"], /^ats-link public takes one word, FILE, not 0: /],
  [["public", "a", "--out", "b"], /^ats-link public has no option "--out"; it takes none\.\n$/],
  [["headers"], /^ats-link headers takes one word, FILE, not 0: /],
  [["headers", "a", "b"], /^ats-link headers takes one word, FILE, not 2: /],
  [["check-config", "a", "--show-secret"], /^ats-link check-config has no option "--show-secret"; /],
];

test("a wrong command line is one sentence that says what is allowed, and exit status 2", () => {
  for (const [args, sentence] of wrong) {
    const { status, out, err } = atsLink(...args);
    assert.deepEqual([status, out, err.trimEnd().split("\n").length], [2, "", 1], args.join(" "));
    assert.match(err, sentence);
  }
});

test("public prints the public half of each key of a file, and refuses a file that has none", async (t) => {
  const folder = temporaryFolder(t);
  const [one, two] = [await makeSealKey(), await makeSealKey()];
  const files: Record<string, unknown> = {
    "one.json": one.privateJwk,
    "both.json": { keys: [one.privateJwk, two.privateJwk] },
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  assert.deepEqual(JSON.parse(atsLink("public", join(folder, "one.json")).out), one.publicJwk);
  const both = atsLink("public", join(folder, "both.json"));
  assert.deepEqual(JSON.parse(both.out), [one.publicJwk, two.publicJwk]);
  for (const { privateJwk } of [one, two]) assert.ok(!both.out.includes(privateJwk.d ?? ""));
  writeFileSync(join(folder, "public.json"), JSON.stringify(one.publicJwk));
  const refused = atsLink("public", join(folder, "public.json"));
  assert.ok(isRefusal(refused));
  assert.match(refused.err, /key\.d: this is the public key/);
});

test("check-config says what a right file says, and names the member that is wrong in another", async (t) => {
  const file = join(temporaryFolder(t), "link.config.json");
  const { publicJwk } = await makeSealKey();
  const right = {
    allowedOrigins: ["https://app.example.com"],
    verify: "relay",
    relay: "/relay",
    handover: { mode: "callback", keys: [publicJwk] },
  };
  writeFileSync(file, JSON.stringify(right));
  const { status, out, err } = atsLink("check-config", file);
  assert.deepEqual([status, err], [0, ""]);
  for (const words of ["is right", "https://app.example.com", "the relay at /relay", publicJwk.kid])
    assert.ok(out.includes(words), words);
  const shown = { notices: { workable: "down" }, logos: { lever: "lever.svg" }, brand: { logoUrl: "/own.svg" } };
  writeFileSync(file, JSON.stringify({ ...right, ...shown }));
  assert.match(
    atsLink("check-config", file).out,
    /said to be down +workable\n +shown with a logo +lever\n +the header's logo +\/own\.svg\n/,
  );
  writeFileSync(file, JSON.stringify({ ...right, providers: ["lever", "ashbi"], notices: { levr: "down" } }));
  const misspelt = atsLink("check-config", file);
  assert.equal(misspelt.status, 0);
  assert.match(misspelt.err, /^providers: there is no ATS "ashbi", so .*\nnotices: there is no ATS "levr", so .*\n$/);
  const cases: [change: object, sentence: RegExp][] = [
    [{ notices: { workable: "slow" } }, /notices\.workable: expected "down"/],
    [
      { logos: { workable: "https://cdn.example.com/a.svg" } },
      /logos\.workable: expected an address on the link page's/,
    ],
    [{ providers: ["workabel"] }, /providers: none of these is an ATS of this build; this build has ashby, /],
    [{ allowedOrigins: ["https://*.example.com"] }, /allowedOrigins\[0\]: expected an exact origin/],
    [{ verify: "maybe" }, /verify: expected "relay" or "backend" or "none"/],
    [{ handover: { mode: "post", keys: [publicJwk] } }, /handover\.url: expected the backend's https address/],
    [{ colour: "red" }, /colour: expected no such field; remove it/],
  ];
  for (const [change, sentence] of cases) {
    writeFileSync(file, JSON.stringify({ ...right, ...change }));
    const refused = atsLink("check-config", file);
    assert.ok(isRefusal(refused), refused.out);
    assert.match(refused.err, sentence);
  }
  // The relay's address alone says nothing of where the page will be; a wrong --url is a wrong command line.
  writeFileSync(file, JSON.stringify(right));
  assert.equal(atsLink("check-config", file, "--url", "https://link.example.com/").status, 0);
  assert.equal(atsLink("check-config", file, "--url", "nowhere").status, 2);
});

test("--version and --help succeed, also of each command", () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8")) as {
    version: string;
  };
  assert.deepEqual(atsLink("--version"), { status: 0, out: `${version}\n`, err: "" });
  for (const args of [["--help"], ["open", "--help"], ["keygen", "--help", "--out", "x"]])
    assert.match(atsLink(...args).out, /^Usage:/, args.join(" "));
});
