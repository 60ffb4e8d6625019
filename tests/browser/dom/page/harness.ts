import { createApp } from "../../../../web/link/module/app.ts";
import { createFront } from "../../../../web/link/boot/front.ts";
import { loadWords } from "../../../../web/link/boot/loader.ts";
import { markWith } from "../../../../web/link/dom/element.ts";
import { createLook } from "../../../../web/link/picture/look.ts";
import { readPageConfig } from "../../../../web/link/config/page_config.ts";
import { loadSealer } from "../../../../web/link/sealer.ts";
import { createSession } from "../../../../web/link/host/session.ts";
import type { ViewModel } from "../../../../web/link/view_model.ts";
import { createFakeModule, type FakeModule } from "./fake_bridge.ts";

/** What a test reaches in the page. */
export interface Harness {
  module: FakeModule;
  show(view: ViewModel): void;
  perform(effect: object): void;
  /** As in a language of other letters. */
  markPassages(): Promise<void>;
  /** Called for every message to the module; a test sets it to script what is shown next. */
  reply: (message: { type: string; node?: string; kind?: string; value?: string }) => void;
  actions(): object[];
}

declare global {
  interface Window {
    ats: Harness;
  }
}

const root = document.getElementById("ats-link");
if (!root) throw new Error("no root");
/** The base point of P-256: a point of the curve, whose secret is 1. */
const point = {
  x: "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",
  y: "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
};
const config = readPageConfig(
  {
    allowedOrigins: ["http://localhost"],
    verify: "none",
    handover: { mode: "callback", keys: [{ kty: "EC", crv: "P-256", ...point, kid: "k" }] },
  },
  document.baseURI,
);
const nothing = (): void => {};
const front = createFront({ root, there: null, look: createLook(), port: null, leave: nothing, connected: nothing });
const app = createApp({
  front,
  config,
  session: createSession("0".repeat(32)),
  origin: "http://localhost",
  port: null,
  hosted: false,
  loadSealer,
  pickLanguage: () => "en",
  loadWords,
  fetchJson: () => Promise.reject(new Error("there is no file")),
  finished: nothing,
});
const harness: Harness = {
  module: createFakeModule(
    () => app.host,
    (message) => harness.reply(message as { type: string }),
  ),
  show: (view) => harness.module.show(view),
  perform: (effect) => app.host.perform(JSON.stringify(effect)),
  markPassages: () => loadSealer().then(({ markPassage }) => markWith(markPassage)),
  reply: () => {},
  actions: () => harness.module.log.filter((entry) => (entry as { type?: string }).type === "action"),
};
await app.boot(harness.module.bridge, { messages: {}, catalogue: [], language: "en" });
front.happen("handed", app);
window.ats = harness;
