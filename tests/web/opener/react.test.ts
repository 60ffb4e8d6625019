import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { build } from "esbuild";
import type { useAtsLink } from "../../../web/opener/react.ts";
import type { mountStrict } from "../../browser/opener/strict_react.ts";

// What the hook does with a configuration that `create()` or `open()` refuses. Nothing of a page is needed for it.
const own = (path: string): string => new URL(path, import.meta.url).pathname;
const strictReact = own("../../browser/opener/strict_react.ts");
let made: { useAtsLink: typeof useAtsLink; mountStrict: typeof mountStrict };
before(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "${own("../../../web/opener/react.ts")}"; export * from "${strictReact}";`,
      resolveDir: import.meta.dirname,
    },
    alias: { react: strictReact },
    bundle: true,
    write: false,
    format: "esm",
  });
  made = (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`)) as typeof made;
});

const linkUrl = "https://link.example.com/";
/** For a promise that never settles, which would keep the file from ending: longer than any machine needs. */
const lastResort = { timeout: 60_000 };
let exits: string[] = [];
console.error = () => {}; // Each refusal is also said there.
beforeEach(() => {
  exits = [];
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A component with the hook and these members; `hook()` is what it was given last. */
async function mount(members: object, atOnce?: (hook: ReturnType<typeof useAtsLink>) => void) {
  let hook: ReturnType<typeof useAtsLink> | undefined;
  const root = made.mountStrict((props: object) => {
    const first = !hook;
    hook = made.useAtsLink({
      linkUrl,
      onExit: (error: { message: string }) => exits.push(error.message),
      ...props,
    } as unknown as Parameters<typeof useAtsLink>[0]);
    if (first) atOnce?.(hook);
  }, members);
  await turn();
  return { root, hook: () => hook ?? assert.fail("not rendered") };
}

const wrongSuccess = { code: "CONFIG_INVALID", message: "onSuccess is unknown or not valid" };
const has = (error: unknown, wanted: object): void => assert.deepEqual({ ...(error as object), ...wanted }, error);

for (const [how, members] of [
  ["without onSuccess", {}],
  ["with an onSuccess that is undefined", { onSuccess: undefined }],
  ["with an onSuccess that is no function", { onSuccess: "done" }],
] as const)
  test(`H12 useAtsLink ${how} is never ready, and open() rejects with the error that stays`, lastResort, async () => {
    const early: Promise<unknown>[] = [];
    const { hook } = await mount(members, ({ open }) => early.push(open().catch((wrong: unknown) => wrong)));
    for (const wrong of await Promise.all(early)) has(wrong, wrongSuccess);
    for (let again = 0; again < 2; again++) {
      assert.equal(hook().ready, false);
      has(hook().error, wrongSuccess);
      await assert.rejects(hook().open(), wrongSuccess);
      await turn();
    }
    has(hook().error, wrongSuccess);
    await hook().exit();
    assert.deepEqual(exits, []);
  });

test("open() of a component that is gone rejects, also one that was never ready", lastResort, async () => {
  const { hook, root } = await mount({ onSuccess() {} });
  root.unmount();
  await assert.rejects(hook().open(), { code: "CONFIG_INVALID", message: "open is unknown or not valid" });
  assert.deepEqual(exits, ["open is unknown or not valid"]);
  await hook().exit();

  const refused = await mount({});
  refused.root.unmount();
  await assert.rejects(refused.hook().open(), wrongSuccess);
});

test(
  "open() with the configuration of the last render, if that is refused, shows no earlier one",
  lastResort,
  async () => {
    const wrong = { code: "CONFIG_INVALID", message: "locale is unknown or not valid" };
    const { hook, root } = await mount({ onSuccess() {} });
    root.update({ onSuccess() {}, locale: 5 });
    await turn();
    has(hook().error, wrong);
    await assert.rejects(hook().open(), wrong);
    await turn();
    has(hook().error, wrong);
    assert.deepEqual(exits, ["locale is unknown or not valid"]);
  },
);
