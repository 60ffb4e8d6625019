import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { startServers, type ServerOptions, type Servers } from "../../../web/dev/start_servers.ts";
import { Demo } from "../support/demo.ts";
import { pressConnect } from "../support/walk.ts";

const jwk = { kty: "EC", crv: "P-256", kid: "1", x: "a".repeat(43), y: "b".repeat(43) };
const handover = { mode: "callback", keys: [jwk] };

/** A wrong member of link.config.json, and the line that tells the integrator which. */
const wrong: { name: string; config: NonNullable<ServerOptions["linkConfig"]>; line: RegExp }[] = [
  { name: "an unknown member", config: { colour: "red" } as never, line: /colour/ },
  { name: "a word that is no verify mode", config: { verify: "maybe" }, line: /verify/ },
  { name: "a private key", config: { handover: { ...handover, keys: [{ ...jwk, d: "c" }] } }, line: /handover\.keys/ },
  { name: "no key", config: { handover: { ...handover, keys: [] } }, line: /handover\.keys/ },
];

describe("a wrong link.config.json is refused with the line that corrects it", () => {
  let demo: Demo, page: Page;
  let servers: Servers | undefined;
  before(async () => {
    demo = await Demo.start();
    page = await demo.page();
  });
  afterEach(async () => {
    await servers?.close();
    servers = undefined;
  });
  after(() => demo.stop());

  /** Servers of its own for each configuration, which they read as they start; the browser and its page are shared. */
  async function serve(linkConfig: ServerOptions["linkConfig"] = {}): Promise<Servers> {
    servers = await startServers({ linkConfig });
    return servers;
  }

  for (const { name, config, line } of wrong)
    it(name, async () => {
      const widget = await pressConnect(page, (await serve(config)).hostUrl);
      const heading = widget.frame.getByRole("heading", { level: 1, name: "This page is not set up yet" });
      await heading.waitFor();
      assert.match(await widget.frame.locator("body").innerText(), line);
      assert.equal(await widget.frame.getByRole("textbox").count(), 0, "nothing else is shown");
    });

  it("a host page that is not on the list sees nothing, and its developer the code", async () => {
    const { hostUrl } = await serve({ allowedOrigins: ["https://app.example.com"] });
    await page.clock.install();
    await pressConnect(page, hostUrl);
    await page.locator("dialog iframe").waitFor();
    // The policy keeps the page out of the frame, so the opener says so after its 8 seconds.
    await page.clock.fastForward(8_000);
    await page.getByText("The window could not be shown (FRAME_BLOCKED).").waitFor();
    assert.equal(await page.locator("dialog iframe").count(), 0);
  });

  for (const allowedOrigins of [[], ["https://*.example.com"], ["null"], ["http://app.example.com"]])
    it(`${JSON.stringify(allowedOrigins)} as allowedOrigins lets nobody frame it; by its own address it says why`, async () => {
      await page.goto((await serve({ allowedOrigins })).linkUrl);
      await page.getByRole("heading", { level: 1, name: "This page is not set up yet" }).waitFor();
      assert.match(await page.locator("body").innerText(), /link\.config\.json: .*allowedOrigins/);
    });

  it("opened by its own address the page says where it belongs", async () => {
    await page.goto((await serve()).linkUrl);
    await page.getByRole("heading", { level: 1, name: "Nothing to connect here yet" }).waitFor();
  });
});
