import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { readOptions } from "../../../web/dev/serve.ts";
import { freePort } from "../../support/free_port.ts";

const web = join(import.meta.dirname, "../../../web");

test("the dev server takes a port and an upstream, and nothing else", () => {
  assert.deepEqual(readOptions([]), { port: 8080 });
  assert.deepEqual(readOptions(["--port", "9000", "--upstream", "http://127.0.0.1:1/"]), {
    port: 9000,
    upstream: "http://127.0.0.1:1/",
  });
  for (const port of ["0", "65535", "x", "80.5", ""])
    assert.equal(typeof readOptions(["--port", port]), "string", port);
  for (const upstream of ["", "acme", "ftp://x/"]) assert.equal(typeof readOptions(["--upstream", upstream]), "string");
  assert.equal(typeof readOptions(["--typo"]), "string");
  const origins = ["http://localhost:3000", "https://app.example.com"];
  const own = origins.flatMap((origin) => ["--allow-origin", origin]);
  assert.deepEqual(readOptions(own), { port: 8080, origins });
  assert.match(readOptions([...own, "--port", "65534"]) as string, /^--port is a number from 1 to 65533\.$/);
  assert.match(
    readOptions(["--allow-origin", "localhost:3000"]) as string,
    /^--allow-origin: expected an exact origin/,
  );
});

test("a taken port is one sentence and exit status 1", async (t) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  t.after(() => taken.close());
  const { port } = taken.address() as AddressInfo;
  const child = spawn(process.execPath, [join(web, "dev/serve.ts"), "--port", String(port)]);
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const status = await new Promise((resolve) => child.once("close", resolve));
  assert.deepEqual([status, err], [1, `Port ${port} or ${port + 1} is taken; choose another with --port.\n`]);
});

test("the dev server prints its addresses and ends cleanly when interrupted", async (t) => {
  const port = await freePort(2);
  const child = spawn(process.execPath, [join(web, "dev/serve.ts"), "--port", String(port)]);
  t.after(() => child.kill("SIGKILL"));
  let out = "";
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes("/__sandbox/keys")) resolve();
    });
    child.once("close", () => resolve());
  });
  assert.match(out, new RegExp(`Host demo {5}http://localhost:${port}/\n`));
  assert.match(out, new RegExp(`Link page {5}http://127\\.0\\.0\\.1:${port + 1}/ `));
  child.kill("SIGINT");
  assert.equal(await new Promise((resolve) => child.once("close", resolve)), 0);
});
