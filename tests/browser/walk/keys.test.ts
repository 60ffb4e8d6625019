import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Page } from "playwright-core";
import type { Demo } from "../support/demo.ts";
import { button, expectScreen, openWidget, submitCredentials, toSubdomain } from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

interface Failure {
  name: string;
  subdomain: string;
  key: string;
  heading: string;
  sentences: string[];
  ways: string[];
}

const again = "What you typed is still here.";
const failures: Failure[] = [
  {
    name: "a key with only r_jobs lacks candidates",
    subdomain: "acme",
    key: keys.onlyJobs.key,
    heading: "This API key cannot read everything that is needed",
    sentences: ["Workable knows the key but did not let it read all of the data.", "r_candidates"],
    ways: ["Try again", "Edit API key"],
  },
  {
    name: "a key with only r_candidates lacks jobs",
    subdomain: "acme",
    key: keys.onlyCandidates.key,
    heading: "This API key cannot read everything that is needed",
    sentences: ["r_jobs"],
    ways: ["Try again", "Edit API key"],
  },
  {
    name: "a key of another account offers that account",
    subdomain: "acme",
    key: keys.ofGlobex.key,
    heading: "This API key belongs to another Workable account",
    sentences: ["The key may be good, but it is not for the subdomain you entered."],
    ways: ["Try again", "Edit subdomain", "Edit API key"],
  },
  {
    name: "an expired key",
    subdomain: "acme",
    key: keys.expired.key,
    heading: "Workable did not accept this API key",
    sentences: ["The key may be mistyped, expired or revoked."],
    ways: ["Try again", "Edit API key"],
  },
  {
    name: "a revoked key",
    subdomain: "acme",
    key: keys.revoked.key,
    heading: "Workable did not accept this API key",
    sentences: ["The key may be mistyped, expired or revoked."],
    ways: ["Try again", "Edit API key"],
  },
  {
    name: "a rate-limited account counts down",
    subdomain: "acme",
    key: keys.rateLimited.key,
    heading: "Please wait a moment",
    sentences: ["Too many questions were asked in a short time, so a pause is needed."],
    ways: [],
  },
  {
    name: "maintenance with an HTML page",
    subdomain: "acme",
    key: keys.unavailable.key,
    heading: "Workable is not available right now",
    sentences: ["Workable answered that it has a problem. Your details are not the cause.", again],
    ways: ["Try again"],
  },
  {
    name: "truncated JSON",
    subdomain: "acme",
    key: keys.truncatedJson.key,
    heading: "Workable sent an unexpected answer",
    sentences: ["Workable answered in a way that we do not understand."],
    ways: ["Try again"],
  },
  {
    name: "a web page instead of data",
    subdomain: "acme",
    key: keys.html200.key,
    heading: "Workable sent an unexpected answer",
    sentences: ["Workable answered in a way that we do not understand."],
    ways: ["Try again"],
  },
  {
    name: "a suspended account",
    subdomain: "umbrella",
    key: keys.allScopes.key,
    heading: "This API key cannot read everything that is needed",
    sentences: ["If it has them all, ask Workable whether the account is suspended or its plan has no API access."],
    ways: ["Try again"],
  },
  {
    name: "a subdomain that does not exist",
    subdomain: "nobody",
    key: keys.allScopes.key,
    heading: "We found no Workable account called “nobody”",
    sentences: ["Workable has no account under this subdomain."],
    ways: ["Try again", "Edit subdomain"],
  },
  {
    name: "a wrong key",
    subdomain: "acme",
    key: "NotAKeyOfTheSandboxNotAKeyOfTheSandbox12345678901234567890123456",
    heading: "Workable did not accept this API key",
    sentences: ["The key may be mistyped, expired or revoked."],
    ways: ["Try again", "Edit API key"],
  },
];

describe("each documented key ends in its own sentence and a way on", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((...made) => ([demo, page] = made));

  for (const failure of failures)
    it(failure.name, async () => {
      const widget = await openWidget(page, demo.servers.hostUrl);
      await toSubdomain(widget);
      await submitCredentials(widget, failure.subdomain, failure.key);
      const screen = await expectScreen(widget, failure.heading);
      const text = await screen.innerText();
      for (const sentence of failure.sentences) assert.ok(text.includes(sentence), `“${sentence}” is in: ${text}`);
      for (const way of failure.ways) assert.equal(await button(widget, way).count(), 1, `button “${way}”`);
      const got = await page.locator("#result").allInnerTexts();
      assert.equal(got.join(""), "", "the backend got nothing");
    });

  it("a slow answer ends after ten seconds with a sentence", async () => {
    await page.clock.install();
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.slow.key);
    await expectScreen(widget, "Checking your connection");
    await page.clock.fastForward(10_000);
    const screen = await expectScreen(widget, "Workable took too long to answer");
    assert.ok((await screen.innerText()).includes("There was no answer in time, so we stopped waiting."));
    await button(widget, "Try again").waitFor();
  });
});
