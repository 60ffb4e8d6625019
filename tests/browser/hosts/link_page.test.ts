import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Page } from "playwright-core";
import { listen } from "../../../web/dev/listen.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import type { AtsLink } from "../../../web/types/index.ts";
import { Demo } from "../support/demo.ts";
import { forgetHeard, hostHears, logPorts } from "../support/port_log.ts";
import {
  backendResult,
  button,
  expectScreen,
  openWidget,
  pressConnect,
  submitCredentials,
  textbox,
  toSubdomain,
} from "../support/walk.ts";

const opener = join(import.meta.dirname, "../../../dist/opener");

let demo: Demo;
before(async () => {
  demo = await Demo.start();
});
afterEach(async () => {
  demo.takeComplaints();
  await demo.closePages();
});
after(() => demo.stop());

const reload = (page: Page): Promise<unknown> =>
  page
    .frames()
    .at(-1)!
    .evaluate("location.reload()")
    .catch(() => {});

/** Changes or swallows what the host says to the page, before the host's scripts run. */
const intercept = (page: Page, change: (message: Record<string, unknown>) => object | null): Promise<unknown> =>
  page.addInitScript(`{
    const { postMessage } = MessagePort.prototype;
    const change = ${change.toString()};
    MessagePort.prototype.postMessage = function (message) {
      // A clock of the test says something too.
      if (!message) return postMessage.call(this, message);
      window.linkPort = this;
      const changed = change(message);
      if (changed) postMessage.call(this, changed);
      else window.swallowed = true;
    };
  }`);

test("S8 a link page that is loaded again after its success says that it is connected, and closes", async () => {
  const page = await demo.page();
  await page.clock.install();
  await logPorts(page);
  const widget = await openWidget(page, demo.servers.hostUrl);
  await toSubdomain(widget);
  await submitCredentials(widget, "acme", keys.allScopes.key);
  await expectScreen(widget, "Workable is connected");
  await backendResult(page);
  await forgetHeard(page);
  await reload(page);
  await widget.frame.getByRole("heading", { level: 1, name: "Your ATS is connected" }).waitFor();
  // It is a screen: nobody gives up on it.
  await hostHears(page, "snapshot");
  await page.clock.fastForward(30_000);
  await button(widget, "Close").click();
  await page.locator("ats-link-root").waitFor({ state: "detached" });
});

test("S3 a page whose module shows nothing ends the session in a sentence", async () => {
  const page = await demo.page();
  await page.clock.install();
  // The host's first word never comes through.
  await intercept(page, (message) => (message["type"] === "open" ? null : message));
  await pressConnect(page, demo.servers.hostUrl);
  await page.waitForFunction(() => "swallowed" in window);
  await page.clock.fastForward(11_000);
  // Whichever of the two gives up first: the host in place of the frame, or the page in it.
  await Promise.any([
    page.locator("dialog").getByText("did not load").waitFor(),
    page.frameLocator("dialog iframe").getByText("Something went wrong").waitFor(),
  ]);
});

test("S3 an open that the module cannot read is CONFIG_INVALID, said on the page", async () => {
  const page = await demo.page();
  await page.addInitScript(() => {
    const { stringify } = JSON as { stringify(...values: unknown[]): string };
    JSON.stringify = (...values: unknown[]) =>
      (values[0] as { type?: string } | null)?.type === "open" ? "{" : stringify(...values);
  });
  const widget = await pressConnect(page, demo.servers.hostUrl);
  await expectScreen(widget, "This connection is not set up correctly");
  await widget.frame.getByText("For the developer: config").waitFor();
  await button(widget, "Close").first().click();
  await page.locator("ats-link-root").waitFor({ state: "detached" });
});

test("P13 a press beside closes on the first step only", async () => {
  const page = await demo.page();
  const widget = await openWidget(page, demo.servers.hostUrl);
  await page.mouse.click(5, 5);
  await page.locator("ats-link-root").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Connect ATS" }).click();
  await expectScreen(widget, "Connect your ATS");
  await toSubdomain(widget);
  await textbox(widget, "Subdomain").fill("acme");
  await page.mouse.click(5, 5);
  await button(widget, "Next").click();
  await expectScreen(widget, "Enter your Workable API key");
});

test("S6 what was reviewed stays what is asked for, or is reviewed again", async () => {
  const page = await demo.page();
  // The host asks for something else when the page is loaded for the third time.
  await intercept(page, (message) => {
    const host = window as unknown as { openings?: number };
    if (message["type"] !== "open") return message;
    host.openings = (host.openings ?? 0) + 1;
    const config = { ...(message["config"] as object), scopes: { required: ["w_candidates"] } };
    return host.openings < 3 ? message : { ...message, config };
  });
  const widget = await openWidget(page, demo.servers.hostUrl);
  await toSubdomain(widget);
  const scopes = { required: ["w_candidates"] };
  await page.evaluate(
    (patch) => (window as unknown as { linkPort: MessagePort }).linkPort.postMessage({ type: "update", patch }),
    { scopes, locale: "de" },
  );
  await widget.frame.locator('html[lang="de"]').waitFor();
  await widget.frame.getByRole("textbox").fill("acme");
  await widget.frame.locator("button[type=submit]").click();
  await widget.frame.locator("input[type=password]").waitFor();
  const asked = await widget.frame.locator("main").innerText();
  assert.match(asked, /r_candidates/);
  assert.doesNotMatch(asked, /w_candidates/);
  await reload(page);
  await expectScreen(widget, "Enter your Workable API key");
  await reload(page);
  await expectScreen(widget, "Review data permissions");
  await button(widget, "Next").click();
  await expectScreen(widget, "Enter your Workable subdomain");
  assert.equal(await textbox(widget, "Subdomain").inputValue(), "acme");
});

test("H7 in a host's frame without forms Next and Enter both go on", async () => {
  // What a frame around the host may not do, nothing inside of it may.
  const host = await listen(0);
  const script = readFileSync(join(opener, "ats-link.js"), "utf8");
  const address = `http://localhost:${String(host.port)}`;
  const framed = await Demo.start({ linkConfig: { allowedOrigins: [address] } });
  const files: Record<string, string> = {
    "/": `<!doctype html><iframe sandbox="allow-scripts allow-same-origin" src="/host" width="600" height="700"></iframe>`,
    "/host": `<!doctype html><script>${script}</script><body><script>
      AtsLink.create({ linkUrl: "${framed.servers.linkUrl}", onSuccess() {} }).open();</script>`,
  };
  host.serve(({ url = "" }, response) =>
    Promise.resolve(void response.writeHead(200, { "Content-Type": "text/html" }).end(files[url] ?? "")),
  );
  try {
    const page = await framed.page();
    await page.goto(address);
    const widget = { page, frame: page.frameLocator("iframe").frameLocator("dialog iframe") };
    await expectScreen(widget, "Connect your ATS");
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await textbox(widget, "Subdomain").press("Enter");
    await expectScreen(widget, "Enter your Workable API key");
    await button(widget, "Back").click();
    await expectScreen(widget, "Enter your Workable subdomain");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
  } finally {
    await framed.stop();
    await host.close();
  }
});

test("H16 in a container the card has all of the frame, and no ground is seen around it", async () => {
  const page = await demo.page({ viewport: { width: 1000, height: 800 } });
  await page.goto(demo.servers.hostUrl);
  await page.evaluate(readFileSync(join(opener, "ats-link.js"), "utf8"));
  await page.evaluate(async (linkUrl) => {
    const container = document.createElement("div");
    container.style.cssText = "width:900px;height:500px";
    document.body.replaceChildren(container);
    const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
    await api.create({ linkUrl, container, onSuccess() {} }).open();
  }, demo.servers.linkUrl);
  const frame = page.frames().at(-1)!;
  await frame.locator("h1").waitFor();
  assert.deepEqual(
    await frame.evaluate(() => {
      const { x, y, width, height } = document.querySelector(".card")!.getBoundingClientRect();
      return [x, y, width, height];
    }),
    [0, 0, 900, 500],
  );
});

test("P23 until there is a screen the dialog says that it loads, and can be closed", async () => {
  const page = await demo.page();
  await page.route(/\/link\.[0-9a-f]+\.js$/, () => {}); // It never comes.
  await pressConnect(page, demo.servers.hostUrl);
  const dialog = page.locator("dialog");
  await dialog.getByText("Loading").waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });
});

test("P23 while the module is on its way the page's own first screen stays, and can be closed", async () => {
  const page = await demo.page();
  await page.clock.install();
  await logPorts(page);
  await page.route(/\.wasm$/, () => {}); // It never comes.
  const asked = page.waitForRequest(/\.wasm$/);
  const widget = await pressConnect(page, demo.servers.hostUrl);
  // Until then the page may still wait for a script of its own, and give up.
  await asked;
  await expectScreen(widget, "Connect your ATS");
  // From here on the host knows of a screen; before, it gives up after ten seconds, which its clock may run through at once.
  await hostHears(page, "snapshot");
  // Twice as long. After 30 the page gives up its module, and some of them have passed by themselves.
  await page.clock.runFor(20_000);
  await expectScreen(widget, "Connect your ATS");
  await button(widget, "Close").click();
  await page.clock.runFor(1_000);
  await page.locator("dialog").waitFor({ state: "detached" });
});
