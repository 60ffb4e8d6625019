import { gzipSync } from "node:zlib";
import { bearer, get, host, jsonType, linkOrigin, relaySays, workable } from "../case.ts";
import type { RelayCase, UpstreamAnswer } from "../case.ts";
import type { Certificate } from "../certificates.ts";

/** `head`: what an engine says that looks at the headers alone. */
function broken(name: string, upstream: UpstreamAnswer, http: 502 | 504, head?: "same" | "ok" | "other"): RelayCase {
  const expect = { ...relaySays(http, http === 502 ? "bad_upstream" : "timeout"), reaches: workable() };
  const told = { http: 200, body: { status: 200, body: head }, reaches: workable() };
  const status = head === undefined ? {} : { status: head === "same" ? head : told };
  return { name: `without a complete answer: ${name}`, request: get(), upstream, expect, ...status };
}

const large = Buffer.alloc(200 * 1024 * 1024, "[");

const incomplete: RelayCase[] = [
  broken("the connection is reset", { fault: "reset" }, 502, "same"),
  // nginx takes it for HTTP/0.9.
  broken("it does not speak HTTP", { fault: "not_http" }, 502, "other"),
  broken("the body is cut off", { headers: jsonType, body: '{"jobs":[]}', fault: "cut" }, 502, "ok"),
  broken("a chunked body is cut off", { headers: jsonType, body: '{"jobs":[]}', fault: "cut_chunked" }, 502, "ok"),
  broken("3 MB", { headers: jsonType, body: `{"jobs":"${"x".repeat(3_000_000)}"}` }, 502, "ok"),
  broken("a body without end", { headers: jsonType, fault: "endless" }, 502, "ok"),
  broken(
    "200 MB in a small gzip",
    { headers: { ...jsonType, "Content-Encoding": "gzip" }, body: gzipSync(large, { level: 1 }) },
    502,
    "ok",
  ),
  broken("no byte ever", { fault: "silent" }, 504, "same"),
  broken("headers, then nothing", { headers: jsonType, fault: "stall" }, 504, "ok"),
  broken("a byte now and then", { headers: jsonType, fault: "drip" }, 504, "ok"),
  // nginx's time limit is for each read, so a server that drips its headers holds it; the link page gives up by itself.
  broken("headers that drip", { fault: "drip_headers" }, 504),
];

const untrusted: [name: string, certificate: Certificate][] = [
  ["another name", "wrongName"],
  ["self-signed", "selfSigned"],
  ["expired", "expired"],
  ["no TLS at all", "plain"],
  ["hangs up", "closed"],
];
const tls = untrusted.map(([name, certificate]): RelayCase => ({
  name: `the key is not sent to a server that does not prove its name: ${name}`,
  request: get(),
  certificate,
  expect: relaySays(502, "bad_upstream"),
  status: "same",
}));

const overTheLimit: RelayCase = {
  name: "one client's burst ends in 429 that the link page may read, with the time to wait",
  request: { ...get(), headers: [host, bearer, `Origin: ${linkOrigin}`] },
  untilLimited: true,
  expect: {
    ...relaySays(429, "rate_limited"),
    headers: { "access-control-allow-origin": linkOrigin, "access-control-expose-headers": "Retry-After" },
    reaches: workable(),
  },
  status: "same",
};

export const faults: RelayCase[] = [...incomplete, ...tls, overTheLimit];
