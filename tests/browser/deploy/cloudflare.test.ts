import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { serveWorker } from "../../relay/contract/engines/workerd_process.ts";
import { Guide } from "./guide.ts";
import { assetServer, passOn, serveTls } from "./servers.ts";
import { Stage } from "./stage.ts";
import { walkDeployed } from "./walk_deployed.ts";

let stage: Stage;
before(async () => {
  stage = new Stage();
  await stage.startAts();
});
after(() => stage.close());

interface Wrangler {
  main: string;
  vars: Record<string, string>;
  assets: { directory: string; run_worker_first: string[] };
}

test("the Worker, set up by the guide's commands alone, serves page and relay, and the token opens", async () => {
  const folder = join(stage.folder, "guide");
  mkdirSync(folder);
  const guide = new Guide(folder, { npx: 'test "$*" = "wrangler deploy"' });
  guide.run(["Prepare", "Cloudflare"], {});
  const { main, vars, assets } = JSON.parse(readFileSync(join(folder, "wrangler.json"), "utf8")) as Wrangler;
  const worker = join(stage.folder, "worker");
  mkdirSync(worker);
  copyFileSync(join(folder, main), join(worker, "worker.js"));
  copyFileSync(join(folder, dirname(main), "providers.mjs"), join(worker, "providers.mjs"));
  const upstream = { port: stage.atsPort, authority: stage.certificates.authority };
  const { child, port } = await serveWorker(worker, upstream, vars);
  stage.keep({ close: () => child.stop() });
  const serveAsset = assetServer(join(folder, assets.directory));
  const toWorker = assets.run_worker_first.map((pattern) => pattern.replace(/\*$/, ""));
  const edge = await serveTls(stage.site, (message, response) => {
    const isFirst = toWorker.some((beginning) => message.url?.startsWith(beginning));
    if (isFirst) passOn(message, response, port, { "CF-Connecting-IP": "192.0.2.1" });
    else serveAsset(message, response);
  });
  stage.keep(edge);
  const complaints: string[] = [];
  const page = await stage.openApp(edge.port, complaints);
  await walkDeployed(page, folder);
  assert.deepEqual(complaints, []);
});
