import assert from "node:assert/strict";
import { test } from "node:test";
import { toFlowPage } from "../../../web/link/config/flow_config.ts";
import { readPageConfig } from "../../../web/link/config/page_config.ts";

const base = "https://link.example/";
const written = (keys: unknown[]) => ({
  allowedOrigins: ["https://app.example"],
  verify: "none",
  handover: { mode: "callback", keys },
  dangerouslyAllowPlaintext: true,
});

test("the screens are told which ATSs are down, and which, and whether the page itself, have a logo", () => {
  const logos = { workable: "logos/workable.svg" };
  const more = { notices: { workable: "down", lever: "down" }, logos, brand: { logoUrl: "/own.svg" } };
  const page = readPageConfig({ ...written([]), ...more }, base);
  const { down, ...told } = toFlowPage(page) as { down: string[]; logos: object; brand: object };
  assert.deepEqual([down, told.logos, told.brand], [["workable", "lever"], logos, { logoUrl: "/own.svg" }]);
});

test("the screens are told that nothing is sealed only where there is no key to seal to", () => {
  const key = { kty: "EC", crv: "P-256", kid: "a", x: "", y: "" };
  const read = readPageConfig(written([]), base);
  assert.deepEqual(toFlowPage(read), {
    verify: read.verify,
    handover: { mode: "callback" },
    dangerouslyAllowPlaintext: true,
  });
  const sealing = { ...read, handover: { ...read.handover, keys: [key] } };
  assert.ok(!("dangerouslyAllowPlaintext" in toFlowPage(sealing as typeof read)));
});
