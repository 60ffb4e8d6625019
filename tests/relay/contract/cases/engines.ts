import { gzipSync } from "node:zlib";
import { get, jsonType, relaySays, workable, type RelayCase, type UpstreamAnswer } from "../case.ts";

const good = '{"jobs":[]}';
const empty = { headers: { ...jsonType, "Content-Encoding": "gzip" } };
const told = (status: number, body: string): object => ({ http: 200, body: { status, body } });

const trailers = [
  "HTTP/1.1 200 OK",
  "Content-Type: application/json",
  "Transfer-Encoding: chunked",
  "Trailer: X-Accel-Redirect",
  "Connection: close",
  "",
  `b\r\n${good}`,
  "0",
  "X-Accel-Redirect: /ats-link-upstream/smartrecruiters/jobs",
  "",
  "",
].join("\r\n");

/** Where the clients inside the engines differ: what each is told has to be the same, after one request. */
const answers: [what: string, upstream: UpstreamAnswer, expect: object, head?: object][] = [
  ["421, for which some clients ask once more", { status: 421, headers: jsonType, body: "{}" }, told(421, "json")],
  ["408", { status: 408, headers: { ...jsonType, Connection: "close" }, body: "{}" }, told(408, "json")],
  ["425", { status: 425, headers: jsonType, body: "{}" }, told(425, "json")],
  [
    "407 that asks for a password",
    { status: 407, headers: { ...jsonType, "Proxy-Authenticate": "Basic" }, body: "{}" },
    told(407, "json"),
  ],
  [
    "503 with a time to come back",
    { status: 503, headers: { ...jsonType, "Retry-After": "0" }, body: "{}" },
    { http: 200, body: { status: 503, body: "json", rateLimit: { resetMs: 0 } } },
  ],
  ["206", { status: 206, headers: { ...jsonType, "Content-Range": "bytes 0-10/11" }, body: good }, told(206, "ok")],
  ["304", { raw: 'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nConnection: close\r\n\r\n' }, told(304, "other")],
  [
    "100 that nobody asked for",
    { before: "HTTP/1.1 100 Continue\r\n\r\n", headers: jsonType, body: good },
    told(200, "ok"),
    relaySays(502, "bad_upstream"),
  ],
  [
    "102",
    { before: "HTTP/1.1 102 Processing\r\n\r\n", headers: jsonType, body: good },
    told(200, "ok"),
    relaySays(502, "bad_upstream"),
  ],
  [
    "103 with links",
    { before: "HTTP/1.1 103 Early Hints\r\nLink: </x.js>; rel=preload\r\n\r\n", headers: jsonType, body: good },
    told(200, "ok"),
    relaySays(502, "bad_upstream"),
  ],
  [
    "101",
    { raw: "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nrest" },
    relaySays(502, "bad_upstream"),
  ],
  [
    "a status of 199",
    { raw: "HTTP/1.1 199 Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" },
    relaySays(502, "bad_upstream"),
  ],
  [
    "a status of 600",
    { raw: "HTTP/1.1 600 Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" },
    relaySays(502, "bad_upstream"),
  ],
  [
    "a status of 999",
    { raw: "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" },
    relaySays(502, "bad_upstream"),
  ],
  [
    "gzip that is cut off",
    { ...empty, body: gzipSync(good).subarray(0, -9) },
    relaySays(502, "bad_upstream"),
    told(200, "ok"),
  ],
  [
    "gzip with a wrong sum",
    { ...empty, body: Buffer.concat([gzipSync(good).subarray(0, -8), Buffer.alloc(8)]) },
    relaySays(502, "bad_upstream"),
    told(200, "ok"),
  ],
  ["gzip that is none", { ...empty, body: good }, relaySays(502, "bad_upstream"), told(200, "ok")],
  ["gzip of nothing", { ...empty, body: "" }, relaySays(502, "bad_upstream"), told(200, "ok")],
  [
    "an unknown coding",
    { headers: { ...jsonType, "Content-Encoding": "rot13" }, body: good },
    told(200, "other"),
    told(200, "ok"),
  ],
  ["headers that come after the body", { raw: trailers }, told(200, "ok")],
  [
    "headers of 100 KB",
    { headers: { ...jsonType, "X-Long": "x".repeat(100_000) }, body: good },
    relaySays(502, "bad_upstream"),
  ],
];

export const engineDifferences: RelayCase[] = answers.map(([what, upstream, expect, head]): RelayCase => ({
  name: `every engine tells the same, after one request: ${what}`,
  request: get(),
  upstream,
  expect: { ...expect, reaches: workable() } as RelayCase["expect"],
  status: head === undefined ? "same" : ({ ...head, reaches: workable() } as RelayCase["expect"]),
}));
