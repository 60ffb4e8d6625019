import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import type { AtsLink, LinkHandler, Theme } from "../../../web/types/index.ts";
import { RealPages } from "../isolation/real_pages.ts";
import { decode, groundAndInk } from "../support/pixels.ts";
import { until } from "../support/until.ts";

const warm: Theme = { scheme: "light", accent: "#9a3412", surface: "#fff4e0", text: "#2b1d12", radius: 3 };

describe("a host's theme", () => {
  const pages = new RealPages();

  async function opened(theme: Theme, page?: Page): Promise<{ page: Page; frame: Frame; notes: string[] }> {
    const shown = page ?? (await pages.newPage());
    const notes: string[] = [];
    shown.on("console", (message) => message.text().includes("lacks contrast") && notes.push(message.text()));
    await pages.visit(shown);
    await shown.evaluate(
      ([linkUrl, given]) => {
        const { ats } = window as unknown as { ats: AtsLink };
        const handler = ats.create({ linkUrl, provider: "workable", theme: given, onSuccess() {} });
        Object.assign(window, { handler });
        void handler.open();
      },
      [pages.linkUrl, theme] as const,
    );
    const frame = await pages.linkFrame(shown);
    await frame.getByRole("heading", { level: 1, name: "How do you want to connect Workable?" }).waitFor();
    return { page: shown, frame, notes };
  }
  const drawn = (frame: Frame): Promise<void> => frame.locator(".card:not(.text-view)").waitFor();
  const press = async (frame: Frame, ...names: string[]): Promise<void> => {
    for (const name of names) await frame.getByRole("button", { name }).click();
  };
  const onward = ["Use my API key or access token", "I am an admin", "Next"];

  it("is drawn on the canvas and stands in the Text view, in the same colours", async () => {
    const { page, frame } = await opened(warm);
    await drawn(frame);
    await press(frame, ...onward);
    await frame.getByRole("textbox", { name: "Subdomain" }).waitFor();
    const card = frame.locator(".card");
    const button = frame.getByRole("button", { name: "Next" });
    const look = async () => {
      await page.mouse.move(1, 1);
      await card.getByRole("heading", { level: 1 }).focus();
      const area = { x: 30, y: 6, width: 380, height: 30 };
      const primary = groundAndInk(decode(await button.screenshot()), area);
      const words = groundAndInk(decode(await frame.getByText("It tells us which").screenshot()), area);
      return { primary: primary.ground, ground: words.ground, ratio: words.ratio };
    };
    const painted = await look();
    assert.deepEqual(
      [painted.primary, painted.ground],
      [
        [154, 52, 18],
        [255, 244, 224],
      ],
    );
    // A host's colours are no extension's.
    await drawn(frame);
    await frame.getByRole("switch", { name: "Text view" }).press("Space");
    await frame.locator(".card.text-view").waitFor();
    const plain = await look();
    assert.deepEqual([plain.primary, plain.ground], [painted.primary, painted.ground]);
    assert.ok(painted.ratio >= 4.5 && plain.ratio >= 4.5, `${painted.ratio} ${plain.ratio}`);
    assert.equal(await button.evaluate((each) => getComputedStyle(each).borderRadius), "3px");
  });

  it("has its colours on the first screen, before there is a module", async () => {
    const page = await pages.newPage();
    await page.route("**/*.wasm", () => undefined);
    const { frame } = await opened(warm, page);
    const card = frame.locator(".card");
    const { ground, ink } = await card.evaluate((each) => {
      const { backgroundColor, color } = getComputedStyle(each);
      return { ground: backgroundColor, ink: color };
    });
    assert.deepEqual([ground, ink], ["rgb(255, 244, 224)", "rgb(43, 29, 18)"]);
  });

  it("that lacks contrast gives way, and the console says once what is used", async () => {
    const { page, frame, notes } = await opened({ scheme: "light", accent: "#ffd400", text: "#b0b0b0" });
    await drawn(frame);
    await press(frame, ...onward.slice(0, 2));
    await until("two notes", () => notes.length === 2);
    assert.match(notes[0] ?? "", /^ATS Link: theme\.text: #b0b0b0 lacks contrast; #[0-9a-f]{6} is used$/);
    assert.match(notes[1] ?? "", /^ATS Link: theme\.accent: #ffd400 lacks contrast; #[0-9a-f]{6} is used for text and/);
    // And back, and there again: both were told. The last is new, and comes after what is not to come.
    for (const theme of [{ scheme: "dark" }, { scheme: "light", accent: "#ffd400" }, { accent: "#fff000" }] as Theme[])
      await page.evaluate(
        (next) => (window as unknown as { handler: LinkHandler }).handler.update({ theme: next }),
        theme,
      );
    await until("the third", () => notes.some((note) => note.includes("#fff000")));
    assert.equal(notes.length, 3, notes.join("\n"));
  });

  it("E4 that is compact leaves 44 px to whatever can be pressed, in both views", async () => {
    const { frame } = await opened({ density: "compact", radius: 24 });
    await drawn(frame);
    await press(frame, ...onward);
    await frame.getByRole("textbox", { name: "Subdomain" }).waitFor();
    for (const view of ["canvas", "text"]) {
      if (view === "text") {
        await frame.getByRole("switch", { name: "Text view" }).press("Space");
        await frame.locator(".card.text-view").waitFor();
      }
      const low = await frame.locator(".card :is(button, a, input)").evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility())
          .map((each) => [each.textContent || each.ariaLabel, each.getBoundingClientRect().height] as const)
          .filter(([, height]) => height < 44),
      );
      assert.deepEqual(low, [], view);
    }
  });
});
