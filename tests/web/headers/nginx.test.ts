import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../support/free_port.ts";
import { temporaryFolder } from "../cli/support.ts";
import { generate } from "./generated.ts";
import { readNetlify } from "./parse.ts";
import { paths, samples } from "./samples.ts";

/** Debian's nginx with the generated file included and nothing of its own about headers. */
const config = (folder: string, port: number, include: string): string => `
daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
events { }
http {
  access_log off;
  types { text/html html; text/javascript js; application/json json; application/wasm wasm; text/plain txt; }
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
  uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  server { listen 127.0.0.1:${port}; root ${folder}/site; include ${include}; }
}
`;

test("nginx takes the generated file and answers with what it says, errors included", async (t) => {
  const folder = temporaryFolder(t);
  for (const path of paths.filter((each) => each !== "")) {
    mkdirSync(dirname(join(folder, "site", path)), { recursive: true });
    writeFileSync(join(folder, "site", path), "x");
  }
  const made = generate(t, samples["post and a relay elsewhere"]);
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), config(folder, port, join(made.folder, "nginx-headers.conf")));
  const env = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` };
  const nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { env });
  let said = "";
  nginx.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise((done) => nginx.once("close", done));
  t.after(async () => {
    nginx.kill();
    await ended;
  });
  const get = (path: string) => fetch(`http://127.0.0.1:${port}/${path}`);
  // Until it answers or has ended; a signal leaves no exit code.
  while (nginx.exitCode === null && nginx.signalCode === null && !(await get("").catch(() => null))) await wait(20);
  assert.deepEqual([nginx.exitCode, nginx.signalCode], [null, null], said);

  const expected = readNetlify(made.read("_headers"));
  for (const path of paths) {
    const response = await get(path);
    assert.equal(response.status, 200, path);
    const wanted = expected(`/${path}`);
    for (const [name, value] of Object.entries(wanted))
      assert.equal(response.headers.get(name), value, `${path}: ${name}`);
    const policies = [...response.headers.keys()].filter((name) => /policy|cache|origin|security|nosniff/.test(name));
    assert.deepEqual(
      policies.filter((name) => !(name in wanted)),
      [],
      `${path} has more`,
    );
    if (path.endsWith(".mjs")) assert.equal(response.headers.get("content-type"), "text/javascript");
  }
  for (const path of ["none.html", "assets/none.js"]) {
    const missing = await get(path);
    assert.equal(missing.status, 404);
    assert.equal(missing.headers.get("x-content-type-options"), "nosniff", path);
  }
  assert.equal(
    (await get("assets/none.js")).headers.get("cache-control"),
    null,
    "a missing file is not kept for a year",
  );
  const warned = said.split("\n").filter((line) => line !== "" && !line.includes("No such file or directory"));
  assert.deepEqual(warned, [], "nginx has nothing else to warn of");
});
