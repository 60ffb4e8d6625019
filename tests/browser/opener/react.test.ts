import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { AtsLinkHook } from "../../../web/opener/react.ts";
import { closed, startStand, tell, type Stand } from "./stand.ts";

interface ReactPage {
  root: { update(properties: object): void; unmount(): void };
  calls: string[];
  renders: boolean[];
  hook(): AtsLinkHook;
}

const here = (name: string): string => new URL(name, import.meta.url).pathname;
const on = <T>(page: Page, act: (page: ReactPage) => T | Promise<T>): Promise<T> =>
  page.evaluate(`(${act.toString()})(window)`);

let stand: Stand;
before(async () => {
  const { outputFiles } = await build({
    entryPoints: [here("react_page.ts")],
    alias: { react: here("strict_react.ts") },
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "warning",
  });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>React</title>
    <script type="module" src="/react.js"></script><button id="connect">Connect</button></html>`;
  stand = await startStand({ "/react.js": outputFiles[0]!.text, "/react": page });
});
after(() => stand.close());

async function reactPage(): Promise<Page> {
  const page = await stand.newPage();
  await page.goto(`${stand.hostUrl}react?link=${encodeURIComponent(stand.linkUrl)}`);
  await page.waitForFunction(() => (window as unknown as ReactPage).renders.at(-1));
  return page;
}

test("useAtsLink opens once under StrictMode, with the callbacks and options of the last render", async () => {
  const page = await reactPage();
  await on(page, (react) => react.hook().open());
  assert.equal(await page.locator("iframe").count(), 1);
  const frame = page.frames().at(-1)!;
  await on(page, (react) => react.root.update({ locale: "de", tag: "second" }));
  await frame.waitForFunction(`heard.at(-1).patch?.locale === "de"`);
  await tell(frame, (fake) => fake.succeed());
  await page.waitForFunction(() => (window as unknown as ReactPage).calls.length > 0);
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await closed(page);
  assert.deepEqual(await on(page, (react) => react.calls), ["success second"]);
});

test("H14 help is asked of the last render's function, as all callbacks are", async () => {
  const page = await reactPage();
  await on(page, (react) => react.hook().open());
  const frame = page.frames().at(-1)!;
  await on(page, (react) => react.root.update({ locale: "en", tag: "second" }));
  await frame.evaluate(`say({ type: "help", context: { step: "provider", sessionId: base().sessionId } })`);
  await page.getByRole("button", { name: "Continue connecting" }).waitFor();
  assert.deepEqual(await on(page, (react) => react.calls), ["help second"]);
});

test("a component that goes away takes its wizard along", async () => {
  const page = await reactPage();
  await on(page, (react) => react.hook().open());
  await on(page, (react) => react.root.unmount());
  assert.equal(await page.locator("iframe, dialog").count(), 0);
});

test("the hook's error is what ended the last session", async () => {
  const page = await stand.newPage();
  await page.goto(`${stand.hostUrl}react?link=ftp://nowhere`);
  await page.waitForFunction(() => (window as unknown as ReactPage).renders.at(-1));
  await on(page, (react) =>
    react
      .hook()
      .open()
      .catch(() => {}),
  );
  await page.waitForFunction(() => (window as unknown as ReactPage).hook().error?.code === "CONFIG_INVALID");
  assert.deepEqual(await on(page, (react) => react.calls), ["exit CONFIG_INVALID first"]);
});
