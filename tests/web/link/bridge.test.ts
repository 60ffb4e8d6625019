import assert from "node:assert/strict";
import { test } from "node:test";
import { createBridge } from "../../../web/link/bridge.ts";
import type { LinkModule } from "../../../web/link/module/module.ts";

/** Memory with a bump allocator that overwrites on free, as the real one does. */
function memory() {
  const bytes = new Uint8Array(4096);
  let top = 8;
  let open = 0;
  const text = (pointer: number, size: number) => new TextDecoder().decode(bytes.subarray(pointer, pointer + size));
  const seen: string[] = [];
  const module = {
    HEAPU8: bytes,
    _ats_alloc(size: number) {
      open++;
      return (top += size + 8) - size - 8;
    },
    _ats_free(pointer: number, size: number) {
      open--;
      bytes.fill(0, pointer, pointer + size);
    },
    _ats_post(pointer: number, size: number) {
      seen.push(text(pointer, size));
      return 1;
    },
    _ats_secret: (name: number, nameSize: number, value: number, size: number) =>
      void seen.push(`${text(name, nameSize)}=${text(value, size)}`),
    _ats_secret_view: () => 4000,
    _ats_secret_size: () => 3,
  } as unknown as LinkModule;
  return { module, bytes, seen, open: () => open };
}

test("a message crosses as UTF-8 JSON", () => {
  const { module, seen } = memory();
  assert.equal(createBridge(module).post({ type: "open", config: { name: "日本 é" } }), true);
  assert.deepEqual(JSON.parse(seen[0] ?? ""), { type: "open", config: { name: "日本 é" } });
});

test("a secret crosses as bytes, and nothing of it stays in the buffers", () => {
  const { module, bytes, seen, open } = memory();
  createBridge(module).putSecret("api_key", "kéy-😀");
  assert.deepEqual(seen, ["api_key=kéy-😀"]);
  assert.ok(bytes.every((byte) => byte === 0));
  assert.equal(open(), 0);
});

test("an empty secret can be handed over", () => {
  const { module, seen } = memory();
  createBridge(module).putSecret("api_key", "");
  assert.deepEqual(seen, ["api_key="]);
});

test("a stored secret is read from where it lies", () => {
  const { module, bytes, open } = memory();
  bytes.set([97, 98, 99], 4000);
  assert.equal(createBridge(module).takeSecret("api_key"), "abc");
  assert.equal(open(), 0);
});

test("the buffer is freed and overwritten even if the module fails", () => {
  const { module, bytes, open } = memory();
  module._ats_post = () => {
    throw new Error("trap");
  };
  assert.throws(() => createBridge(module).post({ type: "copied" }));
  assert.ok(bytes.every((byte) => byte === 0));
  assert.equal(open(), 0);
});

test("S3 a lone surrogate, from a host or typed, crosses as a replacement character", () => {
  const { module, seen } = memory();
  createBridge(module).post({ type: "open", config: { name: "Acme \ud83d", list: ["\udc00x", "😀"] } });
  assert.deepEqual(JSON.parse(seen[0] ?? ""), {
    type: "open",
    config: { name: "Acme \ufffd", list: ["\ufffdx", "😀"] },
  });
});
