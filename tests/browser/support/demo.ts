import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import assert from "node:assert/strict";
import { join } from "node:path";
import { startServers, type ServerOptions, type Servers } from "../../../web/dev/start_servers.ts";
import type { LoggedRequest } from "../../../web/sandbox/request_log.ts";
import type { Switches } from "../../../web/sandbox/switches.ts";
import { sandboxKeys } from "../../../web/sandbox/keys.ts";
import { Canary } from "./canary.ts";
import { launchChromium, type ChromiumOptions } from "./chromium.ts";
import { sweepPages, watchContext } from "./sweep.ts";

/** Where the built files lie that are served; the tests of the tests serve broken ones. */
const served = (): ServerOptions => {
  const folder = process.env["ATS_SERVED"];
  return folder === undefined ? {} : { dist: join(folder, "dist"), gallery: join(folder, "gallery") };
};

/** Whether a browser has crashed. What it was asked for may fail a moment before its end is told. */
async function isGone(browser: Browser | null): Promise<boolean> {
  if (!browser?.isConnected()) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), 5000);
    browser.once("disconnected", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/**
 * Runs in the topmost page before its scripts: what the opener waits for `ready` and for a first screen (web/opener/step.ts)
 * is no test's limit, nor how long a preloaded page stays. Where a test sets the page's clock, that counts them as they are.
 */
function letTheFrameTakeLong(linkOrigin: string): void {
  if (window !== window.top || location.origin === linkOrigin) return;
  window.setTimeout = new Proxy(window.setTimeout, {
    apply: (target, _self, [run, ms, ...rest]: [() => void, number?, ...unknown[]]) =>
      target(run, ms === 8000 || ms === 10_000 ? ms * 5 : ms, ...rest),
  });
}

/** The demo on free ports and one browser, for the tests of one file. */
export class Demo {
  readonly servers: Servers;
  readonly #chromium: ChromiumOptions;
  #browser: Browser;
  /** Console errors, page errors and policy violations of every page since the last `takeComplaints`. */
  #complaints: string[] = [];
  #contexts: BrowserContext[] = [];
  /** Looks for every key of the sandbox wherever a page, a request or a log could leak it. */
  readonly #canary = new Canary(sandboxKeys.flatMap(({ key, secret }) => (secret ? [key, secret] : [key])));
  #scenarios = 0;
  #leaks = 0;
  #placesOfSweeps = 0;

  private constructor(servers: Servers, chromium: ChromiumOptions, browser: Browser) {
    this.servers = servers;
    this.#chromium = chromium;
    this.#browser = browser;
  }

  get browser(): Browser {
    return this.#browser;
  }

  static async start(options: ServerOptions = {}, chromium: ChromiumOptions = {}): Promise<Demo> {
    const servers = await startServers({
      ...served(),
      ...options,
      switches: { rateLimit: false, ...options.switches },
    });
    return new Demo(servers, chromium, await launchChromium(chromium));
  }

  /** A page in a context of its own. Nothing moves on it unless the options say so: a picture costs more than all else. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#newContext({ reducedMotion: "reduce", ...options });
    this.#contexts.push(context);
    await context.addInitScript(letTheFrameTakeLong, new URL(this.servers.linkUrl).origin);
    watchContext(context, this.#canary, { header: "authorization", prefix: `${this.servers.linkUrl}relay/v1/` });
    const page = await context.newPage();
    page.on("console", (message) => {
      // The software renderer warns of reading pixels back while a picture is taken; that is no fault of the page.
      if (/GPU stall due to ReadPixels/.test(message.text())) return;
      if (["error", "warning"].includes(message.type())) this.#complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.#complaints.push(String(error)));
    return page;
  }

  /** A browser that crashed has failed the test that it was in, and no other. The shared one may let us in as it goes. */
  async #newContext(options: BrowserContextOptions, tries = 3): Promise<BrowserContext> {
    try {
      return await this.#browser.newContext(options);
    } catch (error) {
      if (tries === 1 || !(await isGone(this.#browser))) throw error;
      this.#browser = await launchChromium(this.#chromium);
      return this.#newContext(options, tries - 1);
    }
  }

  /** What was open in a browser that crashed is gone with it. */
  async #sweep(context: BrowserContext): Promise<void> {
    await sweepPages(context, this.#canary).catch(async (error: unknown) => {
      if (!(await isGone(context.browser()))) throw error;
    });
  }

  takeComplaints(): string[] {
    return this.#complaints.splice(0);
  }

  /** Sets how the sandbox answers; what is not named keeps its setting. */
  async switch(switches: Partial<Switches>): Promise<void> {
    const answer = await fetch(`${this.servers.sandboxUrl}/__sandbox/switches`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(switches),
    });
    if (!answer.ok) throw new Error(`the sandbox refused the switches: ${await answer.text()}`);
  }

  async requests(): Promise<LoggedRequest[]> {
    const answer = await fetch(`${this.servers.sandboxUrl}/__sandbox/requests`);
    return (await answer.json()) as LoggedRequest[];
  }

  /** Closes every page, and fails if a key was anywhere but in the relay's header or in a sealed token. */
  async closePages(): Promise<void> {
    const contexts = this.#contexts.splice(0);
    if (contexts.length === 0) return;
    try {
      await Promise.all(contexts.map((context) => this.#sweep(context)));
      this.#canary.look("sandbox log", this.servers.sandboxUrl, JSON.stringify(await this.requests().catch(() => "")));
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
    this.#scenarios += contexts.length;
    // Without a key to seal to, the token is the payload in the clear, as its setting says.
    const leaks = this.#canary.takeLeaks();
    if (this.servers.linkConfig.dangerouslyAllowPlaintext) return;
    this.#leaks += leaks.length;
    assert.deepEqual(leaks, [], "a key is where it must not be");
  }

  /** What a sweep for a key of its own searched belongs to the same scenario. */
  count(sweep: Canary): void {
    this.#placesOfSweeps += sweep.places;
    this.#leaks += sweep.leaks.length;
  }

  async stop(): Promise<void> {
    try {
      await this.closePages();
    } finally {
      const places = this.#canary.places + this.#placesOfSweeps;
      const counts = [`${this.#scenarios} scenarios`, `${places} places searched`, `${this.#leaks} leaks`];
      if (this.#scenarios > 0) console.log(`canary: ${counts.join(", ")}`);
      await this.#browser.close();
      await this.servers.close();
    }
  }
}
