import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { ServerOptions } from "../../../web/dev/start_servers.ts";
import { Demo } from "../support/demo.ts";
import { pressConnect, type Widget } from "../support/walk.ts";

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
  let demo: Demo | undefined;
  afterEach(async () => demo?.stop());

  async function open(options: ServerOptions): Promise<Widget> {
    demo = await Demo.start(options);
    return pressConnect(await demo.page(), demo.servers.hostUrl);
  }

  for (const { name, config, line } of wrong)
    it(name, async () => {
      const widget = await open({ linkConfig: config });
      const heading = widget.frame.getByRole("heading", { level: 1, name: "This page is not set up yet" });
      await heading.waitFor({ timeout: 20_000 });
      assert.match(await widget.frame.locator("body").innerText(), line);
      assert.equal(await widget.frame.getByRole("textbox").count(), 0, "nothing else is shown");
    });

  it("a host page that is not on the list sees nothing, and its developer the code", async () => {
    const { page } = await open({ linkConfig: { allowedOrigins: ["https://app.example.com"] } });
    // The policy keeps the page out of the frame, so the opener says so after its 8 seconds.
    await page.getByText("The window could not be shown (FRAME_BLOCKED).").waitFor({ timeout: 20_000 });
    assert.equal(await page.locator("dialog iframe").count(), 0);
  });

  for (const allowedOrigins of [[], ["https://*.example.com"], ["null"], ["http://app.example.com"]])
    it(`${JSON.stringify(allowedOrigins)} as allowedOrigins lets nobody frame it; by its own address it says why`, async () => {
      demo = await Demo.start({ linkConfig: { allowedOrigins } });
      const page = await demo.page();
      await page.goto(demo.servers.linkUrl);
      await page.getByRole("heading", { level: 1, name: "This page is not set up yet" }).waitFor();
      assert.match(await page.locator("body").innerText(), /link\.config\.json: .*allowedOrigins/);
    });

  it("opened by its own address the page says where it belongs", async () => {
    demo = await Demo.start();
    const page = await demo.page();
    await page.goto(demo.servers.linkUrl);
    await page.getByRole("heading", { level: 1, name: "Nothing to connect here yet" }).waitFor();
  });
});
