import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { JWK } from "jose";
import { startServers } from "../../../web/dev/serve.ts";
import { describeOwn } from "../../../web/dev/own_snippet.ts";
import { openOwnFolder } from "../../../web/dev/own_folder.ts";
import { startOwn, TakenPort, type OwnServers } from "../../../web/dev/start_own.ts";
import type { LinkPageConfig } from "../../../web/headers/link_config.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { freePort } from "../../support/free_port.ts";
import { atsLink, temporaryFolder } from "../cli/support.ts";
import { makeDist } from "./support.ts";

const app = "http://localhost:3000";

interface Own extends OwnServers {
  told: string[];
  config(): Promise<LinkPageConfig>;
}

async function start(t: TestContext, folder: string, origins = [app]): Promise<Own> {
  const told: string[] = [];
  const tell = (sentence: string) => void told.push(sentence);
  const servers = await startOwn({ port: 0, origins, folder, dist: makeDist(t), tell });
  t.after(() => servers.close());
  const config = async () => (await fetch(`${servers.linkUrl}link.config.json`)).json() as Promise<LinkPageConfig>;
  return { ...servers, told, config };
}

const policyOf = async (linkUrl: string): Promise<string> =>
  (await fetch(linkUrl)).headers.get("content-security-policy") ?? "";

test("one's own application may open the page, whose keys and settings stay between starts and out of git", async (t) => {
  const folder = join(temporaryFolder(t), "own/.ats-link");
  const first = await start(t, folder);
  assert.deepEqual((await first.config()).allowedOrigins, [app]);
  assert.match(await policyOf(first.linkUrl), new RegExp(`frame-ancestors ${app};`));
  assert.equal(statSync(first.keyFile).mode & 0o077, 0);
  assert.equal(readFileSync(join(folder, ".gitignore"), "utf8"), "*\n");
  const { kid, d } = JSON.parse(readFileSync(first.keyFile, "utf8")) as JWK;
  assert.ok(!JSON.stringify(await first.config()).includes(d ?? ""));
  const later = await start(t, folder, ["http://localhost:5173"]);
  const { allowedOrigins, handover } = await later.config();
  assert.deepEqual([allowedOrigins, handover.keys[0]?.kid], [[app, "http://localhost:5173"], kid]);
  assert.deepEqual([first.told, later.told], [[], []]);
});

test("the opener lies beside the page as in production, and the relay asks the sandbox", async (t) => {
  const { linkUrl, sandboxUrl } = await start(t, temporaryFolder(t));
  const script = await fetch(`${linkUrl}ats-link.js`);
  assert.deepEqual([await script.text(), script.headers.get("access-control-allow-origin")], ["/* opener */", "*"]);
  const headers = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${keys.allScopes.key}` };
  const answer = await fetch(`${linkUrl}relay/v1/workable/jobs?subdomain=acme`, { headers });
  assert.equal(((await answer.json()) as { body: string }).body, "ok");
  assert.equal((await fetch(`${sandboxUrl}/__sandbox/keys`)).status, 200);
});

test("link.config.json counts as it is at each request, and its headers with it; a wrong one is told and served", async (t) => {
  const own = await start(t, temporaryFolder(t));
  const right = await own.config();
  const change = (members: object) => writeFileSync(own.configFile, JSON.stringify({ ...right, ...members }));
  change({ brand: { name: "Mine" }, allowedOrigins: ["https://app.example.com"] });
  assert.deepEqual((await own.config()).brand, { name: "Mine" });
  assert.match(await policyOf(own.linkUrl), /frame-ancestors https:\/\/app\.example\.com http:\/\/localhost:3000;/);
  change({ verify: "maybe" });
  assert.equal((await own.config()).verify, "maybe");
  assert.match(await policyOf(own.linkUrl), /frame-ancestors https:\/\/app\.example\.com /, "the last right one's");
  writeFileSync(own.configFile, "{");
  assert.equal(await (await fetch(`${own.linkUrl}link.config.json`)).text(), "{");
  rmSync(own.keyFile);
  const foreign = await start(t, temporaryFolder(t));
  change({ handover: (await foreign.config()).handover });
  await own.config();
  assert.deepEqual(own.told, [
    `${own.configFile} was read again.`,
    `${own.configFile}: verify: expected "relay" or "backend" or "none".`,
    `${own.configFile}: this is not JSON.`,
    `${own.configFile}: handover.keys has no key of private-key.json, so that would open nothing.`,
  ]);
});

test("a taken port is told by its number, the sandbox's too, and nothing stays open", async (t) => {
  const port = (await freePort(2)) + 1;
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
  t.after(() => taken.close());
  const folder = temporaryFolder(t);
  const options = { origins: [app], folder, dist: makeDist(t), tell: () => undefined };
  for (const first of [port, port - 1]) {
    const isTaken = (error: unknown) => error instanceof TakenPort && error.port === port;
    await assert.rejects(startOwn({ ...options, port: first }), isTaken);
  }
  const again = createServer();
  await new Promise<void>((resolve) => again.listen(port - 1, "127.0.0.1", resolve));
  await new Promise((resolve) => again.close(resolve));
  const { status, err } = atsLink("dev", "--allow-origin", app, "--port", String(port), "--folder", folder);
  const sentence = `Port ${port} is taken; choose another pair with --port N: the link page takes N and the sandbox N+1.\n`;
  assert.deepEqual([status, err], [1, sentence]);
});

test("a wrong option of dev is refused by its name with what is allowed", () => {
  const cases: [args: string[], sentence: RegExp][] = [
    [[], /^ats-link dev needs --allow-origin ORIGIN\.\n$/],
    [
      ["--allow-origin", "http://localhost:3000/"],
      /^--allow-origin: expected an exact origin such as .*, not "http:\/\/localhost:3000\/"\.\n$/,
    ],
    [["--allow-origin", "*"], /^--allow-origin: expected an exact origin/],
    [["--allow-origin", app, "--port", "65535"], /^--port is a number from 1 to 65534, not "65535"\.\n$/],
    [["--allow-origin", app, "--upstream", "acme"], /^--upstream is an http or https address, not "acme"\.\n$/],
    [
      ["--allow-origin", app, "--prot", "1"],
      /^ats-link dev has no option "--prot"; it takes --allow-origin ORIGIN, --port N, /,
    ],
  ];
  for (const [args, sentence] of cases) {
    const { status, out, err } = atsLink("dev", ...args);
    assert.deepEqual([status, out], [2, ""], args.join(" "));
    assert.match(err, sentence);
  }
});

test("what is printed has the addresses, the files, lines to paste and every key of Workable", async (t) => {
  const own = await start(t, temporaryFolder(t));
  const text = describeOwn(own, [app], true);
  for (const words of [
    own.linkUrl,
    own.sandboxUrl,
    own.keyFile,
    own.configFile,
    app,
    `src="${own.linkUrl}ats-link.js"`,
  ])
    assert.ok(text.includes(words), words);
  for (const { provider, key } of Object.values(keys)) assert.equal(text.includes(key), provider === "workable", key);
});

test("./run's servers take an application of one's own beside the demo, with the demo's backend on the same keys", async (t) => {
  const folder = temporaryFolder(t);
  const own = { origins: [app], folder, tell: () => undefined };
  const servers = await startServers({ dist: makeDist(t), own });
  t.after(() => servers.close());
  const config = (await (await fetch(`${servers.linkUrl}link.config.json`)).json()) as LinkPageConfig;
  assert.deepEqual(config.allowedOrigins, [app, new URL(servers.hostUrl).origin]);
  const { kid } = JSON.parse(readFileSync(join(folder, "private-key.json"), "utf8")) as JWK;
  assert.equal(config.handover.keys[0]?.kid, kid);
});

test("a folder that cannot be made is told in a sentence", async (t) => {
  const file = join(temporaryFolder(t), "file");
  writeFileSync(file, "");
  const told = /--folder: .*file\/own cannot be made or written \(ENOTDIR\); choose another\.$/;
  await assert.rejects(openOwnFolder(join(file, "own"), [app]), told);
});
