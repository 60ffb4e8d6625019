import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import type { AtsLink } from "../../../web/types/index.ts";
import type { Stand } from "../opener/stand.ts";
import { ended, endings, type HostWindow, opened, press, startHosts, visit } from "./host_stand.ts";
import { until } from "../support/until.ts";

interface Script {
  AtsLink: AtsLink;
}

let stand: Stand;
before(async () => {
  stand = await startHosts();
});
after(() => stand.close());

const connect = (page: Page, more: object): Promise<void> =>
  page.evaluate((given) => (window as unknown as HostWindow).connect(given), more);
const lastExit = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(() => {
    const { calls } = window as unknown as HostWindow;
    return { error: calls.at(-1)![1], ...calls.at(-1)![2], state: (window as unknown as HostWindow).handler.state };
  });
const ours = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll("ats-link-root, iframe").length);

test("H5 H6 a host that removes, moves or replaces our nodes, or their parents, ends the session once", async () => {
  const page = await visit(stand, "a plain page");
  const ways: (() => void)[] = [
    () => document.querySelector("dialog")!.remove(),
    () => document.querySelector("iframe")!.remove(),
    () => document.querySelector("dialog")!.replaceWith("gone"),
    () => document.documentElement.append(document.querySelector("dialog")!),
    () => document.body.append(document.querySelector("iframe")!),
    () => void (document.body.innerHTML = '<button id="connect">Connect</button>'),
    () => document.documentElement.replaceChild(document.createElement("body"), document.body),
  ];
  for (const [index, way] of ways.entries()) {
    await connect(page, {});
    await opened(page);
    await page.evaluate(`(${way.toString()})()`);
    await ended(page, index + 1);
    const { error, reason, state } = await lastExit(page);
    assert.deepEqual([error, reason, state], [null, "host", "idle"], way.toString());
    assert.equal(await ours(page), 0, way.toString());
  }
  await page.context().close();
});

test("H6 a container that goes ends the session, also inside a shadow root", async () => {
  const page = await visit(stand, "a plain page");
  await page.evaluate(() => {
    const host = document.body.appendChild(document.createElement("div"));
    const container = host.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
    (window as unknown as HostWindow).connect({ container });
  });
  await opened(page);
  await page.evaluate(() => document.body.lastElementChild!.remove());
  await ended(page);
  const { reason, state } = await lastExit(page);
  assert.deepEqual([reason, state], ["host", "idle"]);
  await page.context().close();
});

test("two copies of the script in one page each open, and preload() needs no body", async () => {
  const page = await visit(stand, "a plain page");
  await page.addScriptTag({ url: "/opener/ats-link.js" });
  const link = stand.linkUrl;
  for (const script of ["window.AtsLink", "null"]) {
    // The one that opens first defines the element for both.
    await page.evaluate(
      async ([linkUrl, copy]) => {
        const module = "/opener/ats-link.mjs";
        const api = copy === "null" ? ((await import(module)) as AtsLink) : (window as never as Script).AtsLink;
        (window as unknown as HostWindow).handler = api.create({ linkUrl, onSuccess() {} });
        void (window as unknown as HostWindow).handler.open();
      },
      [link, script] as const,
    );
    await opened(page);
    await page.evaluate(() => (window as unknown as HostWindow).handler.destroy());
    assert.equal(await ours(page), 0);
  }
  await page.evaluate(async (linkUrl) => {
    document.body.remove();
    await (window as never as Script).AtsLink.preload({ linkUrl });
  }, link);
  await page.context().close();
});

test("H5 a copy of the page that a host puts back has nothing of ours", async () => {
  const page = await visit(stand, "a plain page");
  await press(page);
  await page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    const text = document.body.innerHTML;
    document.body.replaceWith(document.createElement("body"));
    document.body.replaceWith(copy);
    document.body.insertAdjacentHTML("beforeend", text);
  });
  await ended(page);
  assert.equal(await ours(page), 0);
  assert.deepEqual(await endings(page), ["exit"]);
  await page.context().close();
});

test("H5 a Turbo visit ends the session once, and Back brings nothing of ours", async () => {
  const page = await visit(stand, "Turbo");
  await page.waitForFunction(() => "visit" in window && "connect" in window);
  await connect(page, {});
  await opened(page);
  await page.evaluate(`visit("/a-plain-page?link=")`);
  await ended(page);
  await page.waitForFunction(() => document.title === "a plain page");
  assert.equal((await lastExit(page))["reason"], "host");
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title === "Turbo");
  assert.equal(await ours(page), 0);
  assert.deepEqual(await endings(page), ["exit"]);
  await page.context().close();
});

test("H8 H9 the dialog stays inside the window at any zoom, and whole without its style sheet", async () => {
  const page = await visit(stand, "a plain page");
  await press(page);
  for (const zoom of ["1.25", "2", "0.5"]) {
    await page.evaluate((value) => document.documentElement.style.setProperty("zoom", value), zoom);
    const box = (await page.locator("dialog").boundingBox())!;
    assert.ok(box.y >= 0 && box.y + box.height <= 800 && box.x >= 0 && box.x + box.width <= 1000, JSON.stringify(box));
  }
  await page.evaluate(() => {
    document.documentElement.style.removeProperty("zoom");
    document.adoptedStyleSheets = [];
  });
  const place = { x: 280, y: 40, width: 440, height: 720 };
  assert.deepEqual(await page.locator("iframe").boundingBox(), place);
  await page.context().close();
});

test("H10 H11 open() works before there is a body, and an Event is no options", async () => {
  const page = await visit(stand, "a plain page");
  await page.evaluate(() => document.body.remove());
  await connect(page, {});
  await opened(page);
  await page.evaluate(() => (window as unknown as HostWindow).handler.exit({ force: true }));
  await page.evaluate(() => {
    const { handler } = window as unknown as HostWindow;
    const button = document.createElement("button");
    button.onclick = handler.open as () => void;
    document.documentElement.append(document.createElement("body"));
    document.body.append(button);
    button.click();
  });
  await opened(page);
  assert.deepEqual(await endings(page), ["exit"]);
  await page.context().close();
});

test("H16 H17 in a container the frame has its width, and its height where it has one", async () => {
  const page = await visit(stand, "a plain page");
  for (const [style, width, height] of [
    ["width:900px;height:500px", 900, 500],
    ["width:300px;height:400px;overflow:hidden", 300, 400],
    ["width:500px", 500, 1174],
  ] as const) {
    await page.evaluate((css) => {
      const container = document.body.appendChild(document.createElement("div"));
      container.style.cssText = css;
      (window as unknown as HostWindow).connect({ container });
    }, style);
    const frame = await opened(page);
    await frame.evaluate("say({ type: 'size', height: 1174 })");
    await page.waitForFunction((wanted) => document.querySelector("iframe")!.clientHeight === wanted, height);
    assert.equal((await page.locator("iframe").boundingBox())?.width, width);
    await page.evaluate(() => (window as unknown as HostWindow).handler.destroy());
  }
  await page.context().close();
});

test("H18 a session that was refused is over, and the next open() starts anew", async () => {
  const page = await visit(stand, "a plain page");
  let frame = await press(page);
  await frame.evaluate("say({ type: 'refused', code: 'ORIGIN_NOT_ALLOWED' })");
  await ended(page);
  assert.equal((await lastExit(page))["state"], "idle");
  await page.evaluate(() => void (window as unknown as HostWindow).handler.open());
  frame = await opened(page);
  assert.equal(await page.locator("iframe").count(), 1);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`H19 before the page has its colours the dialog has them, on a ${colorScheme} system`, async () => {
    const page = await visit(stand, "a plain page", { colorScheme });
    const [dark, light] = [
      ["rgb(20, 22, 28)", "rgb(255, 255, 255)"],
      ["rgb(255, 255, 255)", "rgb(0, 0, 0)"],
    ];
    const system = colorScheme === "dark" ? dark : light;
    for (const [theme, colours] of Object.entries({ dark, light, system })) {
      await page.evaluate(
        ([scheme, url]) => (window as unknown as HostWindow).connect({ theme: scheme, linkUrl: `${url}?mute` }),
        [theme, stand.linkUrl] as const,
      );
      const seen = await page.evaluate(() => {
        const [frame, cover] = [document.querySelector("iframe")!, document.querySelector("dialog > div")!];
        const style = getComputedStyle(cover);
        const { left, top, right, bottom } = frame.getBoundingClientRect();
        const corners = [left + 20, right - 20].flatMap((x) => [top + 20, bottom - 20].map((y) => [x, y] as const));
        const covered = corners.every(([x, y]) => document.elementFromPoint(x, y) === cover);
        const ground = getComputedStyle(document.querySelector("dialog")!).backgroundColor;
        return [ground, style.color, style.backgroundColor, style.opacity, covered];
      });
      assert.deepEqual(seen, [...colours, colours[0], "1", true], theme);
      await page.evaluate(() => (window as unknown as HostWindow).handler.destroy());
    }
    await page.context().close();
  });

for (const colorScheme of ["light", "dark"] as const)
  test(`P23 in a container too there are colours, a sign and Close at once, until there is a screen, on a ${colorScheme} system`, async () => {
    const page = await visit(stand, "a plain page", { colorScheme });
    await page.evaluate((url) => {
      const container = document.body.appendChild(document.createElement("div"));
      container.style.cssText = "width:500px;height:400px";
      (window as unknown as HostWindow).connect({ container, linkUrl: `${url}?mute` });
    }, stand.linkUrl);
    const close = page.getByRole("button", { name: "Close" });
    await page.getByText("Loading").waitFor();
    const ground = await close.evaluate((button) => {
      const { backgroundColor, color } = getComputedStyle(button.parentElement ?? button);
      const { width, height } = (button.parentElement ?? button).getBoundingClientRect();
      return [backgroundColor, color, width, height];
    });
    const colors =
      colorScheme === "dark" ? ["rgb(20, 22, 28)", "rgb(255, 255, 255)"] : ["rgb(255, 255, 255)", "rgb(0, 0, 0)"];
    assert.deepEqual(ground, [...colors, 500, 400]);
    const frame = await until("the page", () => page.frames().find((candidate) => candidate.url().includes("/link/")));
    await frame.waitForFunction("window.port");
    await frame.evaluate(`say({ type: "loading" }), say("counted once the word before it was heard")`);
    await page.waitForFunction(() => (window as unknown as HostWindow).handler.ignored === 1);
    assert.equal(await close.isVisible(), true, "the page is there, its screen is not");
    await frame.evaluate(`say({ type: "ready", version: "0.1.0" })`);
    await close.waitFor({ state: "detached" });
    const { width, height } = (await page.locator("iframe").boundingBox())!;
    assert.deepEqual([width, height], [500, 400]);
    await page.context().close();
  });

test("S8 a page that is loaded again after its success is told so", async () => {
  const page = await visit(stand, "a plain page");
  const frame = await press(page);
  await frame.evaluate("succeed()");
  await ended(page);
  await frame.evaluate("location.reload()").catch(() => {});
  // The page before has heard one thing as well, without one.
  const snapshot = await (await frame.waitForFunction(`window.heard?.[0]?.snapshot`)).jsonValue();
  assert.deepEqual(snapshot, { step: "connected", fields: {} });
  await page.context().close();
});

test("S7 whatever a configuration does when it is read, it ends in one LinkError", async () => {
  const page = await visit(stand, "a plain page");
  const codes = await page.evaluate(async () => {
    const host = window as unknown as HostWindow;
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    const wrong: object[] = [
      { brand: cyclic },
      { state: 1n },
      Object.defineProperty({}, "state", { enumerable: true, get: () => JSON.parse("{") as never }),
      { container: "#place" },
      { brand: 5 },
      { state: "x".repeat(17_000) },
      { support: { onRequest: "help" } },
      { onSucess() {} },
    ];
    const seen: string[] = [];
    for (const options of wrong) {
      const before = host.calls.length;
      host.connect();
      await host.handler.exit({ force: true });
      const error = await host.handler.open(options).then(
        () => "opened",
        (thrown: unknown) => (thrown as { code: string }).code,
      );
      seen.push(`${error} ${host.calls.length - before}`);
    }
    return seen;
  });
  assert.deepEqual(codes, Array(8).fill("CONFIG_INVALID 2"));
  await page.evaluate(() => Object.defineProperty(window, "crypto", { value: undefined }));
  await connect(page, {});
  await ended(page, 17);
  assert.equal(((await lastExit(page))["error"] as { code: string }).code, "INTERNAL");
  assert.equal(await ours(page), 0);
  await page.context().close();
});
