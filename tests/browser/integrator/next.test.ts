import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { allBlocks } from "../../supply/documents/blocks.ts";
import { installBeside } from "./beside.ts";
import { blockOf, Newcomer } from "./newcomer.ts";

const document = "docs/next.md";
let newcomer: Newcomer;
before(async () => {
  newcomer = await Newcomer.begin();
  const words = blockOf(document, "npm install next").code.split(/\s+/);
  const names = words.filter((word) => word !== "" && !["npm", "install", "--save-dev"].includes(word));
  assert.ok(names.includes("next"));
  installBeside(newcomer.folder, names);
  mkdirSync(join(newcomer.folder, "app"));
  // A reader's folder lies in no other project, which Next would warn about.
  rmSync(join(newcomer.place.app, "package-lock.json"));
  for (const { document: of, file } of allBlocks)
    if (of === document && file !== undefined) newcomer.take(document, file);
});
after(() => newcomer.end());

test("an application of Next renders the button on its server, and its server action stores the credential", async () => {
  const [build = "", start = ""] = blockOf(document, "npx next build").code.trim().split("\n");
  const quiet = "NEXT_TELEMETRY_DISABLED=1";
  const built = await newcomer.place.run({ document: "docs/quickstart.md", code: `${quiet} ${build}` });
  assert.equal(built.status, 0, built.said);
  assert.doesNotMatch(built.said, /warn/i);
  const port = String(newcomer.place.ports.app);
  const server = await newcomer.serve(`env ${quiet} ${start} --hostname localhost --port ${port}`);
  const markup = await (await fetch(newcomer.appUrl)).text();
  assert.match(markup, /<button disabled="">Connect ATS<\/button>/);
  await newcomer.connects(server);
});
