// Pictures of real screens: node tools/paint_preview/shoot.mjs BUILD_FOLDER OUT_FOLDER [density] [width]
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [build, out, density = "2", width = "440"] = process.argv.slice(2);
const here = import.meta.dirname;
const root = join(here, "../..");
const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const files = {
  "/page.js": [join(here, "page.js"), "text/javascript"],
  "/ats-link.mjs": [join(build, "ats-link.mjs"), "text/javascript"],
  "/ats-link.wasm": [join(build, "ats-link.wasm"), "application/wasm"],
};
const page =
  '<!doctype html><meta charset="utf-8"><style>body{margin:0}canvas{display:block}</style><canvas></canvas><script type="module" src="/page.js"></script>';
const server = createServer((request, response) => {
  const [path, type] = files[request.url] ?? [null, "text/html"];
  if (request.url.startsWith("/relay/"))
    return void setTimeout(
      () => response.writeHead(200, { "content-type": "application/json" }).end('{"status":401,"body":"json"}'),
      400,
    );
  response.writeHead(200, { "content-type": type }).end(path ? readFileSync(path) : page);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--force-device-scale-factor=${density}`,
  ],
});
const context = await browser.newContext({
  deviceScaleFactor: Number(density),
  viewport: { width: Number(width), height: 640 },
});
const tab = await context.newPage();
tab.on("console", (message) => console.log("console:", message.text()));
tab.on("pageerror", (error) => console.log("page:", error.message));
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
await tab.waitForFunction(() => window.ready, null, { timeout: 20000 });

const catalogue = ["ashby", "jobvite", "lever", "pinpoint", "smartrecruiters", "workable"].map((id) =>
  json(`providers/${id}.json`),
);
const message = {
  page: {},
  plurals: { 0: "other", 1: "one", 2: "other" },
  messages: json("locales/en.json"),
  catalogue,
  relay: "/relay",
};
const call = (name, ...args) => tab.evaluate(([n, a]) => window.preview[n](...a), [name, args]);
const press = (node) => call("post", { type: "action", node, kind: "press" });
const shoot = async (name, options = {}) => {
  await call("frame", { width: Number(width), height: 640, ...options });
  for (let i = 0; i < 8; i++) await call("frame", options);
  const { ms } = await call("frame", options);
  await tab.locator("canvas").screenshot({ path: join(out, `${name}.png`) });
  console.log(name, ms.toFixed(2), "ms");
};
for (const dark of [0, 1]) {
  const at = dark ? "dark" : "light";
  console.log("boot", await call("boot", message), "canvas", await call("canvas", 1));
  await call("look", dark);
  console.log("open", await call("post", { type: "open", config: { brand: { name: "Talent Harbor" } } }));
  await shoot(`${at}-1-provider`);
  await call("post", { type: "action", node: "search", kind: "input", value: "work" });
  await press("choice:workable");
  await shoot(`${at}-2-method`, { x: 200, y: 300 });
  await press("method:api_key");
  await shoot(`${at}-3-admin`);
  await press("admin:yes");
  await shoot(`${at}-4-permissions`);
  await press("primary");
  await call("post", { type: "action", node: "field:subdomain", kind: "input", value: "acme.workable.com" });
  await call("post", { type: "action", node: "primary", kind: "submit" });
  await shoot(`${at}-5-subdomain`);
  await call("post", { type: "action", node: "field:subdomain", kind: "input", value: "acme" });
  await call("post", { type: "action", node: "primary", kind: "submit" });
  await call("post", { type: "action", node: "guide:0", kind: "toggle" });
  await call("focus", "field:api_key");
  await shoot(`${at}-6-key`);
  await shoot(`${at}-6-key-end`, { scroll: 2000 });
  await call("focus", "");
  await press("help");
  await shoot(`${at}-7-help`);
  await press("primary");
  await call("secret", "api_key", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  await call("post", { type: "action", node: "primary", kind: "submit" });
  await shoot(`${at}-8-verifying`);
  await tab.waitForTimeout(1500);
  await shoot(`${at}-9-failed`);
}
console.log(JSON.stringify(await tab.evaluate(() => window.preview.state.effects)).slice(0, 1500));
await browser.close();
server.close();
