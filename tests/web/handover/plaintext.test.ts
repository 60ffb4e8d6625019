import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { warnOfPlaintext } from "../../../web/link/seal/seal.ts";

test("a page that hands the key over as it is says so, and how to change that; a page that seals says nothing", async () => {
  const said: string[] = [];
  const { publicJwk } = await makeSealKey();
  warnOfPlaintext([publicJwk], (text) => said.push(text));
  assert.equal(said.join(), "");
  warnOfPlaintext([], (text) => said.push(text));
  assert.match(said.join(), /dangerouslyAllowPlaintext.*ats-link keygen.*handover\.keys/);
});
