import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { Child } from "../../relay/contract/engine.ts";
import { allBlocks, type Block } from "../../supply/documents/blocks.ts";
import { Place } from "../../supply/documents/place.ts";
import { launchChromium } from "../support/chromium.ts";
import { until } from "../support/until.ts";

/** A block by its document and file, or by what it begins with. */
export function blockOf(document: string, which: string): Block {
  const found = allBlocks.find((block) => block.document === document && (block.file ?? block.code).startsWith(which));
  if (!found) throw new Error(`${document} has no ${which}`);
  return found;
}

/** Somebody who has the tarball and the documents, and does what the blocks say. */
export class Newcomer {
  readonly place: Place;
  readonly browser: Browser;
  /** The quickstart's. */
  readonly folder: string;
  #servers: Child[] = [];

  private constructor(place: Place, browser: Browser) {
    this.place = place;
    this.browser = browser;
    this.folder = place.folderOf("docs/quickstart.md");
  }

  /** Installs the package, and starts link page, relay and sandbox: the quickstart's first two steps. */
  static async begin(): Promise<Newcomer> {
    const newcomer = new Newcomer(await Place.make({}), await launchChromium());
    const installed = await newcomer.place.run(blockOf("docs/quickstart.md", "npm init"));
    assert.equal(installed.status, 0, installed.said);
    await newcomer.place.start(blockOf("docs/quickstart.md", "node_modules/.bin/ats-link dev"));
    newcomer.take("docs/quickstart.md", "index.html");
    return newcomer;
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.place.remove();
  }

  get appUrl(): string {
    return `http://localhost:${String(this.place.ports.app)}/`;
  }

  get linkUrl(): string {
    return `http://127.0.0.1:${String(this.place.ports.link)}/`;
  }

  /** Writes a block into the quickstart's folder, where the keys and the package are. */
  take(document: string, file: string): void {
    writeFileSync(join(this.folder, file), this.place.textOf(blockOf(document, file)));
  }

  /** Starts a program of the quickstart's folder in place of the last. */
  async serve(...command: string[]): Promise<Child> {
    for (const server of this.#servers.splice(0)) await server.stop();
    return this.also(...command);
  }

  /** Starts one more beside it. Without npx, which does not end what it has started. */
  async also(...command: string[]): Promise<Child> {
    const code = command.join(" ").replace(/\bnpx /, "node_modules/.bin/");
    const child = await this.place.start({ document: "docs/quickstart.md", code });
    this.#servers.push(child);
    return child;
  }

  /** `.ats-link/link.config.json`, which is the integrator's to change and counts from the next request on. */
  configure(change: Record<string, unknown>): void {
    const file = join(this.folder, ".ats-link/link.config.json");
    const old = JSON.parse(readFileSync(file, "utf8")) as { handover: { keys: unknown[] }; allowedOrigins: string[] };
    const handover = { ...(change["handover"] as object | undefined), keys: old.handover.keys };
    const mode = "callback";
    const config = { allowedOrigins: old.allowedOrigins, ...change, handover: { mode, ...handover } };
    writeFileSync(file, JSON.stringify(config));
  }

  /** The way through the wizard as docs/own-application.md has it. */
  async walk(page: Page): Promise<void> {
    const block = blockOf("docs/own-application.md", "connect-workable.ts");
    const file = join(this.folder, "connect-workable.ts");
    writeFileSync(file, this.place.textOf(block));
    const { connectWorkable } = (await import(pathToFileURL(file).href)) as {
      connectWorkable(page: Page): Promise<void>;
    };
    await connectWorkable(page);
  }

  async page(): Promise<{ page: Page; complaints: string[] }> {
    const context = await this.browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      const text = message.text();
      // A browser asks for an icon unasked, and the quickstart's server has none but its page.
      if (["error", "warning"].includes(message.type()) && !text.includes("GPU stall")) complaints.push(text);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    return { page, complaints };
  }

  /** From the application's page to a credential that its backend has stored. `expected`: what the console says on the way. */
  async connects(server: Child, expected: string[] = []): Promise<void> {
    const { page, complaints } = await this.page();
    await page.goto(this.appUrl);
    await this.walk(page).catch((error: unknown) => {
      throw new Error(`${String(error)}\nThe page said: ${complaints.join("; ")}`);
    });
    await page
      .getByRole("status")
      .filter({ hasText: /^Connected$/ })
      .waitFor();
    await until("the backend has stored it", () => server.output.includes("stored a credential for acme"));
    assert.deepEqual(complaints, expected);
    await page.context().close();
  }
}
