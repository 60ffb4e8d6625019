import { bearer, get, host, jobs, relaySays, sameOrigin, workable, type RelayCase } from "../case.ts";

const credentials: [name: string, header: string][] = [
  ["empty", "Authorization:"],
  ["no scheme", "Authorization: {key}"],
  ["lower-case scheme", "Authorization: bearer {key}"],
  ["another scheme", "Authorization: Basic {key}"],
  ["scheme alone", "Authorization: Bearer"],
  ["two spaces", "Authorization: Bearer  {key}"],
  ["too short", "Authorization: Bearer short"],
  ["two words", "Authorization: Bearer {key} x"],
  ["a comma", "Authorization: Bearer {key},x"],
  ["too long", `Authorization: Bearer {key}${"a".repeat(480)}`],
  ["a quote", 'Authorization: Bearer {key}"'],
  ["a letter outside ASCII", "Authorization: Bearer {key}\u00e9"],
  ["a tab", "Authorization: Bearer {key}\tx"],
  ["a variable of nginx", "Authorization: Bearer {key}$host"],
  ["a percent sign", "Authorization: Bearer {key}%0d%0aX:y"],
];

const malformed = credentials.map(([name, header]): RelayCase => ({
  name: `a malformed credential is 400: ${name}`,
  request: { line: `GET ${jobs} HTTP/1.1`, headers: [host, sameOrigin, header] },
  expect: relaySays(400, "bad_request"),
  status: "same",
}));

const doubled: [name: string, headers: string[]][] = [
  ["empty, then good", ["Authorization:", bearer]],
  ["good, then empty", [bearer, "Authorization:"]],
  ["good twice", [bearer, bearer]],
  ["another scheme, then good", ["Authorization: Basic {key}", bearer]],
  ["three of them", [bearer, "Authorization:", bearer]],
];
const twoCredentials = doubled.map(([name, more]): RelayCase => ({
  name: `two credentials are 400: ${name}`,
  request: { line: `GET ${jobs} HTTP/1.1`, headers: [host, sameOrigin, ...more] },
  expect: relaySays(400, "bad_request"),
  // nginx's own words.
  status: { http: 400 },
  ...(name === "empty, then good" && { hidden: { what: "empty header", expect: { http: 200, reaches: workable() } } }),
}));

const longest: RelayCase = {
  name: "the longest key of 512 characters goes through whole",
  request: { ...get(), headers: [host, sameOrigin, `${bearer}${"x".repeat(472)}`] },
  expect: {
    http: 200,
    reaches: workable({ headers: { ...workable().headers, authorization: `Bearer {key}${"x".repeat(472)}` } }),
  },
  status: "same",
};

const withBody: [name: string, headers: string[], body: string][] = [
  ["a body by its length", ["Content-Length: 4"], "body"],
  ["an empty body by its length", ["Content-Length: 0"], ""],
  ["a chunked body", ["Transfer-Encoding: chunked"], "4\r\nbody\r\n0\r\n\r\n"],
  ["an empty chunked body", ["Transfer-Encoding: chunked"], "0\r\n\r\n"],
];

const bodies = withBody.map(([name, headers, body]): RelayCase => ({
  name: `a GET with a body is 400: ${name}`,
  request: { ...get(undefined, ...headers), body },
  expect: relaySays(400, "bad_request"),
  status: "same",
}));

const inner = `GET ${jobs} HTTP/1.1\r\n${host}\r\n${sameOrigin}\r\n${bearer}\r\n\r\n`;

// Servers refuse these in words of their own, or hang up.
const smuggled: [name: string, headers: string[], body?: string][] = [
  ["length and chunked", ["Content-Length: 6", "Transfer-Encoding: chunked"], "0\r\n\r\nX"],
  ["chunked and length", ["Transfer-Encoding: chunked", "Content-Length: 6"], "0\r\n\r\nX"],
  ["two lengths", ["Content-Length: 4", "Content-Length: 5"], "bodyx"],
  ["two lengths in one", ["Content-Length: 4, 5"], "bodyx"],
  ["a signed length", ["Content-Length: +4"], "body"],
  ["a request as body", [`Content-Length: ${inner.length}`], inner],
  ["a chunked request as body", ["Transfer-Encoding: chunked"], `0\r\n\r\n${inner}`],
  ["another coding", ["Transfer-Encoding: xchunked"], "0\r\n\r\n"],
  ["chunked twice", ["Transfer-Encoding: chunked, chunked"], "0\r\n\r\n"],
  ["a space before the colon", ["Transfer-Encoding : chunked"], "0\r\n\r\n"],
  ["two hosts", ["Host: evil.example"]],
  ["two credentials", ["Authorization: Bearer other{key}"]],
  ["a NUL in a header", ["X-A: a\u0000b"]],
  ["a header of 40 KB", [`X-Long: ${"x".repeat(40_000)}`]],
  ["headers of 40 KB", Array.from({ length: 40 }, (_, i) => `X-Long-${i}: ${"x".repeat(1000)}`)],
];

const refused = smuggled.map(([name, headers, body]): RelayCase => ({
  name: `what servers read differently is refused: ${name}`,
  request: { ...get(undefined, ...headers), ...(body === undefined ? {} : { body }) },
  expect: { http: "refused" },
  status: "same",
}));

const withoutHost: RelayCase = {
  name: "a request without a host is refused",
  request: { line: `GET ${jobs} HTTP/1.1`, headers: [sameOrigin, bearer] },
  expect: { http: "refused" },
  status: "same",
};

const withoutColon: RelayCase = {
  name: "a header without a colon is refused or dropped",
  request: get(undefined, "X-A"),
  expect: { http: [200, 400], reaches: workable() },
  status: "same",
};

export const headers: RelayCase[] = [
  ...malformed,
  ...twoCredentials,
  longest,
  ...bodies,
  ...refused,
  withoutHost,
  withoutColon,
];
