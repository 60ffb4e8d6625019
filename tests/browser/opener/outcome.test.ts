import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { LinkError } from "../../../web/types/index.ts";
import type { HostPage } from "./host_page.ts";
import { ask, calls, closed, endings, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

test("a success is acknowledged and told once, and closing afterwards is silent", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  await tell(frame, (fake) => {
    fake.succeed();
    fake.succeed();
  });
  await page.waitForFunction(() =>
    (window as unknown as { calls: unknown[][] }).calls.some((call) => call[1] === "success"),
  );
  await frame.waitForFunction(`heard.filter((message) => message.type === "ack").length === 2`);
  const success = (await calls(page)).find(([, callback]) => callback === "success")!;
  assert.equal(success[2], "sealed");
  assert.equal((success[3] as { subdomain?: string }).subdomain, "acme");
  assert.equal(await page.locator("iframe").count(), 1);
  // The frame may go before it has answered.
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await closed(page);
  assert.deepEqual(await endings(page), ["success"]);
  assert.equal((await calls(page)).filter((call) => call[2]?.["name"] === "EXIT").length, 0);
});

test("an exit is told once, after its EXIT event, and a late success is not told", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  // The frame goes away under this call.
  await tell(frame, (fake) => {
    fake.leave("invited_admin");
    fake.succeed();
  }).catch(() => {});
  await closed(page);
  const last = (await calls(page)).slice(-2);
  assert.deepEqual(
    last.map(([, callback]) => callback),
    ["event", "exit"],
  );
  assert.deepEqual([last[0]![2]?.["name"], last[0]![2]?.["reason"]], ["EXIT", "invited_admin"]);
  assert.equal(last[1]![2], null);
  assert.equal(last[1]![3]?.["reason"], "invited_admin");
  assert.equal(await ask(page, (host) => host.handlers["a"]!.state), "idle");
});

test("H13 a page that never answers is FRAME_BLOCKED after 8 seconds, told in the dialog, with a second try", async () => {
  const page = await stand.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    void host
      .make("a", { linkUrl })
      .open()
      .catch((error: unknown) => host.reported.push((error as LinkError).code));
  }, `${stand.linkUrl}?mute`);
  await page.frameLocator("iframe").locator("h1").waitFor();
  await page.clock.runFor(7000);
  assert.deepEqual(await endings(page), []);
  await page.clock.runFor(1500);
  const retry = page.locator("dialog").getByRole("button", { name: "Try again" });
  await retry.waitFor();
  assert.match(await page.locator("dialog").innerText(), /did not load/);
  const [exit] = (await calls(page)).filter(([, callback]) => callback === "exit");
  assert.equal(exit?.[2]?.["code"], "FRAME_BLOCKED");
  assert.ok(String(exit[2]["message"]).includes(stand.linkUrl));
  assert.equal(errors.length, 1);
  assert.match(errors[0]!, /^ATS Link: FRAME_BLOCKED: /);
  assert.equal(await ask(page, (host) => host.handlers["a"]!.state), "idle");
  assert.equal(exit[3]?.["reason"], "error");
  assert.equal((exit[3]["lastError"] as { code: string }).code, "FRAME_BLOCKED");
  assert.deepEqual(await ask(page, (host) => host.reported), ["FRAME_BLOCKED"]);
  // Another try is another session, with an ending of its own.
  await retry.click();
  await page.frameLocator("iframe").locator("h1").waitFor();
  assert.equal(await ask(page, (host) => host.handlers["a"]!.state), "loading");
  await page.clock.runFor(8500);
  await page.locator("dialog").getByRole("button", { name: "Close" }).click();
  assert.deepEqual(await endings(page), ["exit", "exit"]);
  assert.equal(await page.locator("dialog, iframe").count(), 0);
});

test("a refusal is told at once, stays readable, and closes silently", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  await tell(frame, (fake) => fake.say({ type: "refused", code: "ORIGIN_NOT_ALLOWED" }));
  await page.waitForFunction(() => (window as unknown as HostPage).handlers["a"]?.state === "idle");
  assert.equal(await frame.locator("h1").isVisible(), true);
  assert.equal((await calls(page)).at(-1)![2]?.["code"], "ORIGIN_NOT_ALLOWED");
  // The page's own Close.
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await closed(page);
  assert.deepEqual(await endings(page), ["exit"]);
});

test("a wrong configuration rejects with CONFIG_INVALID, tells onExit, and adds nothing to the page", async () => {
  const page = await stand.newPage();
  const codes = await page.evaluate(async (linkUrl) => {
    const host = window as unknown as HostPage;
    const wrong = [
      { linkUrl: `${location.origin}/link/` },
      { linkUrl: "http://link.example.com/" },
      { linkUrl: "/link/" },
      { linkUrl, relay: "https://evil.example" },
      { linkUrl, brand: { name: "Host", logoUrl: "https://evil.example/x.svg" } },
      { linkUrl, providers: "workable" },
    ];
    return Promise.all(
      wrong.map((config) =>
        host
          .make("a", config)
          .open()
          .then(
            () => "opened",
            (error: unknown) => [(error as LinkError).code, (error as LinkError).displayMessage].join(),
          ),
      ),
    );
  }, stand.linkUrl);
  assert.deepEqual(codes, Array(6).fill("CONFIG_INVALID,"));
  assert.deepEqual(await endings(page), Array(6).fill("exit"));
  assert.equal(await page.locator("dialog, iframe").count(), 0);
});

test("callbacks that throw are reported and change nothing", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    const fail = (what: string) => (): never => {
      throw new Error(what);
    };
    const config = { onLoad: fail("load"), onEvent: fail("event"), onSuccess: fail("success"), linkUrl };
    void host.make("a", config).open();
  }, stand.linkUrl);
  await page.waitForFunction(() => (window as unknown as HostPage).handlers["a"]?.state === "open");
  const frame = page.frames().at(-1)!;
  await tell(frame, (fake) => fake.succeed());
  await frame.waitForFunction(`heard.some((message) => message.type === "ack")`);
  // The frame may go before it has answered.
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await closed(page);
  const reported = await ask(page, (host) => host.reported);
  assert.deepEqual(
    reported,
    ["load", "event", "success"].map((what) => `Uncaught Error: ${what}`),
  );
});
