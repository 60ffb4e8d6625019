import assert from "node:assert/strict";
import { basename } from "node:path";
import { after, before, test } from "node:test";
import { makeSealKey } from "../../web/server/seal_key.ts";
import { allBlocks, type Block, blocksIn, documents, valueOf } from "./documents/blocks.ts";
import { Place } from "./documents/place.ts";
import { isTyped, ruleFor } from "./documents/rules.ts";
import { compile } from "./package/compile.ts";

let place: Place;
before(async () => {
  place = await Place.make((await makeSealKey()).publicJwk);
});
after(() => place.remove());

test("every block of code in the documents is covered by a rule", () => {
  assert.ok(allBlocks.length > 40, String(allBlocks.length));
  assert.deepEqual(
    allBlocks.filter((block) => ruleFor(block) === null).map(({ at }) => at),
    [],
  );
  // A rule for everything would be none.
  for (const info of ["ts", "sh", "json", "js", "", "sh by", "json config", "yaml file=a.yaml"])
    assert.equal(ruleFor(blocksIn("a.md", `\`\`\`${info}\n\`\`\`\n`)[0]!), null, info);
});

for (const document of documents) {
  const blocks = allBlocks.filter((block) => block.document === document);
  if (blocks.length === 0) continue;
  test(`the blocks of ${document} do what they say, in an empty folder with the packed package`, async () => {
    for (const block of blocks) {
      place.write(block);
      assert.equal(await ruleFor(block)?.(block, place), null, block.at);
    }
    await place.stop();
  });
}

/** A value of a type of `ats-link/server`, as a program. */
const valueProgram = ({ code, ...block }: Block): string =>
  `import type { TokenPayload } from "ats-link/server";\nexport const value: ${valueOf({ code, ...block }, "type") ?? "never"} = ${code};`;

test("the TypeScript of the documents compiles strictly against the packed package", () => {
  const written = allBlocks.filter(isTyped);
  const values = allBlocks.filter((block) => valueOf(block, "type") !== undefined);
  assert.ok(written.length > 10 && values.length > 0);
  const name = ({ document, file = "" }: Block): string => `${basename(document, ".md")}/${file}`;
  const files = Object.fromEntries([
    ...written.map((block) => [name(block), place.textOf(block)]),
    ...values.map((block, index) => [`value-${String(index)}.ts`, valueProgram(block)]),
  ]) as Record<string, string>;
  assert.equal(Object.keys(files).length, written.length + values.length, "two blocks have one name");
  const options = { module: "esnext", moduleResolution: "bundler", allowImportingTsExtensions: true };
  assert.deepEqual(compile(place.app, { options, files }), []);
});
