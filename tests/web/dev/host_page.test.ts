import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { startForTest } from "./support.ts";

test("the host page may frame the link page and nothing else", async (t) => {
  const servers = await startForTest(t);
  const response = await fetch(servers.hostUrl);
  assert.match(await response.text(), /Demo/);
  const policy = response.headers.get("content-security-policy") ?? "";
  assert.match(policy, new RegExp(`frame-src ${new URL(servers.linkUrl).origin};`));
  assert.match(policy, /default-src 'none'; script-src 'self';/);
  assert.notEqual(new URL(servers.hostUrl).hostname, new URL(servers.linkUrl).hostname);
});

test("the opener and the documentation are on the host page's server", async (t) => {
  const { hostUrl } = await startForTest(t);
  const opener = await fetch(`${hostUrl}opener/ats-link.js`);
  assert.equal(opener.headers.get("content-type"), "text/javascript; charset=utf-8");
  const docs = await fetch(`${hostUrl}docs/`);
  assert.match(await docs.text(), /<title>Docs<\/title>/);
  const policy = docs.headers.get("content-security-policy") ?? "";
  assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';.* trusted-types 'none'$/);
  assert.match(await (await fetch(`${hostUrl}docs/adr/0001-a.html`)).text(), /<h1>One<\/h1>/);
  assert.equal((await fetch(`${hostUrl}docs/none.html`)).status, 404);
  assert.equal((await fetch(`${hostUrl}docs`, { redirect: "manual" })).headers.get("location"), "/docs/");
});

test("a browser's request for a favicon is not an error", async (t) => {
  const { hostUrl } = await startForTest(t);
  assert.equal((await fetch(`${hostUrl}favicon.ico`)).status, 204);
});

test("no path leaves the served folders", async (t) => {
  const { hostUrl, linkUrl } = await startForTest(t);
  const climbs = ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/opener/../../secret.txt", "/%00", "/%"];
  for (const path of [...climbs, "/docs/../secret.txt", "/docs/%2e%2e/secret.txt", "//secret.txt"]) {
    for (const base of [hostUrl, linkUrl]) assert.equal(await rawStatus(base, path), 404, base + path);
  }
});

/** The status for a path sent as it is; fetch would resolve the dots first. */
function rawStatus(base: string, path: string): Promise<number | undefined> {
  const { port } = new URL(base);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
