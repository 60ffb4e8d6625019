import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Frame, Page } from "playwright-core";
import type { FakePage } from "./fake_link_page.ts";
import { countFromStart, leftBehind } from "./left_behind.ts";
import { closed, startStand, tell, type Stand } from "./stand.ts";

interface ElementHost {
  seen: [name: string, detail: Record<string, unknown>][];
  complaints: string[];
  link: HTMLElement & Record<string, unknown> & { open(): Promise<void>; back(): Promise<boolean> };
}

/** `link` is the page's element, not yet in the page; its events are heard on itself, as it may be gone when they come. */
const files = {
  "/options.js": `import "/opener/element.mjs";
    window.seen = [];
    window.complaints = [];
    addEventListener("error", (event) => { window.complaints.push(event.message); event.preventDefault(); });
    addEventListener("unhandledrejection", (event) => window.complaints.push("unhandled " + event.reason?.message));
    window.make = () => {
      window.link = document.createElement("ats-link");
      for (const name of ["link-success", "link-exit", "link-event", "link-load"])
        link.addEventListener(name, (event) => window.seen.push([name, event.detail]));
      link.append(Object.assign(document.createElement("button"), { textContent: "Connect" }));
      link.setAttribute("link-url", new URLSearchParams(location.search).get("link"));
    };
    make();
    window.loaded = true;`,
  "/options": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Element</title>
    <body><script type="module" src="/options.js"></script></body></html>`,
};

let stand: Stand;
before(async () => {
  stand = await startStand(files);
});
after(() => stand.close());

async function elementPage(): Promise<Page> {
  const page = await stand.newPage();
  await page.goto(`${stand.hostUrl}options?link=${encodeURIComponent(stand.linkUrl)}`);
  await page.waitForFunction(() => "loaded" in window);
  return page;
}

const on = <T>(page: Page, act: (host: ElementHost) => T | Promise<T>): Promise<T> =>
  page.evaluate(`(${act.toString()})(window)`);

async function opened(page: Page): Promise<Frame> {
  await on(page, ({ link }) => document.body.append(link));
  await page.getByRole("button", { name: "Connect" }).click();
  await page.waitForFunction(() => (window as unknown as ElementHost).seen.some(([name]) => name === "link-event"));
  return page.frames().at(-1)!;
}

/** Of the first message to the page, which may come after the host has heard of the page. */
async function configOf(frame: Frame) {
  await frame.waitForFunction(() => (window as unknown as FakePage).heard.length > 0);
  return (await tell(frame, (fake) => fake.heard[0]))!["config"];
}

/** Every attribute but link-url and inline. */
const attributes = {
  state: "s",
  provider: "workable",
  providers: "workable, ashby",
  "required-scopes": "r_jobs r_candidates",
  "optional-scopes": "w_candidates",
  subdomain: "acme",
  mode: "relink",
  locale: "de-AT",
  theme: "dark",
  accent: "#112233",
  "accent-dark": "#AABBCC",
  surface: "#fffdfa",
  "surface-dark": "#101820",
  text: "#201810",
  "text-dark": "#f0f0f0",
  radius: "4.5",
  density: "compact",
  font: "Inter, Arial",
  brand: "Acme & Co",
  "support-url": "https://help.example/",
  "support-email": "help@example.com",
  "invite-url": "https://host.example/?invite=1",
};
const members = {
  state: "s",
  provider: "workable",
  providers: ["workable", "ashby"],
  scopes: { required: ["r_jobs", "r_candidates"], optional: ["w_candidates"] },
  prefill: { subdomain: "acme" },
  mode: "relink",
  locale: "de-AT",
  theme: {
    ...{ scheme: "dark", accent: "#112233", accentDark: "#AABBCC", surface: "#fffdfa", surfaceDark: "#101820" },
    ...{ text: "#201810", textDark: "#f0f0f0", radius: 4.5, density: "compact", font: "Inter, Arial" },
  },
  brand: { name: "Acme & Co" },
  support: { url: "https://help.example/", email: "help@example.com" },
  inviteUrl: "https://host.example/?invite=1",
};
const travelled = { ...members, supportRequest: false };

test("every option is an attribute", async () => {
  const page = await elementPage();
  for (const [name, value] of Object.entries(attributes))
    await page.evaluate(([n, v]) => (window as unknown as ElementHost).link.setAttribute(n, v), [name, value] as const);
  assert.deepEqual(await configOf(await opened(page)), travelled);
  assert.deepEqual(await on(page, ({ complaints }) => complaints), []);
});

test("every option is a property, also one that was set before the element was defined", async () => {
  const page = await elementPage();
  await page.evaluate((given) => {
    const host = window as unknown as ElementHost & { make(): void };
    // As before its upgrade: the element has own members of these names.
    for (const [name, value] of Object.entries(given))
      Object.defineProperty(host.link, name, { value, configurable: true, writable: true, enumerable: true });
  }, members);
  assert.deepEqual(await configOf(await opened(page)), travelled);
  assert.deepEqual(await on(page, ({ link }) => link["scopes"]), members.scopes);
});

test("frameworks may give a property the text of its attribute", async () => {
  const page = await elementPage();
  await on(page, ({ link }) =>
    Object.assign(link, {
      brand: "Acme",
      providers: "workable ashby",
      theme: "dark",
      mode: "connect",
      locale: undefined,
    }),
  );
  assert.deepEqual(await configOf(await opened(page)), {
    ...{ brand: { name: "Acme" }, providers: ["workable", "ashby"], theme: "dark", mode: "connect" },
  });
});

const wrong: [name: string, text: string, allowed: string][] = [
  ["link-url", "/link/", "an absolute https address (http for localhost) on another origin than this page"],
  ["link-url", "", "an absolute https address (http for localhost) on another origin than this page"],
  ["state", "", "the session's state, 1 to 1024 characters"],
  ["provider", "Workable", "a provider's id, such as workable"],
  ["providers", "workable; ashby", "ids of providers with spaces or commas between, such as workable ashby"],
  ["required-scopes", "", "scopes with spaces or commas between, such as r_jobs r_candidates"],
  ["optional-scopes", "r jobs!", "scopes with spaces or commas between, such as r_jobs r_candidates"],
  ["subdomain", "", "a text of 1 to 200 characters"],
  ["mode", "again", '"connect" or "relink"'],
  ["locale", "english_gb", "a BCP 47 language tag, such as en-GB"],
  ["theme", "blue", '"light", "dark" or "system"'],
  ["accent", "red", "a colour as #rrggbb"],
  ["accent-dark", "#fff", "a colour as #rrggbb"],
  ["surface", "white", "a colour as #rrggbb"],
  ["surface-dark", "#12345", "a colour as #rrggbb"],
  ["text", "", "a colour as #rrggbb"],
  ["text-dark", "rgb(0 0 0)", "a colour as #rrggbb"],
  ["radius", "25", "a number of pixels, 0 to 24"],
  ["density", "dense", '"comfortable" or "compact"'],
  ["font", "Inter; color: red", "names of system fonts"],
  ["brand", "", "a text of 1 to 200 characters"],
  ["support-url", "javascript:alert(1)", "an absolute https address (http for localhost)"],
  ["support-email", "help", "an e-mail address"],
  ["invite-url", "http://host.example/", "an absolute https address (http for localhost)"],
];

test("a wrong attribute is told as it is set, by its name and with what is allowed", async () => {
  const page = await elementPage();
  for (const [name, text] of wrong)
    await page.evaluate(([n, t]) => (window as unknown as ElementHost).link.setAttribute(n, t), [name, text] as const);
  const sentences = wrong.map(([name, , allowed]) => `Uncaught TypeError: <ats-link>: ${name}: expected ${allowed}`);
  assert.deepEqual(await on(page, ({ complaints }) => complaints), sentences);
});

test("with a wrong attribute nothing opens, and the exit names it", async () => {
  const page = await elementPage();
  await on(page, ({ link }) => {
    link.setAttribute("mode", "again");
    document.body.append(link);
  });
  await page.getByRole("button", { name: "Connect" }).click();
  await page.waitForFunction(() => (window as unknown as ElementHost).seen.some(([name]) => name === "link-exit"));
  const message = '<ats-link>: mode: expected "connect" or "relink"';
  const exits = await on(page, ({ seen }) => seen.filter(([name]) => name === "link-exit"));
  assert.equal(exits.length, 1);
  const { code, message: told } = exits[0]![1]["error"] as { code: string; message: string };
  assert.deepEqual([code, told], ["CONFIG_INVALID", message]);
  assert.equal(await page.locator("iframe").count(), 0);
  const rejected = await on(page, ({ link }) => link.open().catch((error: unknown) => (error as Error).message));
  assert.equal(rejected, message);
  assert.deepEqual(await on(page, ({ complaints }) => complaints), [`Uncaught TypeError: ${message}`]);
  await on(page, ({ link }) => link.setAttribute("mode", "relink"));
  assert.deepEqual(await configOf(await opened(page)), { mode: "relink" });
});

test("a wrong property is refused where it is set, and the one before stays", async () => {
  const page = await elementPage();
  const cases: [member: string, value: unknown][] = [
    ["mode", "again"],
    ["scopes", ["r_jobs"]],
    ["prefill", { subdomian: "acme" }],
    ["support", { onRequest: "call", mail: "x" }],
    ["brand", { title: "Acme" }],
    ["container", "#place"],
    ["linkUrl", 7],
  ];
  for (const [member, value] of cases) {
    const sentence = await page.evaluate(
      ([m, v]) => {
        const { link } = window as unknown as ElementHost;
        const before = link[m];
        try {
          link[m] = v;
          return "taken";
        } catch (error) {
          return JSON.stringify(link[m]) === JSON.stringify(before) ? (error as Error).message : "changed";
        }
      },
      [member, value] as const,
    );
    assert.ok(sentence.startsWith(`<ats-link>: ${member}: expected `), sentence);
  }
});

test("an open wizard hears of a change at once; what is wrong is told and changes nothing", async () => {
  const page = await elementPage();
  const frame = await opened(page);
  await on(page, ({ link }) => {
    link.setAttribute("locale", "fr");
    link["inviteUrl"] = "https://host.example/";
    link.setAttribute("theme", "blue");
    link.setAttribute("theme", "light");
  });
  await frame.waitForFunction(`heard.filter(({ type }) => type === "update").length === 3`);
  const patches = await tell(frame, (fake) => fake.heard.slice(1).map((message) => message["patch"]));
  assert.deepEqual(patches, [{ locale: "fr" }, { inviteUrl: "https://host.example/" }, { theme: "light" }]);
  assert.equal((await on(page, ({ complaints }) => complaints)).length, 1);
});

test("an element that is moved keeps its wizard, and one that goes away ends its session once", async () => {
  const page = await elementPage();
  await opened(page);
  await on(page, ({ link }) => document.body.prepend(link));
  assert.equal(await page.locator("iframe").count(), 1);
  await on(page, ({ link }) => link.remove());
  await closed(page);
  const exits = await on(page, ({ seen }) => seen.filter(([name]) => name === "link-exit"));
  assert.deepEqual(
    exits.map(([, { error, metadata }]) => [error, (metadata as { reason: string }).reason]),
    [[null, "host"]],
  );
});

test("fifty elements that come, open and go leave no node, listener, port or frame", async () => {
  const page = await elementPage();
  await countFromStart(page);
  await page.reload();
  await page.waitForFunction(() => "loaded" in window);
  const cdp = await page.context().newCDPSession(page);
  const round = async (): Promise<void> => {
    await opened(page);
    await on(page, ({ link }) => link.remove());
    await page.waitForFunction(() => window.length === 0 && !document.querySelector("dialog"));
    await page.evaluate(() => {
      const host = window as unknown as ElementHost & { make(): void };
      host.seen.length = 0;
      host.make();
    });
  };
  for (let i = 0; i < 5; i++) await round();
  const { kept: before, ports: early, ...counted } = await leftBehind(page, cdp);
  for (let i = 0; i < 50; i++) await round();
  const { kept, ports, ...rest } = await leftBehind(page, cdp);
  assert.deepEqual(rest, counted);
  console.log(JSON.stringify({ before, kept, ports: [early, ports] }));
  assert.ok(ports <= early + 4, `${String(ports)} ports`);
  assert.ok(kept.documents <= before.documents + 4, `${String(kept.documents)} documents`);
  assert.ok(kept.nodes <= before.nodes + 50, `${String(kept.nodes)} nodes`);
  assert.ok(kept.jsEventListeners <= before.jsEventListeners + 20, `${String(kept.jsEventListeners)} listeners`);
});
