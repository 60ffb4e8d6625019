import assert from "node:assert/strict";
import { test } from "node:test";
import { unwrap } from "../../../web/link/dom/unwrap.ts";

const first = "0123456789abcdef0123456789abcdef";
const second = "fedcba9876543210fedcba9876543210";
const whole = first + second;

const wrapped: Readonly<Record<string, string>> = {
  "a line feed": `${first}\n${second}`,
  "a carriage return and a line feed": `${first}\r\n${second}`,
  "a carriage return": `${first}\r${second}`,
  "a line separator": `${first}\u2028${second}`,
  "a break at the end": `${whole}\n`,
  "breaks around it": `\r\n\r\n${whole}\r\n\r\n`,
  "empty lines between": `${first}\n\n \n${second}`,
  "an indent": `    ${first}\n    ${second}`,
  "tabs, and spaces at the ends": `\t${first}  \t\n\t${second} \n`,
  "no-break spaces": `\u00a0${first}\u00a0\n\u00a0${second}`,
  "quoted mail": `> ${first}\n> ${second}`,
  "quoted mail without spaces": `>${first}\r\n>${second}`,
  "mail that was quoted twice": `> > ${first}\r\n>> ${second}\r\n> `,
  "one quoted line": `> ${whole}`,
  "strokes before its lines": `| ${first}\n| ${second}`,
};

for (const [how, text] of Object.entries(wrapped))
  test(`a key with ${how} is one piece`, () => {
    assert.equal(unwrap(text), whole);
  });

test("what has no break keeps its words and signs", () => {
  for (const text of [whole, "Authorization: Bearer abc", "a > b", "  two  words ", " ", "1|abc>def", ""])
    assert.equal(unwrap(text), text);
});

test("only the break goes, not the space of the line before it", () => {
  assert.equal(unwrap(`API key: ${first}\n  ${second}`), `API key: ${whole}`);
});

const labels = [
  "Token",
  "Secret",
  "API key",
  "API key:",
  "Bearer",
  "Authorization:",
  "X-Api-Key",
  "api_key",
  "accessToken",
  "Here’s your new API key:",
];
for (const label of labels)
  test(`the label “${label}” on a line of its own stays a word of its own`, () => {
    assert.equal(unwrap(`${label}\n${first}\r\n${second}\n`), `${label} ${whole}`);
    assert.equal(unwrap(`> Workable\n> ${label}  \n>\n> ${whole}`), `Workable${label} ${whole}`);
  });

test("a piece of a key that ends like a label is a piece of the key", () => {
  for (const piece of ["0token", "abc/key", "abcdefghijklmnopqrstuvwxyzkey", "key_", "secretly", "+token"]) {
    assert.equal(unwrap(`${piece}\n${whole}`), piece + whole);
    assert.equal(unwrap(`${whole}\n${piece}`), whole + piece);
  }
  assert.equal(unwrap(`${whole}\nkey`), `${whole}key`);
});

test("a megabyte of spaces is left as it is", () => {
  const spaces = " ".repeat(1 << 20);
  assert.equal(unwrap(`a${spaces}b`).length, (1 << 20) + 2);
  assert.equal(unwrap(`a${spaces}b\n${"a ".repeat(1 << 19)}b`).length, (1 << 21) + 3);
});
