import assert from "node:assert/strict";
import { test } from "node:test";
import { completeReport } from "../../../web/link/dom/copy.ts";

const facts = { sessionId: "s-1", version: "1.2.3", view: "text", language: "de" } as const;
const now = new Date("2026-03-04T05:06:07Z");

test("a receipt closes with the day and time in the reader's language", () => {
  const [words, time] = completeReport("Workable ist verbunden\n", "receipt", facts, now).split("\n\n");
  assert.equal(words, "Workable ist verbunden");
  assert.match(time ?? "", /^[45]\. März 2026 um \d\d:06\n$/);
});

test("the details for support have session, time, version, view, language and browser, a line each", () => {
  assert.equal(
    completeReport("Code: TIMEOUT\n", "diagnostic", facts, now),
    `Code: TIMEOUT\nSession: s-1\nTime: 2026-03-04T05:06:07.000Z\nVersion: 1.2.3\nView: text\nLanguage: de\nBrowser: ${navigator.userAgent}\n`,
  );
});
