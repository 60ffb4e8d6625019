import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { Gallery } from "../support/gallery.ts";
import { toldView, watchView } from "../support/told_view.ts";

const shown = [
  "provider_all",
  "permissions_write",
  "subdomain_address",
  "details",
  "api_key_shown",
  "two_secrets",
  "connected_part",
  "failed_scopes",
];

describe("on paper", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await watchView(page);
  });
  after(() => gallery.stop());

  for (const name of shown)
    it(`C10 ${name} is printed as text, with every label and no key`, async () => {
      await page.emulateMedia({ media: "screen" });
      const { frame } = await gallery.show(page, name);
      const view = await toldView(frame);
      assert.ok(view);
      const labels = [
        view.heading,
        view.lead,
        view.progress,
        view.primary?.label,
        ...view.nodes
          .filter(({ kind }) => kind !== "reveal")
          .flatMap((node) => [
            node.label,
            ...(node.kind === "field" ? [node.error, node.suffix] : []),
            ...(node.kind === "list" ? node.items.map((item) => item.label) : []),
          ]),
      ].filter(Boolean);
      await page.emulateMedia({ media: "print" });
      await frame.waitForFunction(() => document.querySelector(".card.text-view"));
      const paper = await frame.evaluate((wanted) => {
        const seen = (target: Element): boolean =>
          target.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        const words = [...document.querySelectorAll(".card *")].filter(seen).map((target) => target.textContent);
        const scroller = document.querySelector(".scroll");
        return {
          missing: wanted.filter((label) => !words.includes(label ?? "")),
          secrets: [...document.querySelectorAll<HTMLInputElement>(".input")]
            .filter((input) => input.closest("[data-input=secret]") && seen(input))
            .map(({ id }) => id),
          pressable: [...document.querySelectorAll("[data-node=help], [data-node=close], [data-node^='show:']")].filter(
            seen,
          ).length,
          canvas: [...document.querySelectorAll("canvas")].filter(seen).length,
          hidden: (scroller?.scrollHeight ?? 0) - (scroller?.clientHeight ?? 0),
        };
      }, labels);
      assert.deepEqual(paper, { missing: [], secrets: [], pressable: 0, canvas: 0, hidden: 0 });
      await page.emulateMedia({ media: "screen" });
      await frame.waitForFunction(() => document.querySelector(".card:not(.text-view)"));
    });
});
