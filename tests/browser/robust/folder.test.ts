import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AtsLink } from "../../../web/types/index.ts";
import { RealPages } from "../isolation/real_pages.ts";

describe("below an origin's root", () => {
  const pages = new RealPages();

  it("a link page in a folder finds every file of it there", async () => {
    const page = await pages.newPage();
    const folder = new URL("connect/ats/", pages.linkUrl).href;
    const elsewhere: string[] = [];
    // As a server would have it: there is nothing outside of the folder.
    await page.route(`${pages.linkUrl}**`, async (route) => {
      const url = route.request().url();
      if (url.startsWith(folder))
        return route.fulfill({ response: await route.fetch({ url: url.replace(folder, pages.linkUrl) }) });
      elsewhere.push(url);
      return route.fulfill({ status: 404, body: "" });
    });
    await pages.visit(page);
    await page.evaluate((linkUrl) => {
      const { ats } = window as unknown as { ats: AtsLink };
      void ats.create({ linkUrl, provider: "workable", locale: "de", onSuccess() {} }).open();
    }, folder);
    const frame = await pages.linkFrame(page);
    // The module, its picture, the words and what is known of the ATS.
    await frame.locator(".card:not(.text-view):not(.early)").waitFor();
    for (const name of [/API-Schlüssel/, /Ich bin Admin/, /Weiter/])
      await frame.getByRole("button", { name }).first().click();
    await frame.getByRole("textbox", { name: "Subdomain" }).waitFor();
    assert.deepEqual(elsewhere, []);
  });
});
