import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { compactDecrypt, importJWK } from "jose";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openToken } from "../../../web/server/open_token.ts";
import { temporaryFolder } from "../cli/support.ts";
import { blocks, openAll, programs } from "./languages.ts";
import { apiKeys, fresh, now, old, privateKeys, refused, sealAsThePage, taken } from "./token_cases.ts";

/** What is in a token by jose alone, without any rule. */
async function contentOf(token: string): Promise<Record<string, unknown>> {
  for (const jwk of [fresh.privateJwk, old.privateJwk]) {
    const opened = await compactDecrypt(token, await importJWK(jwk, "ECDH-ES")).catch(() => null);
    if (opened) return JSON.parse(new TextDecoder().decode(opened.plaintext)) as Record<string, unknown>;
  }
  throw new Error("not opened");
}

const expected = await Promise.all(Object.values(taken).map(contentOf));

test("the document has a program for each language, and each is run", () => {
  const counts = ["js", "python", "go", "ruby", "sh"].map((language) => blocks(language).length);
  assert.deepEqual(counts, [1, 2, 1, 1, 1]);
});

for (const [name, program] of Object.entries(programs))
  test(`${name}: the code of docs/backend.md opens what the page seals and refuses everything else`, (t) => {
    const tokens = [...Object.values(taken), ...Object.values(refused)];
    const folder = join(temporaryFolder(t), "program");
    const answers = openAll(program, folder, { keys: privateKeys, now, tokens });
    assert.equal(answers.length, tokens.length);
    Object.keys(taken).forEach((what, index) => {
      const got = answers[index];
      assert.ok(got, `not opened: ${what}`);
      // Go's struct has the members that a backend needs; a map has them all.
      for (const member of Object.keys(got))
        assert.deepEqual(got[member], expected[index]?.[member], `${what}: ${member}`);
      assert.ok(Object.keys(got).length >= 9);
    });
    Object.keys(refused).forEach((what, index) => {
      assert.equal(answers[expected.length + index], null, `opened: ${what}`);
    });
    t.diagnostic(`${Object.keys(taken).length} tokens opened, ${Object.keys(refused).length} refused`);
  });

const options = { keys: privateKeys, now: () => now * 1000 };

test("ats-link/server, which the demo's backend uses, opens and refuses the same", async () => {
  for (const [what, token] of Object.entries(taken))
    assert.equal(typeof (await openToken(token, options)), "object", what);
  for (const [what, token] of Object.entries(refused))
    await assert.rejects(openToken(token, options), { name: "TokenError" }, what);
});

test("the jose command opens what the page seals, and nothing that was changed", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "ats-link-private-key.json"), JSON.stringify(fresh.privateJwk));
  const open = (token: string) => {
    writeFileSync(join(folder, "token.jwe"), token);
    return spawnSync("sh", ["-c", blocks("sh")[0] ?? ""], { cwd: folder, encoding: "utf8" });
  };
  for (const what of ["sealed by the page", "a key of quotes, controls and other scripts", "sealed by hand"]) {
    const { status, stdout, stderr } = open(taken[what] ?? "");
    assert.equal(status, 0, what + stderr);
    assert.deepEqual(JSON.parse(stdout), expected[Object.keys(taken).indexOf(what)]);
  }
  // The command passes over a second part, as docs/backend.md says.
  assert.equal(open(refused["a changed second part"] ?? "").status, 0);
  const changed = Object.entries(refused).filter(([what]) =>
    /^a changed (?!second)|off the curve|never there|missing part/.test(what),
  );
  assert.equal(changed.length, 7);
  for (const [what, token] of changed) assert.notEqual(open(token).status, 0, what);
});

test("a retired key's tokens are refused, those to the key that is left are not", async () => {
  const left = { ...options, keys: [fresh.privateJwk] };
  await assert.rejects(openToken(taken["sealed to the key before"] ?? "", left), { code: "key_unknown" });
  assert.equal(typeof (await openToken(taken["sealed by the page"] ?? "", left)), "object");
});

test("keys of 20 to 64 characters give tokens of one length, whatever they are made of", async () => {
  const lengths = new Set<number>();
  for (let size = 20; size <= 64; size++) lengths.add((await sealAsThePage("k0_-"[size % 4]!.repeat(size))).length);
  assert.equal(lengths.size, 1);
  assert.ok((await sealAsThePage(apiKeys["200 characters"])).length > [...lengths][0]!);
});
