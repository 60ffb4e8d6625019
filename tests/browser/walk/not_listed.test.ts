import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Demo } from "../support/demo.ts";
import { button, expectScreen, openWidget, textbox, type Widget } from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";
import { until } from "../support/until.ts";

const ASKING = "Which ATS do you use?";
/** The demo's name, as its page gives it. */
const host = "Brambleway";

for (const canvas of [true, false])
  describe(`an ATS that is not listed, ${canvas ? "canvas" : "Text view"}`, () => {
    let demo: Demo, page: Page;
    walkOnOnePage((...made) => ([demo, page] = made), { canvas });

    /** The events of this name that the demo's page heard, as it logged them. */
    const heard = async (name: string): Promise<string[]> => {
      const lines = await page.locator("#log-lines li", { has: page.getByText(name, { exact: true }) }).all();
      return Promise.all(lines.map(async (line) => (await line.locator("code").textContent()) ?? ""));
    };
    const search = async (text: string): Promise<Widget> => {
      const widget = await openWidget(page, demo.servers.hostUrl);
      await widget.frame.getByRole("searchbox", { name: "Search integrations" }).fill(text);
      return widget;
    };

    it("where a search finds nothing its text is offered as the name, and the host hears what was made of it", async () => {
      const widget = await search("Example Hire");
      await button(widget, "My ATS is not listed").click();
      await expectScreen(widget, ASKING);
      const field = textbox(widget, "Name of your ATS");
      assert.equal(await field.inputValue(), "Example Hire");
      await field.fill(" Example Hire 2 ");
      await field.press("Enter");
      const thanks = await expectScreen(widget, "Thank you");
      await thanks
        .getByText(
          `We told ${host} that “Example Hire 2” is missing here. Whether it will be added is for them to decide.`,
        )
        .waitFor();
      const [told, ...more] = await until("the host is told", async () => {
        const all = await heard("REQUEST_PROVIDER");
        return all.length > 0 && all;
      });
      assert.equal((JSON.parse(told ?? "null") as { requested: string }).requested, "Example Hire 2");
      assert.deepEqual(more, []);
      await button(widget, "Back to the list").click();
      await expectScreen(widget, "Connect your ATS");
    });

    it("at the end of the whole list, where nothing was searched, the field is empty and asks for a name", async () => {
      const widget = await openWidget(page, demo.servers.hostUrl);
      await button(widget, "View more ATS integrations").click();
      await button(widget, "My ATS is not listed").click();
      await expectScreen(widget, ASKING);
      await button(widget, `Tell ${host}`).click();
      await widget.frame.getByText("Enter the name of your ATS.").first().waitFor();
      const field = textbox(widget, "Name of your ATS");
      assert.equal(await field.inputValue(), "");
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.ok(await field.evaluate((input) => input === document.activeElement));
      await button(widget, "Back").click();
      await expectScreen(widget, "Connect your ATS");
      assert.deepEqual(await heard("REQUEST_PROVIDER"), []);
    });

    it("a key that is pasted there goes nowhere", async () => {
      const widget = await search("no such thing");
      await button(widget, "My ATS is not listed").click();
      await expectScreen(widget, ASKING);
      const field = textbox(widget, "Name of your ATS");
      await field.fill(keys.allScopes.key);
      await button(widget, `Tell ${host}`).click();
      await widget.frame.getByText("This could be an API key or a password.").first().waitFor();
      assert.deepEqual(await heard("REQUEST_PROVIDER"), []);
      await field.fill("");
      await button(widget, "Back").click();
      await expectScreen(widget, "Connect your ATS");
    });
  });
