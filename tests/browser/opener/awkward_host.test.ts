import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { LinkError } from "../../../web/types/index.ts";
import type { HostPage } from "./host_page.ts";
import { ask, calls, endings, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

/** What a call of the opener's threw or rejected with. */
type Told = [code: string, message: string];

test("a callback among the options that is none is refused by its name, and create()'s own is told once", async () => {
  const page = await stand.newPage();
  for (const name of ["onExit", "onSuccess", "onEvent", "onLoad"]) {
    const told = await page.evaluate(
      async ([linkUrl, wrong]) => {
        const host = window as unknown as HostPage;
        host.calls.length = 0;
        const opened = host.make("a", { linkUrl }).open({ [wrong]: 5 });
        return opened.then(
          () => "opened",
          (error: unknown): Told => [(error as LinkError).code, (error as LinkError).message],
        );
      },
      [stand.linkUrl, name] as const,
    );
    assert.deepEqual(told, ["CONFIG_INVALID", `${name} is unknown or not valid`]);
    assert.deepEqual(await endings(page), ["exit"], name);
  }
});

test("a callback among the options that is undefined leaves create()'s own, and update() does not lose onSuccess", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    const handler = host.make("a", { linkUrl });
    const none = { onSuccess: undefined, onExit: undefined, onEvent: undefined, onLoad: undefined } as object;
    void handler.open(none);
    handler.update({ onSuccess: undefined } as object);
  }, stand.linkUrl);
  await page.waitForFunction(() => (window as unknown as HostPage).handlers["a"]?.state === "open");
  await tell(page.frames().at(-1)!, (fake) => fake.succeed());
  await page.waitForFunction(() => (window as unknown as HostPage).calls.at(-1)?.[1] === "success");
  assert.deepEqual(
    (await calls(page)).map(([, callback]) => callback),
    ["load", "event", "success"],
  );
});

test("what a page gave all objects is no option and no callback of the host", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    const all = Object.prototype as unknown as Record<string, unknown>;
    const names = ["onExit", "onSuccess", "onEvent", "onLoad", "support", "container", "theme", "linkUrl", "state"];
    for (const name of names)
      Object.defineProperty(all, name, {
        configurable: true,
        writable: true,
        value: () => host.calls.push(["all", name]),
      });
    void host.make("a", { linkUrl }).open({});
  }, stand.linkUrl);
  await page.waitForFunction(() => (window as unknown as HostPage).handlers["a"]?.state === "open");
  assert.equal(await page.locator("dialog > iframe").count(), 1);
  await ask(page, (host) => host.handlers["a"]!.exit({ force: true }));
  assert.deepEqual(await endings(page), ["exit"]);
  assert.ok((await calls(page)).every(([name]) => name === "a"));
});

test("a dialog that the page does not open leaves nothing behind and ends once", async () => {
  const page = await stand.newPage();
  const before = await page.content();
  const code = await page.evaluate((linkUrl) => {
    HTMLDialogElement.prototype.showModal = () => {
      throw new DOMException("not here", "InvalidStateError");
    };
    return (window as unknown as HostPage)
      .make("a", { linkUrl })
      .open()
      .catch((error: unknown) => (error as LinkError).code);
  }, stand.linkUrl);
  assert.equal(code, "INTERNAL");
  assert.deepEqual(await endings(page), ["exit"]);
  assert.equal(await page.content(), before);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
});

test("a dialog that the browser or the host closes without asking is shown again, and the page asks once", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  await frame.getByLabel("Subdomain").fill("acme");
  const exits = (): Promise<number> => frame.evaluate(`heard.filter((message) => message.type === "exit").length`);
  const shown = (): Promise<unknown> => page.waitForFunction(() => document.querySelector("dialog")?.open);
  // Chromium lets two Escapes in a row be held up, and closes at the third.
  await page.evaluate(() => Object.assign(document.querySelector("dialog")!, { tabIndex: -1 }));
  for (let n = 1; n <= 3; n++) {
    await page.locator("dialog").evaluate((dialog) => dialog.focus());
    await page.keyboard.press("Escape");
    await frame.waitForFunction(`heard.filter((message) => message.type === "exit").length >= ${n}`);
    await shown();
    await frame.evaluate(`say({ type: "reply", n: ${n}, ok: true }), say({ type: "reply", n: ${n}, ok: false })`);
  }
  await ask(page, () => document.querySelector("dialog")!.close());
  await frame.waitForFunction(`heard.filter((message) => message.type === "exit").length >= 4`);
  await shown();
  await frame.evaluate(`say({ type: "reply", n: 4, ok: true }), say({ type: "size", height: 77 })`);
  await page.waitForFunction(() => document.querySelector<HTMLElement>("ats-link-root")?.style.height === "77px");
  assert.equal(await exits(), 4);
  assert.equal(await frame.getByLabel("Subdomain").inputValue(), "acme");
  assert.deepEqual(await endings(page), []);
  assert.equal(await ask(page, (host) => host.handlers["a"]!.state), "open");
});

test("preload() settles though its frame never loads or is taken away", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    for (const name of ["slow", "removed"]) {
      void host.ats.preload({ linkUrl }).then(() => host.calls.push([name, "settled"]));
      const frame = document.documentElement.lastElementChild as HTMLIFrameElement;
      // Loading has begun, and its end is kept away.
      if (name === "slow") frame.addEventListener("load", (event) => event.stopImmediatePropagation(), true);
      if (name === "slow") frame.onload = null;
      else frame.remove();
    }
  }, stand.linkUrl);
  await page.clock.runFor(10_500);
  await page.waitForFunction(() => (window as unknown as HostPage).calls.length === 2);
  assert.equal(await page.locator("iframe").count(), 0);
});

test("preload() without an address, or of one that open() would refuse, says so by linkUrl, and no frame is made", async () => {
  const page = await stand.newPage();
  const told = await page.evaluate(() =>
    Promise.all(
      [undefined, null, {}, { linkUrl: 7 }, { linkUrl: "/link/" }, { linkUrl: location.href }].map((given) =>
        (window as unknown as HostPage).ats.preload(given as { linkUrl: string }).then(
          () => ["", "it settled"],
          (error: unknown): Told => [(error as LinkError).code, (error as LinkError).message],
        ),
      ),
    ),
  );
  const [first] = told;
  assert.match(first?.[1] ?? "", /^linkUrl/);
  assert.deepEqual(told, Array(6).fill(["CONFIG_INVALID", first?.[1]]));
  assert.equal(await page.locator("iframe").count(), 0);
});

test("update()s that are too large together are refused by name, and the wizard goes on with what it had", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl, "a", { state: "s".repeat(4000) });
  const told = await page.evaluate(() => {
    const handler = (window as unknown as HostPage).handlers["a"]!;
    handler.update({ locale: "de" });
    handler.update({ brand: { name: "b".repeat(3000) } });
    try {
      handler.update({ inviteUrl: `https://host.example/${"i".repeat(3000)}` });
      return "taken";
    } catch (error) {
      return (error as { message: string }).message;
    }
  });
  assert.equal(told, "inviteUrl is too large");
  // The page of before has heard one, too, until it is gone.
  await frame.evaluate("window.isOld = true; location.reload()").catch(() => {});
  await frame.waitForFunction(`!window.isOld && window.heard?.[0]?.type === "open"`);
  const { config } = (await tell(frame, (fake) => fake.heard[0])) as { config: Record<string, unknown> };
  assert.deepEqual(Object.keys(config).toSorted(), ["brand", "locale", "state"]);
  assert.deepEqual(await endings(page), []);
});

test("a console, a clock and a reportError of the page that throw keep no ending away", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    const fail = (): never => {
      throw new Error("bent");
    };
    Object.assign(console, { error: fail });
    Object.assign(Date.prototype, { toISOString: fail });
    Object.assign(window, { reportError: fail });
    host
      .make("a", { linkUrl, onEvent: fail })
      .open()
      .catch((error: unknown) => host.calls.push(["a", "rejected", { code: (error as LinkError).code }]));
  }, `${stand.linkUrl}?mute`);
  await page.frameLocator("iframe").locator("h1").waitFor();
  await page.clock.runFor(8500);
  await page.waitForFunction(() => (window as unknown as HostPage).calls.length === 2);
  const [exit, rejected] = await calls(page);
  assert.deepEqual([exit?.[1], exit?.[2]?.["code"]], ["exit", "FRAME_BLOCKED"]);
  assert.deepEqual(rejected, ["a", "rejected", { code: "FRAME_BLOCKED" }]);
});
