import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { loadProviders } from "../../../web/relay/load_providers.ts";
import type { Provider, Values } from "../../../web/relay/provider.ts";
import { keysOf } from "../../../web/sandbox/keys.ts";
import { accessToken } from "../../../web/sandbox/provider_keys.ts";
import { deep, sample } from "../../support/sample.ts";
import { Canary } from "../support/canary.ts";
import type { Demo } from "../support/demo.ts";
import { sweepPages, watchContext } from "../support/sweep.ts";
import {
  backendResult,
  button,
  expectScreen,
  openWidget,
  overflowOf,
  textbox,
  throughPermissions,
} from "../support/walk.ts";
import type { Widget } from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

/** The first of the catalogue for each way to sign in. */
const onePerAuthKind = (providers: readonly Provider[]): Provider[] =>
  providers.filter(({ auth }, at) => providers.findIndex((other) => other.auth.kind === auth.kind) === at);

/** What must be in no page, request, log or message: every key that is typed, and what a key is exchanged for. */
function secretsOf(provider: Provider): string[] {
  const typed = [keysOf(provider).good, keysOf(provider).unknown].flatMap(({ values }) =>
    provider.fields.flatMap(({ id, kind }) => (kind === "secret" ? [values[id] ?? ""] : [])),
  );
  return provider.auth.kind === "client_credentials" ? [...typed, accessToken(provider, "good")] : typed;
}

/** From the demo to the check: the search and each field by what a person finds, the screens between passed through. */
async function enter(page: Page, demo: Demo, provider: Provider, values: Values): Promise<Widget> {
  const { name, fields } = provider;
  const widget = await openWidget(page, demo.servers.hostUrl);
  await widget.frame.getByRole("searchbox", { name: "Search integrations", exact: true }).fill(name);
  await throughPermissions(widget, name);
  const shown = fields.filter(({ kind }) => kind !== "secret");
  for (const { id, label, kind } of shown) {
    const value = values[id];
    if (value === undefined) continue;
    if (kind === "text") await textbox(widget, label).fill(value);
    else await widget.frame.getByRole("combobox", { name: label, exact: true }).selectOption(value);
  }
  if (shown.length > 0) await button(widget, "Next").click();
  await expectScreen(widget, `Enter your ${name} API key`);
  assert.equal(await overflowOf(widget), 0, "every step and field is seen at once");
  for (const { id, label, kind } of fields) {
    // A password field has no role, so it is found by its label.
    if (kind === "secret") await widget.frame.getByLabel(label, { exact: true }).fill(values[id] ?? "");
  }
  await button(widget, "Next").click();
  return widget;
}

/** Half of them by the seed, with each way to sign in and each kind of field among them: an ATS is data for one code. */
function someOf(providers: readonly Provider[]): Provider[] {
  const kindsOf = ({ auth, fields }: Provider): string[] => [auth.kind, ...fields.map(({ kind }) => kind)];
  const walked = new Set(sample(providers, Math.ceil(providers.length / 2), "walks to success"));
  for (const kind of new Set(providers.flatMap(kindsOf))) {
    const have = providers.filter((provider) => kindsOf(provider).includes(kind));
    if (have.some((provider) => walked.has(provider))) continue;
    for (const one of sample(have, 1, kind)) walked.add(one);
  }
  return providers.filter((provider) => walked.has(provider));
}

/** Whether a walk is for the view. What differs from one ATS to the next is not the view's, so the two views share the
 * walks of each kind out by the seed; under `--deep` each has them all. */
function sharesOf(view: "canvas" | "Text", of: readonly Provider[], walk: string): Provider[] {
  const painted = new Set(sample(of, Math.ceil(of.length / 2), `${walk} in the canvas view`));
  return of.filter((provider) => deep || painted.has(provider) === (view === "canvas"));
}

/** Providers to success and one failure per way to sign in, by its share in one view. */
export function walkEveryProvider(view: "canvas" | "Text"): void {
  const providers = loadProviders();
  describe(`in the ${view} view, from the demo`, () => {
    let demo: Demo, page: Page;
    walkOnOnePage((...made) => ([demo, page] = made), { canvas: view === "canvas" });

    const seesItsView = async (widget: Widget) => {
      const canvas = widget.frame.locator("canvas");
      assert.equal(await canvas.isVisible(), view === "canvas", `it is in the ${view} view`);
    };
    // The demo's own look-out knows the keys that have a name; this one knows all, and the tokens that they get.
    const canary = new Canary(providers.flatMap(secretsOf));
    before(() => page.setViewportSize({ width: 1280, height: 800 }));
    before(() =>
      watchContext(page.context(), canary, { header: "authorization", prefix: `${demo.servers.linkUrl}relay/v1/` }),
    );
    afterEach(async () => {
      await sweepPages(page.context(), canary);
      canary.look("sandbox log", demo.servers.sandboxUrl, JSON.stringify(await demo.requests()));
      assert.deepEqual(canary.takeLeaks(), [], "a key is where it must not be");
    });
    after(() => demo.count(canary));

    for (const provider of sharesOf(view, someOf(providers), "success")) {
      const { id, name } = provider;
      it(`${name} connects`, async () => {
        const { values } = keysOf(provider).good;
        const widget = await enter(page, demo, provider, values);
        await expectScreen(widget, `${name} is connected`);
        await seesItsView(widget);
        assert.equal((await backendResult(page))["provider"], id);
      });
    }

    for (const provider of sharesOf(view, onePerAuthKind(providers), "failure")) {
      const { name, auth } = provider;
      it(`${name}, which takes ${auth.kind}, does not accept an unknown key`, async () => {
        const { values } = keysOf(provider).unknown;
        const widget = await enter(page, demo, provider, values);
        await expectScreen(widget, `${name} did not accept this API key`);
        await seesItsView(widget);
      });
    }
  });
}
