import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { contentSecurityPolicy } from "../../../web/headers/link_headers.ts";
import { Demo } from "../support/demo.ts";
import { keyboardWalk } from "../support/keyboard_walk.ts";

const font = readFileSync("/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf");

/** Notes in every document what its policy refuses. */
const watchPolicy = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      refused.push(`${effectiveDirective} ${blockedURI}`),
    );
  });
const refusedIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => (window as unknown as { refused: string[] }).refused);

describe("under the strict policy of the link page", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start({ linkConfig: { fontUrl: "/brand.ttf" } })));
  afterEach(() => demo.closePages());
  after(() => demo.stop());

  it("G6 the policy that is served allows its own files and WebAssembly, and nothing else", async () => {
    const served = (await fetch(demo.servers.linkUrl)).headers.get("content-security-policy");
    assert.equal(served, contentSecurityPolicy(demo.servers.linkConfig));
    assert.match(served, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
    assert.doesNotMatch(served, /unsafe-inline|unsafe-eval'? |data:|blob:|https?:\/\/(?!localhost)/);
  });

  for (const textView of [false, true])
    it(`G6 the whole way is styled, in the brand's own font, and nothing is refused, in the ${textView ? "Text" : "canvas"} view`, async () => {
      const page = await demo.page();
      await watchPolicy(page);
      await page.route("**/brand.ttf", (route) => route.fulfill({ contentType: "font/ttf", body: font }));
      const { frame } = await keyboardWalk(page, demo.servers.hostUrl, { textView });
      const look = await frame.evaluate(async () => {
        await document.fonts.ready;
        const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);
        return {
          fonts: [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', "")}: ${status}`),
          family: style("h1").fontFamily.split(",")[0],
          sheets: [...document.styleSheets].map(({ cssRules }) => cssRules.length > 50),
          primary: style(".primary").backgroundColor,
          inline: document.querySelectorAll("style, script:not([src])").length,
        };
      });
      assert.deepEqual(look, {
        fonts: ["ATS Link brand: loaded"],
        family: '"ATS Link brand"',
        sheets: [true, true],
        primary: textView ? "rgb(67, 56, 202)" : "rgba(0, 0, 0, 0)",
        inline: 0,
      });
      assert.deepEqual(await refusedIn(frame), []);
      assert.deepEqual(demo.takeComplaints(), []);
      // The control: what the policy forbids is refused, and heard.
      await frame.evaluate(() => {
        const style = document.createElement("style");
        style.textContent = "h1 { color: red }";
        document.head.append(style);
        document.querySelector("h1")!.setAttribute("style", "color: red");
      });
      await frame.waitForFunction(() => (window as unknown as { refused: string[] }).refused.length >= 2);
      demo.takeComplaints();
    });
});
