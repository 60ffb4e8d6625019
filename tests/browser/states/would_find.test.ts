import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { axeFindings } from "../support/axe.ts";
import { obscured } from "../support/controls.ts";
import { judgeFields } from "../support/manager_rules.ts";
import { cutOff } from "../support/reflow.ts";
import { Visits } from "./visit.ts";

// Each test breaks what is shown, and sees the check of every state (checks/) find it.
describe("what the checks of every state would find", () => {
  const visits = new Visits({ width: 440, height: 720 });
  after(() => visits.stop());

  it("A1 axe would find a control without a name, and letters too pale", async () => {
    const visit = await visits.to("method", "en");
    await visit.look({ view: "text" });
    const restore = await visit.frame.evaluateHandle(() => {
      const button = document.createElement("button");
      document.querySelector("[role=dialog]")?.append(button);
      const lead = document.querySelector<HTMLElement>(".lead");
      lead?.style.setProperty("color", "#bbb");
      return () => {
        button.remove();
        lead?.style.removeProperty("color");
      };
    });
    const found = (await axeFindings(visit.frame, "text")).join();
    assert.match(found, /button-name/);
    assert.match(found, /color-contrast/);
    await restore.evaluate((mend) => {
      mend();
    });
    assert.deepEqual(await axeFindings(visit.frame, "text"), []);
  });

  it("C4 would find a word that is cut off, and a row that is too wide", async () => {
    const visit = await visits.to("method", "en");
    await visit.look({ view: "text", size: { width: 320, height: 256 } });
    await visit.frame.evaluate(() => {
      const row = document.querySelector<HTMLElement>(".choice-row");
      if (row) row.style.width = "400px";
      const heading = document.querySelector("h1");
      if (heading) heading.style.cssText = "overflow:hidden;white-space:nowrap";
    });
    const found = (await cutOff(visit.frame, true)).join("\n");
    assert.match(found, /scroll is \d+ wide in \d+/);
    assert.match(found, /“How do you want to connect Workable\?” leaves heading/);
  });

  /** What breaks a field, and the rules that then are broken. */
  const tricks: Record<string, string[]> = {
    "opacity: 0": ["is opaque"],
    "visibility: hidden": ["is visible", "is hit at its centre"],
    "pointer-events: none": ["is hit at its centre"],
    "clip-path: inset(50%)": ["is not clipped", "is hit at its centre"],
    "width: 1px; min-width: 0; padding: 0": ["is 60 by 10 px or more"],
    "left: -900px": ["lies in the document", "is hit at its centre"],
  };
  it("D7 a field hidden by any of the usual canvas tricks would be found", async () => {
    const { frame } = await visits.to("api_key", "en");
    for (const [trick, rules] of Object.entries(tricks)) {
      const field = frame.locator("[name=api_key]");
      const before = await field.evaluate((input, css) => {
        const { cssText } = input.style;
        input.style.cssText += `;${css}`;
        return cssText;
      }, trick);
      const { faults } = await judgeFields(frame);
      for (const rule of rules) assert.ok(faults.includes(`api_key: ${rule}`), `${trick}: ${faults.join("; ")}`);
      await field.evaluate((input, css) => (input.style.cssText = css), before);
    }
  });

  it("B6 would find a bar that covers a field", async () => {
    const visit = await visits.to("api_key", "en");
    await visit.look({ size: { width: 320, height: 256 } });
    await visit.frame.evaluate(() => {
      const bar = document.createElement("div");
      bar.style.cssText = "position:fixed;inset:auto 0 0;height:60%";
      document.body.append(bar);
    });
    assert.match((await obscured(visit.frame)).join(), /field:api_key/);
  });
});
