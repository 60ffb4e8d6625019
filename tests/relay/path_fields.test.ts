import assert from "node:assert/strict";
import { test } from "node:test";
import { buildUrl } from "../../web/relay/upstream_request.ts";
import { labelStrings, makeLabels } from "./label_strings.ts";
import { ways } from "./sign_in_ways.ts";
import { startRelay, startJsonUpstream } from "./support.ts";

const hostile = [
  ...[
    ".",
    "..",
    "...",
    "a.b",
    ".a",
    "a.",
    "a/b",
    "/a",
    "a/",
    "../b",
    "..\\b",
    "a\\b",
    "a;b",
    "a?b",
    "a#b",
    "a%b",
    "a b",
  ],
  ...[
    "%2e%2e",
    "%2f",
    "%5c",
    "a%2fb",
    "%252e%252e",
    "a%00b",
    "\u0000",
    "a\r\nX-Evil: 1",
    "a\tb",
    "@evil.example",
    "a:b",
  ],
  ...[
    "//evil.example",
    "a@evil.example",
    "https://evil.example",
    "{company}",
    "a&limit=9",
    "a=b",
    "~a",
    "a~",
    "*",
    "$1",
  ],
  ...[
    "\u2024\u2024",
    "\uff0e\uff0e",
    "a\u2215b",
    "a\uff0fb",
    "\u00e9",
    "a\u200bb",
    "\u202ea",
    "\ud800",
    "a\ufe52b",
    "\u3002",
  ],
];
const way = ways.find(({ query }) => query.startsWith("?company=a_B"))!;

test("a value that is no plain segment is 400 bad_request in whatever spelling, and nothing is sent", async (t) => {
  let asked = 0;
  const upstream = await startJsonUpstream(t, { jobs: [] });
  const relay = await startRelay(t, upstream, { providers: [way.provider] });
  const good = await relay.probe(`made-up/jobs${way.query}`, way.credential);
  assert.equal(good.response.status, 200);
  // A file whose characters are too wide: what is sent is still looked at.
  const wide = { first: "!-~", middle: "!-~", last: "!-~" };
  const fields = way.provider.fields.map((field) => (field.id === "company" ? { ...field, chars: wide } : field));
  const careless = await startRelay(t, upstream, { providers: [{ ...way.provider, fields }] });
  for (const value of hostile) {
    const once = encodeURIComponent(value.toWellFormed());
    for (const spelt of [once, encodeURIComponent(once), `${once}&company=acme`]) {
      for (const each of [relay, careless]) {
        const { response, body } = await each.probe(`made-up/jobs?company=${spelt}`, way.credential);
        asked++;
        assert.deepEqual([value, spelt, response.status, body], [value, spelt, 400, { relay: "bad_request" }]);
      }
    }
  }
  assert.equal(asked, hostile.length * 6);
});

test("whatever stands in a field, the finished path has that one segment in its place, or there is none", () => {
  let built = 0;
  for (const value of makeLabels(labelStrings)) {
    const url = buildUrl("api.ats.example", "/c/{company}/jobs", { limit: "1" }, { company: value });
    if (url === null) {
      assert.doesNotMatch(value, /^[A-Za-z0-9_-]+$/);
      continue;
    }
    built++;
    assert.match(value, /^[A-Za-z0-9_-]+$/);
    const parsed = new URL(url);
    assert.deepEqual(
      [parsed.host, parsed.pathname, parsed.search],
      ["api.ats.example", `/c/${value}/jobs`, "?limit=1"],
    );
  }
  assert(built > 500, `${String(built)} were built`);
});

test("a field that is not there, or only looks like one, makes no path", () => {
  for (const path of ["/c/{company}/jobs", "/{company}", "/c/{company}x/jobs", "/c/{constructor}/jobs"])
    assert.equal(buildUrl("api.ats.example", path, {}, {}), null, path);
  assert.equal(buildUrl("api.ats.example", "/c/{company}x", {}, { company: "acme" }), null);
});
