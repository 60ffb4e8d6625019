import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Child } from "../../relay/contract/engine.ts";
import { installBeside } from "./beside.ts";
import { blockOf, Newcomer } from "./newcomer.ts";

const document = "docs/frameworks.md";
let newcomer: Newcomer;
let backend: Child;
before(async () => {
  newcomer = await Newcomer.begin();
  const install = blockOf(document, "npm install react react-dom").code;
  const names = install.split(/\s+/).filter((word) => word !== "" && !["npm", "install", "--save-dev"].includes(word));
  assert.deepEqual(names, ["react", "react-dom", "vite", "@vitejs/plugin-react"]);
  installBeside(newcomer.folder, names);
  for (const file of ["vite.config.js", "index.html", "main.tsx", "connect.tsx"]) newcomer.take(document, file);
  // As the guide says: the backend makes room for Vite.
  const server = newcomer.place.textOf(blockOf("docs/quickstart.md", "server.ts"));
  const { app, backend: own } = newcomer.place.ports;
  writeFileSync(join(newcomer.folder, "server.ts"), server.replaceAll(String(app), String(own)));
  backend = await newcomer.also("node server.ts");
});
after(() => newcomer.end());

test("Vite serves the React component, which connects under StrictMode", async () => {
  const vite = await newcomer.also(blockOf(document, "npx vite").code.trim());
  await newcomer.connects(backend);
  await vite.stop();
});

test("what Vite builds connects as well", async () => {
  const { status, said } = await newcomer.place.run({ document: "docs/quickstart.md", code: "npx vite build" });
  assert.equal(status, 0, said);
  assert.doesNotMatch(said, /warn/i);
  const preview = await newcomer.also(`npx vite preview --strictPort --port ${String(newcomer.place.ports.app)}`);
  await newcomer.connects(backend);
  await preview.stop();
});
