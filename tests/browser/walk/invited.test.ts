import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { readHostedLink } from "../../../web/server/hosted_link.ts";
import { Demo } from "../support/demo.ts";
import {
  backendResult,
  button,
  expectScreen,
  openWidget,
  submitCredentials,
  textbox,
  type Widget,
} from "../support/walk.ts";
import { until } from "../support/until.ts";
import { stopClock, walkingPage } from "../support/walking_page.ts";

/** From the demo's first page to the link that a recruiter sends, and back to the page. */
async function invite(page: Page, demo: Demo): Promise<string> {
  const told = page.waitForResponse((response) => response.url().endsWith("/api/invitations"));
  const widget = await openWidget(page, demo.servers.hostUrl);
  await button(widget, "View more ATS integrations").click();
  await button(widget, "Workable").click();
  const { inviteUrl } = (await (await told).json()) as { inviteUrl: string };
  await expectScreen(widget, "How do you want to connect Workable?");
  await button(widget, "Ask someone else to connect").click();
  await expectScreen(widget, "Invite an admin");
  const link = textbox(widget, "Link to share");
  await until("the link names the ATS", async () => (await link.inputValue()) === inviteUrl);
  await button(widget, "Copy link").click();
  await button(widget, "Done").click();
  await page.locator("dialog").waitFor({ state: "detached" });
  return inviteUrl;
}

/** From the question how to the key, for the one ATS that was asked for. */
async function connectAsAdmin(widget: Widget): Promise<void> {
  await expectScreen(widget, "How do you want to connect Workable?");
  assert.equal(await button(widget, "Back").count(), 0, "no other ATS was asked for");
  await button(widget, "Use my API key or access token (recommended)").click();
  await button(widget, "I am an admin").click();
  await button(widget, "Next").click();
  await expectScreen(widget, "Enter your Workable subdomain");
  await submitCredentials(widget, "acme", keys.allScopes.key);
  await expectScreen(widget, "Workable is connected");
}

const waiting = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });
const pending = "Waiting for your admin to open the link";
const opened = "Your admin has opened the link";

/** What the recruiter's page shows once the admin is done, without a reload. */
async function seesConnection(page: Page): Promise<void> {
  const result = await backendResult(page);
  assert.deepEqual([result["provider"], result["subdomain"], result["accountName"]], ["workable", "acme", "Acme"]);
  assert.match(String(result["key"]), /^••••T4ma$/);
  await page.getByText("Your admin has connected your ATS.").waitFor();
  assert.equal(await page.getByRole("list", { name: "Waiting" }).count(), 0);
}

describe("an admin who is invited connects, and the recruiter's page sees it", () => {
  let demo: Demo | undefined;
  afterEach(async () => demo?.stop());

  it("through a hosted link, which names the ATS and works once", async () => {
    demo = await Demo.start({ handoverMode: "post" });
    const recruiter = await walkingPage(demo);
    const url = await invite(recruiter, demo);
    assert.equal(readHostedLink(url).provider, "workable");
    await waiting(recruiter, pending).waitFor();

    const admin = await walkingPage(demo);
    await admin.goto(url);
    const widget = { page: admin, frame: admin as unknown as Widget["frame"] };
    await expectScreen(widget, "Brambleway asks you to connect your ATS");
    await waiting(recruiter, opened).waitFor();
    await button(widget, "Continue").click();
    await connectAsAdmin(widget);
    await seesConnection(recruiter);

    const late = await walkingPage(demo);
    await late.goto(url);
    await expectScreen({ page: late, frame: late as unknown as Widget["frame"] }, "This request has expired");
    demo.takeComplaints();
  });

  it("through the host's own page, where there is no hosted link", async () => {
    demo = await Demo.start();
    const recruiter = await walkingPage(demo);
    const url = await invite(recruiter, demo);
    await waiting(recruiter, pending).waitFor();

    const admin = await walkingPage(demo);
    await admin.goto(url);
    await admin.getByRole("heading", { name: "Dana asked for your help" }).waitFor();
    assert.equal(new URL(admin.url()).hash, "");
    await admin.getByRole("button", { name: "Connect ATS" }).click();
    await waiting(recruiter, opened).waitFor();
    await connectAsAdmin({ page: admin, frame: admin.frameLocator("dialog iframe") });
    assert.equal((await backendResult(admin))["accountName"], "Acme");
    await seesConnection(recruiter);
  });

  it("and whoever cannot begin is told what is true of them", async () => {
    demo = await Demo.start();
    const page = await walkingPage(demo);
    await page.goto(`${demo.servers.hostUrl}?invite=1#of-nobody`);
    await page.getByRole("button", { name: "Connect ATS" }).click();
    await page.getByText("This link has ended. Ask for a new one.").waitFor();

    await page.route("**/api/link-session", (route) => route.fulfill({ status: 503 }));
    await page.goto(demo.servers.hostUrl);
    await page.getByRole("button", { name: "Settings" }).first().click();
    await page.getByRole("button", { name: "Connect ATS" }).click();
    await page.getByText("We could not start the connection. Try again in a moment.").waitFor();
    demo.takeComplaints();
  });

  it("and a page that is not seen asks for nothing until it is seen again", async () => {
    demo = await Demo.start();
    const page = await walkingPage(demo);
    await page.clock.install();
    let asked = 0;
    let answered = 0;
    page.on("request", (request) => void (asked += Number(request.url().includes("/api/status"))));
    page.on("response", (response) => void (answered += Number(response.url().includes("/api/status"))));
    const answers = (): Promise<unknown> => page.waitForResponse((response) => response.url().includes("/api/status"));
    const first = answers();
    await invite(page, demo);
    await first;
    await stopClock(page);
    const show = (state: string): Promise<void> =>
      page.evaluate((value) => {
        Object.defineProperty(document, "visibilityState", { value, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await show("hidden");
    await until("nothing is on its way", () => answered === asked);
    const before = asked;
    await page.clock.runFor(60_000);
    assert.equal(asked, before);
    await show("visible");
    await until("it asks at once", () => asked === before + 1);
    await page.clock.runFor(2_900);
    assert.equal(asked, before + 1);
    // The three seconds begin with the answer's end.
    await until("it asks again", async () => {
      await page.clock.runFor(3000);
      return asked > before + 1;
    });
  });
});
