import { get, jsonType, workable, type RelayCase } from "../case.ts";

const elsewhere = "/ats-link-upstream/smartrecruiters/jobs";
const past = "Thu, 01 Jan 1970 00:00:00 GMT";

/**
 * Response headers that a server in between may obey, or a browser would, each with what it asks for (docs/relay-nginx.md).
 * An ATS, or whoever answers in its place, steers neither: one request, to one host, and an answer of the relay's own.
 */
const steering: [what: string, headers: Record<string, string>][] = [
  ["a redirect inside nginx, to another ATS's probe", { "X-Accel-Redirect": elsewhere }],
  ["a redirect inside nginx, to the same probe", { "X-Accel-Redirect": "/ats-link-upstream/workable/jobs" }],
  ["a redirect inside nginx, to a public location", { "X-Accel-Redirect": "/relay/v1/workable/jobs?subdomain=acme" }],
  ["a redirect inside nginx, to a named location", { "X-Accel-Redirect": "@ats_link_answer" }],
  ["a redirect inside nginx, to a file", { "X-Accel-Redirect": "/index.html" }],
  ["a redirect inside nginx, in lower case", { "x-accel-redirect": elsewhere }],
  ["a slower answer", { "X-Accel-Limit-Rate": "1" }],
  ["buffering off", { "X-Accel-Buffering": "no" }],
  ["another charset", { "X-Accel-Charset": "utf-7" }],
  ["nginx's cache", { "X-Accel-Expires": "86400" }],
  ["a cache", { "Cache-Control": "public, max-age=31536000", Expires: "Fri, 01 Jan 2100 00:00:00 GMT", Vary: "*" }],
  ["a cache of a content network", { "Surrogate-Control": "max-age=1", "CDN-Cache-Control": "max-age=1", Age: "9" }],
  ["an old time", { Date: past, "Last-Modified": past, ETag: '"canary"' }],
  ["a file to send", { "X-Sendfile": "/etc/passwd", "X-LIGHTTPD-send-file": "/etc/passwd" }],
  ["another address to ask", { "X-Reproxy-URL": "http://evil.example/", "X-Rewrite-URL": elsewhere }],
  ["another status", { Status: "302 Found", "X-Accel-Status": "302" }],
  ["a place to go without a redirect", { Location: "https://evil.example/", Refresh: "0; url=https://evil.example/" }],
  ["cookies", { "Set-Cookie": "ats_link=1; Path=/; Domain=example.com", "Set-Cookie2": "a=1" }],
  ["a link to load", { Link: "<https://evil.example/x.js>; rel=preload; as=script" }],
  ["another protocol", { Upgrade: "h2c, websocket", "Alt-Svc": 'h3="evil.example:443"; persist=1' }],
  [
    "what stays in a browser",
    { "Clear-Site-Data": '"*"', "Strict-Transport-Security": "max-age=0", "Accept-CH": "DPR" },
  ],
  [
    "a policy",
    { "Content-Security-Policy": "default-src *", "Permissions-Policy": "camera=*", "X-Frame-Options": "DENY" },
  ],
  ["reports", { NEL: '{"report_to":"a","max_age":1}', "Reporting-Endpoints": 'a="https://evil.example/"' }],
  [
    "who may read",
    { "Access-Control-Allow-Origin": "https://evil.example", "Access-Control-Allow-Credentials": "true" },
  ],
  ["who may embed", { "Cross-Origin-Resource-Policy": "cross-origin", "Timing-Allow-Origin": "*" }],
  ["a debugger", { SourceMap: "/x.map", "Server-Timing": "a;dur=1", "X-Powered-By": "canary" }],
  [
    "a download",
    { "Content-Disposition": "attachment; filename=x", "Content-Language": "xx", "Content-Location": "/x" },
  ],
  ["parts", { "Accept-Ranges": "bytes", "Content-Range": "bytes 0-1/9" }],
  [
    "an authority",
    { Server: "canary", Via: "1.1 evil.example", "Proxy-Authenticate": "Basic", "Authentication-Info": "a" },
  ],
  [
    "a name in a comment",
    { "X-Content-Type-Options": "", "Referrer-Policy": "unsafe-url", "Origin-Agent-Cluster": "?0" },
  ],
  ["a connection to keep", { "Keep-Alive": "timeout=600, max=1000", "Proxy-Connection": "keep-alive" }],
];

const good = { http: 200, body: { status: 200, body: "ok" }, reaches: workable() };

const ofGood = steering.map(([what, headers]): RelayCase => ({
  name: `a header of upstream steers nothing: ${what}`,
  request: get(undefined, "Upgrade: websocket"),
  upstream: { headers: { ...jsonType, ...headers }, body: '{"jobs":[]}' },
  expect: good,
  status: "same",
}));

const ofRefusals = [401, 403, 404, 500].flatMap((status) =>
  steering.slice(0, 9).map(([what, headers]): RelayCase => ({
    name: `a header of upstream steers nothing beside ${status}: ${what}`,
    request: get(),
    upstream: { status, headers: { ...jsonType, ...headers }, body: "{}" },
    expect: { http: 200, body: { status, body: "json" }, reaches: workable() },
    status: "same",
  })),
);

export const steered: RelayCase[] = [...ofGood, ...ofRefusals];
