import assert from "node:assert/strict";
import { test } from "node:test";
import { isAllowedParent, judgePlace, readFragment, takeFragment } from "../../../web/link/arrival/arrival.ts";

const allowed = ["https://app.example.com", "https://admin.example.com"];
const framed = (...ancestors: string[]) => judgePlace({ top: false, ancestors, fragment: false }, allowed);

test("a frame is allowed where every frame around is of a listed origin", () => {
  assert.equal(framed("https://app.example.com"), "frame");
  assert.equal(framed("https://app.example.com", "https://admin.example.com"), "frame");
});

test("a frame is refused where one frame around is not listed, however far out", () => {
  assert.equal(framed("https://evil.example"), "not_allowed");
  assert.equal(framed("https://app.example.com", "https://evil.example"), "not_allowed");
  assert.equal(framed("https://app.example.com.evil.example"), "not_allowed");
  assert.equal(framed("null"), "not_allowed");
});

test("a browser that does not tell its ancestors leaves the decision to the hello", () => {
  assert.equal(judgePlace({ top: false, ancestors: null, fragment: false }, allowed), "frame");
  assert.equal(isAllowedParent("https://app.example.com", allowed), true);
  for (const origin of ["https://evil.example", "null", "", "https://APP.example.com"])
    assert.equal(isAllowedParent(origin, allowed), false, origin);
  assert.equal(isAllowedParent("null", ["null"]), false);
});

test("a page of its own is a hosted link with a fragment, and alone without one", () => {
  assert.equal(judgePlace({ top: true, ancestors: [], fragment: true }, allowed), "hosted");
  assert.equal(judgePlace({ top: true, ancestors: [], fragment: false }, allowed), "alone");
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a hosted link's fragment is read", () => {
  const config = { provider: "workable", state: "näher", locale: "de" };
  assert.deepEqual(readFragment(encode(config)), config);
});

const link = encode({ state: "the session", locale: "de" });
const padded = Buffer.from(JSON.stringify({ state: "the sessio", locale: "de" })).toString("base64");
/** A fragment as a browser gives it: what cannot stand in an address is percent-encoded. */
const asSent = (text: string) => new URL(`https://link.example.com/#${text}`).hash.slice(1);
const mended: [what: string, fragment: string][] = [
  ["a full stop behind", `${link}.`],
  ["other signs behind", `${link},`],
  ["a bracket behind", `${link})`],
  ["quotes around", `"${link}"`],
  ["typographic quotes around", `\u201c${link}\u201d`],
  ["angle brackets around", `<${link}>`],
  ["encoded angle brackets around", `%3C${link}%3E`],
  ["fbclid behind", `${link}?fbclid=IwAR0_abc-123`],
  ["utm members behind", `${link}&utm_source=mail&utm_medium=e`],
  ["encoded members behind", `${link}%3Ffbclid%3D1`],
  ["another fragment behind", `${link}#top`],
  ["padding", padded],
  ["encoded padding", padded.replaceAll("=", "%3D")],
  ["the other alphabet of base64", Buffer.from(JSON.stringify({ state: "???>>>~~~" })).toString("base64")],
  ["zero-width spaces in it", `${link.slice(0, 9)}\u200b${link.slice(9)}\u200b`],
  ["a byte order mark", `\ufeff${link}`],
  ["a soft hyphen in it", `${link.slice(0, 9)}\u00ad${link.slice(9)}`],
  ["line breaks in it", `${link.slice(0, 9)}%0D%0A${link.slice(9)}`],
  ["spaces in it", `${link.slice(0, 9)}%20${link.slice(9)} `],
  ["a markup's sign behind", `${link}_`],
  ["a percent sign behind", `${link}%`],
  ["everything at once", `%3C${link.slice(0, 9)}\u200b${link.slice(9)}.%3E?utm_source=x`],
];
for (const [what, fragment] of mended)
  test(`a hosted link opens with ${what}`, () => {
    const state = readFragment(asSent(fragment))?.state;
    assert.ok(state === "the session" || state === "the sessio" || state === "???>>>~~~", String(state));
  });

const wrongFragments: [what: string, fragment: string][] = [
  ["no session", encode({ provider: "workable" })],
  ["an empty session", encode({ state: "" })],
  ["a security setting", encode({ state: "s", relay: "https://evil.example" })],
  ["a value that is no text", encode({ state: 1 })],
  ["a list", encode(["state"])],
  ["null", encode(null)],
  ["plain JSON", '{"state":"s"}'],
  ["half of it", encode({ state: "s" }).slice(0, -3)],
  ["nothing but what was hung on", "?fbclid=1"],
  ["a state with bytes that are no UTF-8", Buffer.from('{"state":"\xff"}', "latin1").toString("base64url")],
  ["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url")],
  ["too much", encode({ state: "s".repeat(8000) })],
];
for (const [what, fragment] of wrongFragments) {
  test(`a fragment is refused with ${what}`, () => {
    assert.equal(readFragment(fragment), null);
  });
}

test("the fragment is taken out of the address at once", () => {
  const replaced: unknown[] = [];
  const window = {
    location: { hash: "#secret", pathname: "/widget/", search: "?a=1" },
    history: { replaceState: (...args: unknown[]) => replaced.push(args) },
  } as unknown as Window;
  assert.equal(takeFragment(window), "secret");
  assert.deepEqual(replaced, [[null, "", "/widget/?a=1"]]);
});
