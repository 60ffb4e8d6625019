import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { startServers, type ServerOptions, type Servers } from "../../../web/dev/start_servers.ts";
import type { LoggedRequest } from "../../../web/sandbox/request_log.ts";
import type { Switches } from "../../../web/sandbox/switches.ts";
import { launchChromium, type ChromiumOptions } from "./chromium.ts";

/** The demo on free ports and one browser, for the tests of one file. */
export class Demo {
  readonly servers: Servers;
  readonly browser: Browser;
  /** Console errors, page errors and policy violations of every page since the last `takeComplaints`. */
  #complaints: string[] = [];
  #contexts: BrowserContext[] = [];

  private constructor(servers: Servers, browser: Browser) {
    this.servers = servers;
    this.browser = browser;
  }

  static async start(options: ServerOptions = {}, chromium: ChromiumOptions = {}): Promise<Demo> {
    const servers = await startServers({ ...options, switches: { rateLimit: false, ...options.switches } });
    return new Demo(servers, await launchChromium(chromium));
  }

  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext(options);
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on("console", (message) => {
      // The software renderer warns of reading pixels back while a picture is taken; that is no fault of the page.
      if (/GPU stall due to ReadPixels/.test(message.text())) return;
      if (["error", "warning"].includes(message.type())) this.#complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.#complaints.push(String(error)));
    return page;
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

  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.closePages();
    await this.browser.close();
    await this.servers.close();
  }
}
