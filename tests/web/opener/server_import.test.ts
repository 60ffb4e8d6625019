import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

test("the opener and the element load on a server, where there is no window", async () => {
  assert.equal("window" in globalThis, false);
  const opener = await import("../../../web/opener/index.ts");
  assert.deepEqual(Object.keys(opener).sort(), ["create", "link", "preload", "version"]);
  await import("../../../web/opener/element.ts");
});

test("a handler can be made and destroyed on a server", async () => {
  const { create } = await import("../../../web/opener/index.ts");
  const handler = create({ linkUrl: "https://link.example.com/", onSuccess: () => {} });
  assert.equal(handler.state, "idle");
  assert.equal(await handler.back(), false);
  await handler.exit();
  handler.destroy();
  assert.equal(handler.state, "destroyed");
  await assert.rejects(handler.open(), { code: "CONFIG_INVALID" });
});

test("H12 a handler is not made without an onSuccess that can be called, which is named", async () => {
  const { create } = await import("../../../web/opener/index.ts");
  for (const wrong of [{}, { onSuccess: undefined }, { onSuccess: null }, { onSuccess: "done" }])
    assert.throws(
      () => create({ linkUrl: "https://link.example.com/", ...wrong } as unknown as Parameters<typeof create>[0]),
      { code: "CONFIG_INVALID", message: "onSuccess is unknown or not valid" },
    );
});

test("the classic script gives the same under one global", async () => {
  await import("../../../web/opener/global.ts");
  const opener = await import("../../../web/opener/index.ts");
  assert.deepEqual((globalThis as { AtsLink?: unknown }).AtsLink, { ...opener });
});

test("the opener's version is the package's", async () => {
  const { version } = await import("../../../web/opener/version.ts");
  const text = await readFile(new URL("../../../package.json", import.meta.url), "utf8");
  assert.equal(version, (JSON.parse(text) as { version: string }).version);
});
