import assert from "node:assert/strict";
import { test } from "node:test";
import { isForeign, isolate } from "../../../web/link/dom/bidi.ts";

/** With the marks of an isolate as brackets. */
const seen = (text: string): string => isolate(text).replaceAll("\u2066", "[").replaceAll("\u2069", "]");

test("in a page of other letters a passage of Latin ones alone is another language's", () => {
  for (const text of [".workable.com", "1. Sign in to Workable.", "API key", "It’s “r_jobs”…"])
    for (const language of ["ar", "ja"]) assert.equal(isForeign(text, language), true, text);
  for (const text of ["", "…", "12:30", "3 / 7", "اربط Workable", "مفتاح", "حساب r_jobs"])
    assert.equal(isForeign(text, "ar"), false, text);
  for (const text of ["Workable に接続", "キー", "「acme」を使う"]) assert.equal(isForeign(text, "ja"), false, text);
});

test("in a page of Latin letters nothing is taken for another language's", () => {
  for (const language of ["en", "de-AT", "fr", ""]) assert.equal(isForeign("API key", language), false);
});

test("in a sentence from right to left a Latin passage keeps the signs at its ends", () => {
  const cases: Readonly<Record<string, string>> = {
    "أدخل ما قبل .workable.com": "أدخل ما قبل [.workable.com]",
    "أدخل ما قبل .workable.com.": "أدخل ما قبل [.workable.com].",
    "افتح https://acme.workable.com/backend/ الآن": "افتح [https://acme.workable.com/backend/] الآن",
    "رسالة من النظام: The token is not valid.": "رسالة من النظام: [The token is not valid.]",
    "رسالة من Workable: The token is not valid.": "رسالة من [Workable: The token is not valid.]",
    "لا يوجد تكامل يطابق «C++». تحقق": "لا يوجد تكامل يطابق «[C++]». تحقق",
    "يسمّيه Workable «API access token» ويعرضه": "يسمّيه Workable «[API access token]» ويعرضه",
    "اختر «API Keys» Lever ثم": "اختر «[API Keys]» Lever ثم",
  };
  for (const [text, wanted] of Object.entries(cases)) assert.equal(seen(text), wanted);
});

test("what nothing could turn round is left as it is", () => {
  for (const text of [
    "اربط نظام ATS لديك",
    "أدخل Subdomain.",
    "المطلوب: Subdomain, API key",
    "r_jobs (اختياري)",
    "r_jobs: يعمل",
    "استخدام «acme»",
    "اختر Settings > Integrations > Apps.",
    "افتح Generate API token، ثم انسخه.",
    "الخطوة 3 من 7",
  ])
    assert.equal(seen(text), text);
});
