import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { bridgeFiles } from "../../tools/build/bridge_types.ts";

test("the types of web/link and the tables of docs/bridge.md are what src/codec/bridge.json describes", async () => {
  const files = await bridgeFiles();
  assert.deepEqual(Object.keys(files), ["web/link/view_model.ts", "web/link/messages.ts", "docs/bridge.md"]);
  for (const [path, text] of Object.entries(files))
    assert.equal(
      await readFile(join(import.meta.dirname, "../..", path), "utf8"),
      text,
      `${path}: run node tools/build/bridge_types.ts`,
    );
});
