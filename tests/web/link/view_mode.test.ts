import assert from "node:assert/strict";
import { test } from "node:test";
import { createViewMode } from "../../../web/link/picture/view_mode.ts";

function watched() {
  const changes: boolean[] = [];
  return { changes, mode: createViewMode((textView) => changes.push(textView)) };
}

test("each reason alone brings Text view, and it goes with the last one", () => {
  const { changes, mode } = watched();
  mode.set("forced_colors", true);
  mode.set("print", true);
  mode.set("forced_colors", false);
  assert.equal(mode.textView, true);
  mode.set("print", false);
  assert.deepEqual(changes, [true, false]);
});

test("the switch cannot bring back a canvas that is not to be had", () => {
  const { mode } = watched();
  mode.set("no_webgl", true);
  mode.toggle();
  mode.toggle();
  assert.equal(mode.textView, true);
});

test("losses more than a minute apart are both survived", () => {
  const { mode } = watched();
  mode.contextLost(0);
  mode.contextRestored();
  mode.contextLost(60_001);
  mode.contextRestored();
  assert.equal(mode.textView, false);
});

test("a second loss within a minute stays", () => {
  const { mode } = watched();
  mode.contextLost(0);
  mode.contextRestored();
  mode.contextLost(59_999);
  mode.contextRestored();
  assert.equal(mode.textView, true);
});
