import assert from "node:assert/strict";
import { createServer, type Socket } from "node:net";
import { test, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { upstreamClient } from "../../web/relay/one_request.ts";

const send = upstreamClient();

/** A server that answers each connection with these bytes and counts what it got. */
async function serveBytes(t: TestContext, bytes: string | Buffer | null): Promise<{ url: string; got: string[] }> {
  const got: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    socket.once("data", (data) => {
      got.push(data.toString());
      if (bytes !== null) socket.end(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as { port: number }).port)}/a?b=1`, got };
}

const head = (status: string, ...headers: string[]) => ["HTTP/1.1", status].join(" ") + "\r\n" + headers.join("\r\n");
const answer = (status: string, body = "{}", ...headers: string[]) =>
  `${head(status, `Content-Length: ${String(body.length)}`, ...headers)}\r\n\r\n${body}`;

for (const status of ["200 OK", "301 Moved", "401 No", "407 Proxy", "421 Misdirected", "503 Later"])
  test(`Node asks once and tells ${status}, wherever it points`, async (t) => {
    const { url, got } = await serveBytes(t, answer(status, "{}", "Location: /", "Retry-After: 0"));
    const response = await send(url, { method: "GET", headers: { Authorization: "Bearer k" }, redirect: "manual" });
    assert.deepEqual([response.status, await response.text()], [Number(status.slice(0, 3)), "{}"]);
    assert.equal(got.length, 1);
    assert.match(got[0] ?? "", /^GET \/a\?b=1 HTTP\/1\.1\r\nauthorization: Bearer k\r\nHost: /i);
  });

test("an answer before the answer is passed over", async (t) => {
  const { url } = await serveBytes(
    t,
    `${head("100 Continue")}\r\n${head("103 Early Hints", "Link: </x>")}\r\n\r\n${answer("200 OK")}`,
  );
  assert.equal((await send(url, {})).status, 200);
});

const broken: [what: string, bytes: string | Buffer][] = [
  ["another protocol", `${head("101 Switching", "Connection: Upgrade", "Upgrade: x")}\r\n\r\nrest`],
  ["nothing", ""],
  ["no HTTP", "220 mail ESMTP\r\n"],
  ["half a header", "HTTP/1.1 200 OK\r\nContent-"],
  ["a status of 999", answer("999 Odd")],
  ["headers without end", `${head("200 OK", `X: ${"x".repeat(20_000)}`)}\r\n\r\n`],
];
for (const [what, bytes] of broken)
  test(`there is no answer, and nothing is left behind, where the server sends ${what}`, async (t) => {
    const { url } = await serveBytes(t, bytes);
    await assert.rejects(send(url, {}));
  });

const compressed = gzipSync("{}");
const cut: [what: string, body: Buffer, headers?: string[]][] = [
  ["a body that is cut off", Buffer.from("{"), ["Content-Length: 20"]],
  ["gzip that is cut off", compressed.subarray(0, -9), ["Content-Encoding: gzip"]],
  ["gzip with a wrong sum", Buffer.concat([compressed.subarray(0, -8), Buffer.alloc(8)]), ["Content-Encoding: gzip"]],
];
for (const [what, body, headers = []] of cut)
  test(`the body breaks off with ${what}`, async (t) => {
    const { url } = await serveBytes(t, Buffer.concat([Buffer.from(`${head("200 OK", ...headers)}\r\n\r\n`), body]));
    const response = await send(url, {});
    await assert.rejects(response.text());
  });

test("a body that is whole is decoded", async (t) => {
  const { url } = await serveBytes(
    t,
    Buffer.concat([Buffer.from(`${head("200 OK", "Content-Encoding: gzip")}\r\n\r\n`), compressed]),
  );
  assert.equal(await (await send(url, {})).text(), "{}");
});

test("a POST has its body, and a wait ends with its signal", async (t) => {
  const good = await serveBytes(t, answer("200 OK"));
  await send(good.url, { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } });
  assert.match(good.got[0] ?? "", /^POST[\s\S]*\r\n\r\n\{\}$/);
  const silent = await serveBytes(t, null);
  const abort = new AbortController();
  const waiting = send(silent.url, { signal: abort.signal });
  setImmediate(() => abort.abort());
  await assert.rejects(waiting);
});
