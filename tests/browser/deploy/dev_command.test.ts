import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { JWK } from "jose";
import type { AtsLinkServer, CredentialCheck } from "../../../web/types/server.ts";
import type { AtsLinkTesting } from "../../../web/types/testing.ts";
import { freePort } from "../../support/free_port.ts";
import { launchChromium } from "../support/chromium.ts";

const dist = join(import.meta.dirname, "../../../dist");
const load = (name: string): Promise<unknown> => import(pathToFileURL(join(dist, name, "index.mjs")).href);

test("an application of one's own, with the lines that `ats-link dev` prints, gets a credential out of the sandbox", async (t) => {
  const { checkCredential, openToken } = (await load("server")) as AtsLinkServer;
  const { keys, sandboxFetch, wizard } = (await load("testing")) as AtsLinkTesting;
  const folder = mkdtempSync(join(tmpdir(), "ats-link-dev-"));
  t.after(() => rmSync(folder, { recursive: true }));

  let lines = "";
  let got!: (check: CredentialCheck) => void;
  const stored = new Promise<CredentialCheck>((resolve) => (got = resolve));
  const [linkPort, app] = [await freePort(2), createServer()];
  app.on("request", (message, response) => {
    if (message.method !== "POST")
      return void response.setHeader("Content-Type", "text/html").end(`<!doctype html>${lines}`);
    const privateJwk = JSON.parse(readFileSync(join(folder, ".ats-link/private-key.json"), "utf8")) as JWK;
    const fetch = sandboxFetch(`http://127.0.0.1:${String(linkPort + 1)}`);
    void text(message)
      .then((token) => openToken(token, { keys: [privateJwk] }))
      .then((payload) => checkCredential(payload, { fetch }))
      .then(got, (error: unknown) => got(error as never));
    response.end();
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    app.close();
    app.closeAllConnections();
  });

  const origin = `http://localhost:${String((app.address() as AddressInfo).port)}`;
  const args = [join(dist, "cli/ats-link.mjs"), "dev", "--allow-origin", origin, "--port", String(linkPort)];
  const dev = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  t.after(() => dev.kill("SIGKILL"));
  let printed = "";
  for await (const chunk of dev.stdout) if ((printed += String(chunk)).includes("</script>\n\n")) break;
  assert.ok(printed.includes("<button"), "the command ended before it printed the lines");
  lines = printed.slice(printed.indexOf("<button"));

  const browser = await launchChromium();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(origin);
  await page.getByRole("button", { name: "Connect ATS" }).click();
  const opened = wizard(page);
  await opened.enterWorkable({ subdomain: "acme", key: keys.allScopes.key });
  await opened.screen("Workable is connected");
  const { verified, accountName, scopes } = await stored;
  assert.deepEqual([verified, accountName, scopes.granted], [true, "Acme", ["r_jobs", "r_candidates"]]);
  dev.kill("SIGINT");
  assert.equal(await new Promise((resolve) => dev.once("close", resolve)), 0);
});
