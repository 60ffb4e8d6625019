import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { readAloud } from "../support/ax.ts";
import { Gallery, setTextView } from "../support/gallery.ts";

/** Every kind of element between them. A run takes half: A2 compares the tree of every state with its description in both views. */
const names = [
  "hosted",
  "provider_all",
  "method",
  "invite_copied",
  "permissions_write",
  "subdomain_address",
  "details_empty",
  "api_key_copied",
  "api_key_shown",
  "verifying_half",
  "connected_part",
  "failed_not_found_named",
  "close_question",
  "help",
];

describe("the canvas view and the Text view are one page", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
  });
  after(() => gallery.stop());

  /** Remembers every node of the document, texts included, by identity. */
  const remember = (frame: Frame) =>
    frame.evaluate(() => {
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
      const all: Node[] = [];
      while (walker.nextNode()) all.push(walker.currentNode);
      Object.assign(window, { remembered: all });
      return all.length;
    });
  /** What is not the node that was remembered, in document order. */
  const strangers = (frame: Frame) =>
    frame.evaluate(() => {
      const { remembered } = window as unknown as { remembered: Node[] };
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
      const now: Node[] = [];
      while (walker.nextNode()) now.push(walker.currentNode);
      return [...now.filter((node, index) => node !== remembered[index]), ...remembered.slice(now.length)].map(
        (node) => `${node.nodeName} ${node.textContent ?? ""}`,
      );
    });
  const seen = (frame: Frame) => frame.evaluate(() => document.querySelector("canvas")?.checkVisibility());
  const tree = async (frame: Frame) =>
    (await readAloud(page, frame)).map(
      ({ line, backendNodeId }) => `${line.replace(/^(switch .*) checked=true$/, "$1")} #${backendNodeId ?? ""}`,
    );

  for (const name of sample(names, 7, "both views"))
    it(`C11 ${name} has the same nodes and the same accessibility tree in both views`, async () => {
      const { frame } = await gallery.show(page, name);
      await setTextView(frame, false);
      assert.equal(await seen(frame), true, "the canvas view");
      const count = await remember(frame);
      assert.ok(count > 40, `${count} nodes`);
      const canvasTree = await tree(frame);
      await setTextView(frame, true);
      assert.equal(await seen(frame), false, "the Text view");
      assert.deepEqual(await strangers(frame), []);
      assert.deepEqual(await tree(frame), canvasTree);
      await setTextView(frame, false);
      assert.equal(await seen(frame), true, "the canvas view again");
      assert.deepEqual(await strangers(frame), []);
      assert.deepEqual(await tree(frame), canvasTree);
    });
});
