import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { linkServer } from "../../../web/dev/link_server.ts";
import { listen } from "../../../web/dev/listen.ts";
import type { LinkPageConfig } from "../../../web/headers/link_config.ts";
import { MemoryRateLimiter } from "../../../web/relay/rate_limiter.ts";
import { temporaryFolder } from "../cli/support.ts";
import { generate } from "./generated.ts";
import { type Headers, readNetlify, readNginx, readVercel } from "./parse.ts";
import { paths, samples } from "./samples.ts";

/** Set by the server or by the file's name, and none of the policy's business. */
const notOurs = ["connection", "content-length", "content-type", "date", "keep-alive"];

/** The development server with this config, on files of every kind. */
async function startLinkPage(t: TestContext, config: LinkPageConfig): Promise<(path: string) => Promise<Headers>> {
  const folder = temporaryFolder(t);
  for (const path of paths.filter((each) => each !== "")) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "x");
  }
  const server = await listen(0);
  t.after(() => server.close());
  const limiter = new MemoryRateLimiter({ perMinute: 1, burst: 1, globalPerMinute: 1 });
  const relay = { config: { providers: [], version: "0", origins: [] }, limiter, fetch };
  server.serve(linkServer({ folder, config, relay }));
  return async (path) => {
    const response = await fetch(`http://127.0.0.1:${server.port}/${path}`);
    assert.equal(response.status, 200, path);
    return Object.fromEntries([...response.headers].filter(([name]) => !notOurs.includes(name)));
  };
}

for (const [what, config] of Object.entries(samples))
  test(`_headers, vercel.json, nginx and the development server say the same: ${what}`, async (t) => {
    const { status, err, read } = generate(t, config);
    assert.deepEqual([status, err], [0, ""]);
    const served = await startLinkPage(t, config);
    const [netlify, vercel, nginx] = [
      readNetlify(read("_headers")),
      readVercel(read("vercel.json")),
      readNginx(read("nginx-headers.conf")),
    ];
    let compared = 0;
    for (const path of paths) {
      const expected = netlify(`/${path}`);
      assert.deepEqual(vercel(`/${path}`), expected, `vercel.json: ${path}`);
      assert.deepEqual(nginx(`/${path}`), expected, `nginx: ${path}`);
      // Loopback has no https, and only there is the header left out.
      const { "strict-transport-security": hsts, ...rest } = expected;
      assert.equal(hsts, "max-age=63072000; includeSubDomains", path);
      assert.deepEqual(await served(path), rest, `development server: ${path}`);
      compared += Object.keys(expected).length;
    }
    assert.ok(compared > 60, `${compared} headers compared`);
  });

test("a link page below a folder has the same headers there, and elsewhere none are said", (t) => {
  const config = samples["post and a relay elsewhere"];
  const at = generate(t, config, "--url", "https://www.example.com/connect/ats/");
  const root = generate(t, config);
  assert.equal(at.status, 0, at.err);
  for (const path of paths)
    for (const [name, reader] of [
      ["_headers", readNetlify],
      ["vercel.json", readVercel],
      ["nginx-headers.conf", readNginx],
    ] as const) {
      const below = reader(at.read(name));
      assert.deepEqual(below(`/connect/ats/${path}`), reader(root.read(name))(`/${path}`), `${name}: ${path}`);
      assert.deepEqual(below(`/${path}`), {}, `${name}: ${path} outside`);
    }
});
