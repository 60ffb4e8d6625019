import { gzipSync } from "node:zlib";
import { get, jsonType, workable, type RelayCase, type UpstreamAnswer } from "../case.ts";

const html = { "Content-Type": "text/html" };
const good = '{"jobs":[]}';

function told(name: string, upstream: UpstreamAnswer, body: object, statusOnly?: object): RelayCase {
  const expect = { http: 200, body, reaches: workable() };
  const status = statusOnly === undefined ? "same" : { ...expect, body: statusOnly };
  return { name: `an answer is told with HTTP 200: ${name}`, request: get(), upstream, expect, status };
}

const refusal = (status: number) => ({ status, headers: jsonType, body: '{"error":"Not {key} authorized"}' });

const forms: [name: string, text: string][] = [
  ["without its last character", "Not {most}"],
  ["in base64", "Not {basic}"],
  ["split by tags", "Not {split}"],
];
const echoes = forms.map(([name, text]) =>
  told(
    `401, whose text has the key ${name}`,
    { status: 401, headers: jsonType, body: JSON.stringify({ error: text }) },
    { status: 401, body: "json" },
  ),
);

const complete: RelayCase[] = [
  ...echoes,
  ...[400, 401, 403, 404, 418, 422, 500].map((status) =>
    told(
      `${status}, its text not told, since it holds the key`,
      refusal(status),
      { status, body: "json" },
      { status, body: "json" },
    ),
  ),
  ...[401, 403, 404, 502, 503, 504, 520].map((status) =>
    told(`${status} with a page`, { status, headers: html, body: "<h1>no</h1>" }, { status, body: "other" }),
  ),
  told("200 with a page", { headers: html, body: "<h1>Sign in</h1>" }, { status: 200, body: "other" }),
  told("204", { status: 204 }, { status: 204, body: "other" }),
  told("200 without a body or type", { body: "" }, { status: 200, body: "other" }),
  told(
    "401 that asks for a password",
    { ...refusal(401), headers: { ...jsonType, "WWW-Authenticate": "Basic" } },
    {
      status: 401,
      body: "json",
    },
    { status: 401, body: "json" },
  ),
  told(
    "compressed",
    { headers: { ...jsonType, "Content-Encoding": "gzip" }, body: gzipSync(good) },
    {
      status: 200,
      body: "ok",
    },
  ),
  told(
    "good JSON of another type",
    { headers: { "Content-Type": "text/plain" }, body: good },
    {
      status: 200,
      body: "ok",
    },
    { status: 200, body: "other" },
  ),
];

// Whether a body is what it should be is beyond a status-only engine.
const headSays = { status: 200, body: "ok" };
const bodies: RelayCase[] = [
  told("another shape", { headers: jsonType, body: '{"candidates":[]}' }, { status: 200, body: "json" }, headSays),
  told("JSON cut off", { headers: jsonType, body: '{"jobs":[{"id' }, { status: 200, body: "other" }, headSays),
  told(
    "JSON 5000 levels deep",
    { headers: jsonType, body: `{"jobs":${"[".repeat(5000)}${"]".repeat(5000)}}` },
    {
      status: 200,
      body: "other",
    },
    headSays,
  ),
  told(
    "bytes that are not UTF-8",
    { headers: jsonType, body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) },
    {
      status: 200,
      body: "other",
    },
    headSays,
  ),
  told(
    "a 404 page of 1 MB",
    { status: 404, headers: html, body: "x".repeat(1_000_000) },
    {
      status: 404,
      body: "other",
    },
  ),
];

const elsewhere: [name: string, location: string][] = [
  ["the same host", "https://acme.workable.com/spi/v3/jobs"],
  ["another host", "https://evil.example/login"],
  ["another host without a scheme", "//evil.example/login"],
  ["plain HTTP", "http://acme.workable.com/spi/v3/jobs"],
];
const redirects = elsewhere.flatMap(([name, location]) =>
  [301, 302, 303, 307, 308].map((status) =>
    told(
      `${status} to ${name}, not followed`,
      { status, headers: { Location: location, ...html }, body: "moved" },
      {
        status,
        body: "other",
      },
    ),
  ),
);

const date = { Date: "Tue, 24 Nov 2026 10:00:00 GMT" };
const reset = String(Date.parse(date.Date) / 1000 + 7);
const counts = { "X-Rate-Limit-Limit": "10", "X-Rate-Limit-Remaining": "0" };

function limited(name: string, headers: Record<string, string>, rateLimit?: object, statusOnly?: object): RelayCase {
  const body = { status: 429, body: "json", error: "Slow down" };
  const upstream = { status: 429, headers: { ...jsonType, ...headers }, body: '{"error":"Slow down"}' };
  const statusRate = statusOnly ?? rateLimit;
  return told(
    `429, ${name}`,
    upstream,
    { ...body, ...(rateLimit && { rateLimit }) },
    { status: 429, body: "json", ...(statusRate && Object.keys(statusRate).length > 0 && { rateLimit: statusRate }) },
  );
}

const limits: RelayCase[] = [
  limited("no header", {}),
  limited("counts and seconds", { ...counts, "Retry-After": "4" }, { limit: 10, remaining: 0, resetMs: 4000 }),
  limited("seconds alone", { "Retry-After": "0" }, { resetMs: 0 }),
  limited("a minute at most", { "Retry-After": "86400" }, { resetMs: 60_000 }),
  limited("leading zeros", { "Retry-After": "007", "X-Rate-Limit-Limit": "0010" }, { limit: 10, resetMs: 7000 }),
  limited("a huge count", { "X-Rate-Limit-Limit": "99999999999" }, { limit: 1_000_000 }),
  limited("nonsense", { "Retry-After": "-5", "X-Rate-Limit-Limit": '1"}', "X-Rate-Limit-Remaining": "1.5" }),
  limited(
    "a time of reset",
    { ...date, ...counts, "X-Rate-Limit-Reset": reset },
    {
      limit: 10,
      remaining: 0,
      resetMs: 7000,
    },
    { limit: 10, remaining: 0 },
  ),
];

export const answers: RelayCase[] = [...complete, ...bodies, ...redirects, ...limits];
