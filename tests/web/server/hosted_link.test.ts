import assert from "node:assert/strict";
import { test } from "node:test";
import { readFragment } from "../../../web/link/arrival/arrival.ts";
import { hostedLink, readHostedLink } from "../../../web/server/hosted_link.ts";

const linkUrl = "https://link.example.com/widget/";
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a hosted link is the link page's address and a fragment that this page reads", () => {
  const said = { state: "näher", provider: "workable", locale: "pt-BR" };
  const url = hostedLink({ linkUrl, ...said });
  assert.ok(url.startsWith(`${linkUrl}#`));
  assert.match(url, /^[\w:/.#-]+$/, "what no mail program bends");
  assert.deepEqual(readFragment(url.split("#")[1] ?? ""), said);
  assert.deepEqual(readHostedLink(url), { linkUrl, ...said });
});

test("what is not given is not in the link", () => {
  const url = hostedLink({ linkUrl: "http://localhost:8081", state: "s", provider: undefined } as never);
  assert.equal(url, `http://localhost:8081/#${encode({ state: "s" })}`);
  assert.deepEqual(readHostedLink(url), { linkUrl: "http://localhost:8081/", state: "s" });
});

const wrongMembers: [members: object, sentence: RegExp][] = [
  [{ linkUrl: undefined }, /: linkUrl: expected an absolute https address, or http for localhost$/],
  [{ linkUrl: "/widget/" }, /: linkUrl: expected an absolute/],
  [{ linkUrl: "http://link.example.com/" }, /: linkUrl: expected an absolute/],
  [{ linkUrl: "http://localhost.evil.example/" }, /: linkUrl: expected an absolute/],
  [{ linkUrl: "javascript:alert(1)" }, /: linkUrl: expected an absolute/],
  [{ linkUrl: "https://dana:secret@link.example.com/" }, /: linkUrl: expected an address without user name/],
  [{ linkUrl: "https://dana@link.example.com/" }, /: linkUrl: expected an address without user name/],
  [{ state: undefined }, /: state: expected the session's state, a text of 1 to 1024 bytes$/],
  [{ state: "" }, /: state: expected/],
  [{ state: 7 }, /: state: expected/],
  [{ state: "ä".repeat(513) }, /: state: expected/],
  [{ state: "\ud800" }, /: state: expected/],
  [{ provider: "" }, /: provider: expected a provider's id, such as "workable"$/],
  [{ provider: "Workable" }, /: provider: expected/],
  [{ provider: null }, /: provider: expected/],
  [{ provider: "a".repeat(33) }, /: provider: expected/],
  [{ locale: "english_gb" }, /: locale: expected a BCP 47 language tag, such as "en-GB"$/],
  [{ locale: "" }, /: locale: expected/],
  [{ locale: ["en"] }, /: locale: expected/],
  [{ locale: `en-x-${"abcdefgh-".repeat(8)}a` }, /: locale: expected/],
  [{ scopes: [] }, /: scopes: expected no such member; remove it$/],
];

for (const [members, sentence] of wrongMembers)
  test(`a hosted link with ${JSON.stringify(members).slice(0, 60)} is neither made nor read`, () => {
    const link = { linkUrl, state: "s", ...members } as { linkUrl: string };
    assert.throws(() => hostedLink(link as never), { name: "TypeError", message: sentence });
    const { linkUrl: address, ...said } = link;
    // JSON itself replaces a lone surrogate by its escape, and has no undefined.
    const url = `${address}#${encode(said)}`;
    assert.throws(() => readHostedLink(url), { name: "TypeError", message: sentence });
  });

test("a fragment of the link page's own is refused, as it would take the place of ours", () => {
  for (const wrong of ["https://link.example.com/#", "https://link.example.com/#top"])
    assert.throws(
      () => hostedLink({ linkUrl: wrong, state: "s" }),
      /: linkUrl: expected an address without a fragment/,
    );
  assert.throws(() => hostedLink(undefined as never), /hostedLink: link: expected an object with linkUrl and state/);
});

const unreadable: [what: string, url: unknown, sentence: RegExp][] = [
  ["that is no text", 7, /^readHostedLink: url: expected a text$/],
  ["without a fragment", linkUrl, /: url: expected an address with one fragment/],
  ["with two fragments", `${linkUrl}#a#b`, /: url: expected an address with one fragment/],
  ["with an endless fragment", `${linkUrl}#${"A".repeat(8193)}`, /: url: expected a fragment of at most 8192/],
  ["that was cut", `${linkUrl}#${encode({ state: "s" }).slice(0, -4)}`, /: url: expected a fragment that is a JSON/],
  ["that is no base64url", `${linkUrl}#%%%`, /: url: expected a fragment that is a JSON object in base64url/],
  ["of a list", `${linkUrl}#${encode(["s"])}`, /: url: expected a fragment that is a JSON object/],
  [
    "that says a member twice",
    `${linkUrl}#${Buffer.from('{"state":"a","state":"b"}').toString("base64url")}`,
    /: url: expected a fragment that is a JSON object/,
  ],
];
for (const [what, url, sentence] of unreadable)
  test(`an address ${what} is not read as a hosted link`, () => {
    assert.throws(() => readHostedLink(url as string), { name: "TypeError", message: sentence });
  });
