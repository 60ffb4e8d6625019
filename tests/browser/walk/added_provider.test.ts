import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Provider, Values } from "../../../web/relay/provider.ts";
import { keysFor } from "../../../web/sandbox/provider_keys.ts";
import { wizard } from "../../../web/testing/wizard.ts";
import { Child } from "../../relay/contract/engine.ts";
import { listenOn } from "../../supply/documents/ports.ts";
import { fileOfDocument } from "../../web/cli/add/built.ts";
import { run } from "../../web/cli/support.ts";
import { freePort } from "../../support/free_port.ts";
import { launchChromium } from "../support/chromium.ts";
import { until } from "../support/until.ts";

const root = join(import.meta.dirname, "../../..");

/** The one of docs/add-an-ats.md with another way to sign in: a name and a password of HTTP Basic. */
function writtenProvider(): Provider {
  const acme = JSON.parse(fileOfDocument("acme.json")) as Provider;
  const login = { id: "login", label: "API user", kind: "text", optional: false, clean: ["trim"], min: 3, max: 40 };
  const chars = { first: "a-z", middle: "a-z0-9-", last: "a-z0-9" };
  const fields = [acme.fields[0], { ...login, chars, hosts: [], refuse: [] }, acme.fields[1]];
  const auth = { kind: "basic_user_password", user: "login", field: "api_key" };
  return { ...acme, id: "umbra", name: "Umbra ATS", aliases: ["umbra"], auth, fields } as Provider;
}

describe("an ATS that was added to a built folder", () => {
  let folder: string, linkUrl: string, host: Server, dev: Child, browser: Browser, hostUrl: string;
  const provider = writtenProvider();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "ats-link-added-"));
    const dist = join(folder, "dist");
    cpSync(join(root, "dist"), dist, { recursive: true });
    writeFileSync(join(folder, "umbra.json"), JSON.stringify(provider));
    const words = { schema: 1, id: "umbra", lang: "de", texts: { "API user": "API-Benutzer" } };
    writeFileSync(join(folder, "umbra.de.json"), JSON.stringify(words));
    const command = join(dist, "cli/ats-link.mjs");
    const added = run(process.execPath, [command, "add-provider", join(folder, "umbra.json")]);
    assert.deepEqual([added.status, added.err], [0, ""], added.out);
    const port = await freePort(2);
    linkUrl = `http://127.0.0.1:${String(port)}/`;
    host = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8").end(page());
    });
    hostUrl = `http://127.0.0.1:${String(await listenOn(host))}`;
    dev = new Child(process.execPath, [command, "dev", "--allow-origin", hostUrl, "--port", String(port)], {
      cwd: folder,
    });
    await until("the link page is served", () => dev.output.includes(linkUrl));
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await dev.stop();
    host.close();
    rmSync(folder, { recursive: true });
  });

  const page = (): string => `<!doctype html><html lang="en"><title>Host</title>
    <button id="connect">Connect ATS</button><script src="${linkUrl}ats-link.js"></script><script>
    const link = AtsLink.create({ linkUrl: "${linkUrl}", locale: "en", onSuccess: () => document.body.append("taken") });
    document.getElementById("connect").onclick = () => link.open();</script></html>`;

  async function open(view: string): Promise<Page> {
    const opened = await browser.newPage();
    if (view === "Text") await opened.addInitScript("HTMLCanvasElement.prototype.getContext = () => null");
    await opened.goto(hostUrl);
    await opened.getByRole("button", { name: "Connect ATS" }).click();
    return opened;
  }

  async function enter(opened: Page, values: Values): Promise<ReturnType<typeof wizard>> {
    const walk = wizard(opened);
    await walk.choose("Umbra ATS");
    await walk.field("Subdomain").fill(values["subdomain"] ?? "");
    await walk.field("API user").fill(values["login"] ?? "");
    await walk.button("Next").click();
    await walk.field("API key").fill(values["api_key"] ?? "");
    await walk.button("Next").click();
    return walk;
  }

  for (const view of ["canvas", "Text"]) {
    it(`connects in the ${view} view, by the relay and the sandbox of that folder`, async () => {
      const opened = await open(view);
      const walk = await enter(opened, keysFor(provider).good.values);
      await walk.screen("Umbra ATS is connected");
      const canvas = opened.frameLocator("iframe").locator("canvas");
      await canvas.waitFor({ state: view === "canvas" ? "visible" : "hidden" });
      await opened.context().close();
    });

    it(`does not accept an unknown key in the ${view} view`, async () => {
      const opened = await open(view);
      const walk = await enter(opened, keysFor(provider).unknown.values);
      await walk.screen("Umbra ATS did not accept this API key");
      await opened.context().close();
    });
  }
});
